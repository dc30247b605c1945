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


def test_a_pack_without_stages_and_further_relations_has_none_of_either(cities):
    tables = find(cities, "somewhere").tables()
    named = ("within", "places", "published_shares", "other_shares", "quotients", "net_of", "deeds")
    assert [tables[name] for name in (*named, "stages", "stage_words", "dated_steps", "tiers")] == [[]] * 11


RELATIONS = """
completion: []
parts: {}
within: [{part: TAX, whole: REV}, {part: NEW, whole: ALL, subject: TC}]
shares: [{share: RATIO, part: null, whole: GDP}]
share_of_parent_except: [A9]
places: [{whole: SZ, parts: [TC, KS]}]
quotients: [{quotient: PC, amount: GDP, count: POP, of: year_mean}, {quotient: null, amount: A, count: N}]
net_of: [{net: NET, stock: ALL}]
deeds: [{commitment: T1, projects: [P1, P2], step: built}]
"""
STAGES = """
stages: [{stage: signed}, {stage: built}]
words: {completed: {stage: built}, listed: {stage: null}}
dates: {completed: {stage: built}, planned_completion: {stage: built, planned: true}}
tiers: {省重大: {tier: province}, 民生实事: {kind: livelihood_project}}
"""


def test_relations_and_stages_become_rows_and_words_without_a_step_or_list_do_not(cities):
    (cities / "somewhere" / "relations.yaml").write_text(RELATIONS, encoding="utf-8")
    (cities / "somewhere" / "stages.yaml").write_text(STAGES, encoding="utf-8")
    tables = find(cities, "somewhere").tables()
    assert tables["within"] == [
        {"part": "TAX", "whole": "REV", "subject": None},
        {"part": "NEW", "whole": "ALL", "subject": "TC"},
    ]
    assert tables["published_shares"] == [{"share": "RATIO", "part": None, "whole": "GDP"}]
    assert tables["other_shares"] == [{"record": "A9"}]
    assert tables["places"] == [{"whole": "SZ", "part": "TC"}, {"whole": "SZ", "part": "KS"}]
    assert tables["quotients"][1] == {"quotient": None, "amount": "A", "count": "N", "of": None}
    assert tables["net_of"] == [{"net": "NET", "stock": "ALL"}]
    assert [row["project"] for row in tables["deeds"]] == ["P1", "P2"]
    assert tables["stages"] == [{"step": "signed", "place": 0}, {"step": "built", "place": 1}]
    assert tables["stage_words"] == [{"word": "completed", "step": "built"}]
    assert tables["dated_steps"] == [
        {"kind": "completed", "step": "built", "planned": False},
        {"kind": "planned_completion", "step": "built", "planned": True},
    ]
    assert tables["tiers"] == [{"word": "省重大", "tier": "province"}]


def test_rules_of_all_cities_are_found_by_name(cities):
    assert light_rules(cities) == {"sample": {"name": "sample", "rows": []}}
    assert [pack.folder.name for pack in packs(cities)] == ["somewhere"]


def test_a_city_that_is_not_there_is_answered_with_those_that_are(cities):
    with pytest.raises(NoSuchPackError, match="somewhere"):
        find(cities, "elsewhere")
