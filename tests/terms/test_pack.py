"""Pack: is what a city brings as data read as it is written?"""

import pytest

from maoding.terms.pack import NoSuchPackError, find, light_rules, packs


@pytest.fixture
def cities(tmp_path):
    folder = tmp_path / "somewhere"
    (folder / "lights").mkdir(parents=True)
    (folder / "city.yaml").write_text("{code: SW, default_rule: sample}", encoding="utf-8")
    (folder / "indicators.csv").write_text(
        "code,name_zh,name_en,unit,kind,frequency,direction,no_january,note\nFAI,投资,Investment,亿元,flow,monthly,up,1,\n",
        encoding="utf-8",
    )
    (folder / "relations.yaml").write_text(
        "completion: [{done: A, rate: B, plan: C}]\nparts: {GDP: [GDP1, GDP2]}", encoding="utf-8"
    )
    (folder / "lights" / "sample.yaml").write_text("name: sample\nrows: []", encoding="utf-8")
    return tmp_path


def test_a_pack_gives_the_judge_its_words_as_rows(cities):
    pack = find(cities, "somewhere")
    tables = pack.tables()
    assert pack.city["code"] == "SW"
    assert tables["indicators"][0]["name"] == "投资"
    assert tables["plans"] == [{"done": "A", "rate": "B", "plan": "C"}]
    assert tables["parts"] == [{"whole": "GDP", "part": "GDP1"}, {"whole": "GDP", "part": "GDP2"}]
    assert {"unit": "亿元", "family": "money", "exponent": 10} in tables["units"]
    assert pack.facts == cities / "somewhere" / "facts"


def test_rules_of_all_cities_are_found_by_name(cities):
    assert light_rules(cities) == {"sample": {"name": "sample", "rows": []}}
    assert [pack.folder.name for pack in packs(cities)] == ["somewhere"]


def test_a_city_that_is_not_there_is_answered_with_those_that_are(cities):
    with pytest.raises(NoSuchPackError, match="somewhere"):
        find(cities, "elsewhere")
