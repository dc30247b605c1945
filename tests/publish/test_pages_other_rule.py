"""Another city's rule: does every page that shows a light mark, in place, whose colour is another for it?"""

import re
from html import unescape

import pytest

from maoding.judge.finding import ask
from maoding.publish.other_rule import hangs_on_the_rule, lights_by
from tests.publish.test_pages_board import Rows, get, row, words
from tests.publish.test_pages_reason import named


def test_by_the_citys_own_rule_nothing_is_marked(told_site, reader):
    page = get(reader)
    assert "变灯" not in words(page)
    assert 'class="usual"' not in page


def test_a_row_that_changes_colour_is_marked_with_shape_and_word(told_site, reader):
    page = get(reader, rule="sanya")
    assert row(page, "道路投资")[:5] == ["▲", "黄牌", "原", "●", "绿灯"]
    marked = [cells for cells in Rows(page).text.values() if "原" in cells]
    assert len(marked) == 1


def test_between_green_and_no_card_nothing_is_marked(told_site, reader):
    page = get(reader, rule="wuhan")
    assert 'class="usual"' not in page
    assert "换用“武汉·重大项目红黄牌”：没有一项变灯" in words(page)


def test_a_line_above_counts_them_and_leads_to_the_replay(told_site, reader):
    page = get(reader, rule="sanya", year="2021", day="2021-07-31")
    link = re.search(r'class="turned"><a href="([^"]+)">([^<]+)', page)
    assert words(link[2]).startswith("换用“三亚·项目亮牌”：1 项变灯")
    path = unescape(link[1])
    assert path.endswith("#replay")
    replayed = get(reader, path)
    told = words(replayed[replayed.index('id="replay"') :])
    assert "谁变色？" in told
    assert "某市 道路投资" in told


def test_it_counts_all_rows_and_not_only_those_sifted(told_site, reader):
    page = get(reader, rule="sanya", name="新建学校")
    assert "1 项变灯" in words(page)


def test_the_reason_marks_it_too(told_site, reader):
    promise = named(reader, "道路投资")
    page = get(reader, f"/sometown/row/{promise}/", rule="sanya")
    assert "▲ 黄牌 原 ● 绿灯" in words(page)
    assert 'class="usual"' not in get(reader, f"/sometown/row/{promise}/")


def test_only_what_hangs_on_the_rule_is_worked_out_again(told_site):
    pack = told_site.pack("sometown")
    day = pack.city["opens_on"]
    for name in told_site.rules(day):
        asked = told_site.answers(pack, day, name)
        asked.table("board")
        for other, rule in told_site.rules(day).items():
            whole = told_site.answers(pack, day, other).rows("light")
            assert lights_by(asked, rule) == {each["promise"]: each["light"] for each in whole}
    assert hangs_on_the_rule("board")
    assert not hangs_on_the_rule("pace")
    given = asked.given | {}
    assert ask("pace", given) is asked.given["pace"]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/sometown/bodies/X/", {}),
        ("/sometown/indicators/ROADS/", {}),
        ("/sometown/search/", {"find": "道路"}),
        ("/sometown/cohort/", {"since": "2021-06-29"}),
    ],
)
def test_every_page_that_shows_the_light_marks_it(told_site, reader, path, asked):
    assert "▲ 黄牌 原 ● 绿灯" in words(get(reader, path, rule="sanya", day="2021-06-30", **asked))
    assert 'class="usual"' not in get(reader, path, day="2021-06-30", **asked)


def test_an_unknown_light_shows_the_one_it_usually_has_on_either_day_of_a_list(told_site, reader):
    page = words(get(reader, "/sometown/cohort/", rule="tianjin", since="2021-06-30", day="2021-07-10"))
    assert page.count("– 未知 原 ● 绿灯") == 4  # two promises on two days
