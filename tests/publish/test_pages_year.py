"""The year asked about: is its account told as it was known later, and never mixed with the day's own?"""

import re
import shutil

import pytest
from django.conf import settings

from tests.publish import town
from tests.publish.test_pages_board import Rows, get, row, words

LATER = {"year": "2021", "day": "2022-08-31"}


def test_last_years_account_is_told_as_known_now(told_site, reader):
    done = town.reading(
        "ROADS", "120.66", "亿元", period=town.YEAR, published=town.Published("2022-01-20", "day")
    )
    town.tell(done)
    page = get(reader, **LATER)
    assert "100.6" in row(page, "道路投资")
    assert "2021年目标" in words(page)
    assert "截至 2022年8月31日所知" in words(page)
    title = words(re.search("<title>(.*?)</title>", page)[1])
    assert "2021年目标" in title
    assert "2022年8月31日" in title
    assert "37.5" in row(get(reader, day="2021-06-30"), "道路投资")


def test_without_a_year_it_is_the_days_own(told_site, reader):
    assert "台账里没有 2022年的目标" in words(get(reader, day="2022-08-31"))
    assert "道路投资" in get(reader, **LATER)
    assert "台账里没有 2022年的目标" in words(get(reader, day="2022-08-31"))


def test_the_years_offered_are_those_with_promises_and_the_days_own(told_site, reader):
    def offered(**asked):
        picker = re.search('<select[^>]*id="year".*?</select>', get(reader, **asked), re.DOTALL)[0]
        return re.findall('<option value="([0-9]*)"', picker)

    assert offered(day="2022-08-31") == ["", "2022", "2021"]
    assert offered(day="2020-08-31") == ["", "2020"]
    town.tell(town.promise("ROADS", "400", "亿元", period=town.Period(*span(2021, 2025))))
    assert offered(day="2022-08-31") == ["", "2025", "2024", "2023", "2022", "2021"]


def span(first, last):
    return town.dt.date(first, 1, 1), town.dt.date(last, 12, 31)


def test_every_link_and_form_keeps_the_year(told_site, reader):
    page = get(reader, **LATER)
    links = [link for link in re.findall(r'href="(/[^"]+\?[^"]+)"', page) if "static" not in link]
    assert len(links) > 20
    assert all("year=2021" in link for link in links)
    assert '<input type="hidden" name="year" value="2021">' in page
    name = next(id_ for id_, cells in Rows(page).text.items() if "道路投资" in cells).removeprefix("row-")
    for path in (f"/sometown/row/{name}/", "/source/S1/", f"/why/{name}/"):
        there = get(reader, path, **LATER)
        back = re.search(r'href="(/sometown/\?[^"]+)"', there)[1]
        assert "year=2021" in back
    assert "2021年目标" in words(get(reader, f"/sometown/row/{name}/", **LATER))
    assert "year=" not in re.search(r'class="opener" href="([^"]+)"', get(reader))[1]


@pytest.mark.parametrize("year", ["21", "1900", "2101", "二〇二一", "２０２１", "2021-06", "-2021"])
def test_what_is_no_year_is_refused_in_words(told_site, reader, year):
    page = words(get(reader, status=400, year=year))
    assert f"“{year}”不是可查的年份" in page


def test_a_figure_not_renewed_for_a_quarter_has_a_sign(told_site, reader):
    page = get(reader, day="2021-09-30")
    assert "未更新" in row(page, "道路投资")
    assert 'title="实绩只到 2021年5月31日，此后没有更新"' in re.sub("\u2009", " ", page)
    assert "未更新" not in row(get(reader, day="2021-08-31"), "道路投资")
    assert "未更新" not in row(get(reader, **LATER), "道路投资")


@pytest.fixture
def tied(told_site):
    """The pack ties the production lines to two projects, of which one is built."""
    folder = told_site.cities / "sometown"
    shutil.copy(settings.CITIES / "taicang/stages.yaml", folder)
    relations = town.RELATIONS + "deeds: [{commitment: T5, projects: [P1, P2], step: built}]\n"
    (folder / "relations.yaml").write_text(relations, encoding="utf-8")
    named = {"source": "S1", "level": "project", "parent": "X"}
    town.tell(
        town.task("T5"),
        town.Subject(code="P1", name="甲厂", name_en="Plant A", **named),
        town.Subject(code="P2", name="乙厂", name_en="Plant B", **named),
        town.Event(
            subject="P1", kind="completed", detail="", on="2021-05", source="S2",
            place={"file": "days.csv", "row": 3},
            published=town.Published("2021-06-01", "day"),
        ),
    )  # fmt: skip
    return told_site


def deed(reader, **asked):
    page = get(reader, **asked)
    name = next(id_ for id_, cells in Rows(page).text.items() if "任务" in cells).removeprefix("row-")
    return get(reader, f"/sometown/row/{name}/", **asked)


def test_a_task_speaks_of_its_projects_and_not_of_figures(tied, reader):
    page = words(deed(reader))
    assert "自年初累计" not in page
    assert re.search("甲厂 竣工 竣工 2021年5月", page)
    assert re.search("乙厂 竣工 尚无公布的进展", page)
    assert "一公布，就知道办成没有" in page


def test_a_task_of_which_nothing_is_published_says_what_would_settle_it(tied, reader):
    assert "一公布，就知道办成没有" in words(deed(reader, day="2021-05-01"))
