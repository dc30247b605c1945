"""Changes: is every promise that stands otherwise found, with what differs and whose words did it?"""

import datetime as dt

import pytest

from maoding.ledger.between import said_between
from maoding.publish.changes import Change, changes, in_what
from maoding.publish.same_promise import pairs
from maoding.terms.entries import Event, Exemption, Subject
from maoding.terms.periods import Period, months
from maoding.terms.published import Published
from maoding.terms.viewer import EVERYTHING
from tests.publish import town
from tests.publish.two_months import on, sparing_rule

JUNE, AUGUST = dt.date(2021, 6, 30), dt.date(2021, 8, 31)


def found(site, since: dt.date = JUNE, day: dt.date = AUGUST, rule: str = "yinchuan") -> list[Change]:
    pack = site.pack("sometown")
    before, after = (site.scoreboard(pack, each, rule, 2021).rows for each in (since, day))
    answers = site.answers(pack, day, rule, 2021)
    return changes(before, after, said_between(since, day, EVERYTHING), answers)


def of(name: str, told: list[Change]) -> Change:
    return next(each for each in told if each.row["indicator"] == name)


def entries(site, change: Change) -> list[str]:
    return sorted(
        each.entry.record
        for each in said_between(JUNE, AUGUST, EVERYTHING)
        if each.entry.id in change.through
    )


def test_where_nothing_was_said_nothing_changed(told_site):
    assert found(told_site) == []


def test_a_new_figure_changes_light_actual_and_completion(told_site):
    town.tell(
        town.reading(
            "ROADS", "46", "亿元", period=months(2021, 1, 6), published=on("2021-07-20"), record="A6"
        )
    )
    change = of("ROADS", found(told_site))
    assert change.in_what == ("light", "state", "actual", "completion")
    assert (change.before["light"], change.after["light"]) == ("green", "yellow")
    assert entries(told_site, change) == ["A6"]


def test_a_corrected_figure_of_the_same_days_is_named(told_site):
    town.tell(
        town.reading("ROADS", "30", "亿元", published=on("2021-07-20"), release="correction", record="A7")
    )
    change = of("ROADS", found(told_site))
    assert change.in_what == ("light", "state", "actual", "completion")
    assert entries(told_site, change) == ["A7"]


def test_the_same_number_said_again_is_no_change(told_site):
    town.tell(town.reading("ROADS", "45", "亿元", published=on("2021-07-20"), release="final", record="A8"))
    assert found(told_site) == []


def test_a_target_said_anew_in_the_same_record_is_the_same_promise(told_site):
    town.tell(town.promise("ROADS", "130", "亿元", strength="must", published=on("2021-08-01"), record="T9"))
    change = of("ROADS", found(told_site))
    assert change.in_what == ("target", "completion")
    assert (change.before["amount"], change.after["amount"]) == (120 * 10**10, 130 * 10**10)
    assert entries(told_site, change) == ["T9"]


def test_a_target_restated_elsewhere_is_new_beside_the_first(told_site):
    town.tell(
        town.promise("ROADS", "110", "亿元", source="S2", published=on("2021-08-01"), record="T30"),
    )
    told = [each for each in found(told_site) if each.row["indicator"] == "ROADS"]
    assert [(each.in_what, each.row["record"]) for each in told] == [(("target",), "T9"), (("new",), "T30")]
    assert [entries(told_site, each) for each in told] == [["T30"], ["T30"]]


def test_a_promise_that_is_none_any_more_is_gone(told_site):
    town.tell(
        town.promise("ROADS", "120", "亿元", strength="estimate", published=on("2021-08-01"), record="T9"),
    )
    change = of("ROADS", found(told_site))
    assert (change.in_what, change.after) == (("gone",), None)
    assert change.row is change.before
    assert entries(told_site, change) == ["T9"]


def test_a_plan_behind_a_rate_is_the_same_plan_with_each_rate(told_site):
    town.tell(
        town.reading(
            "DONE", "30", "亿元", period=months(2021, 1, 6), published=on("2021-07-20"), record="A8"
        ),
        town.reading("RATE", "48.3", "%", period=months(2021, 1, 6), published=on("2021-07-20"), record="A9"),
    )
    change = of("DONE", found(told_site))
    assert change.before["promise"] != change.after["promise"]
    assert change.in_what == ("light", "state", "actual", "completion")
    assert entries(told_site, change) == ["A8", "A9"]


def test_figures_that_contradict_each_other_change_the_light_through_the_other(told_site):
    """A second figure of the same day disputes the first: the row keeps its figure and loses its light."""
    town.tell(town.reading("ROADS", "44", "亿元", source="S2", record="A10"))
    before = found(told_site, dt.date(2021, 6, 29), JUNE)
    assert of("ROADS", before).after["light"] == "unknown"
    assert "light" in of("ROADS", before).in_what


def test_a_reason_that_spares_is_named(told_site):
    town.tell(
        sparing_rule(),
        town.reading("ROADS", "46", "亿元", period=months(2021, 1, 6), published=on("2021-06-30")),
        spared(on("2021-07-10"), months(2021, 7, 9)),
    )
    change = of("ROADS", found(told_site, rule="sparing"))
    assert change.in_what == ("light", "state")
    assert [name[0] for name in change.through] == ["x"]
    assert of("ROADS", found(told_site, rule="sparing")).through == change.through
    assert found(told_site) == []  # a rule that does not ask for reasons is not moved by them


def test_a_reason_that_has_ended_is_nobodys_words(told_site):
    town.tell(
        sparing_rule(),
        town.reading("ROADS", "46", "亿元", period=months(2021, 1, 6), published=on("2021-06-30")),
        spared(on("2021-06-10"), months(2021, 6, 6)),
        sparing_rule("other", "2021-07-10"),
    )
    change = of("ROADS", found(told_site, rule="sparing"))
    assert (change.before["light"], change.after["light"]) == ("green", "yellow")
    assert change.through == ()


def spared(published: Published, period: Period) -> Exemption:
    said = {"source": "S1", "subject": "X", "rule": "sparing", "reason": "汛情", "allowed_by": "X"}
    return Exemption(**said, period=period, published=published)


def test_graver_kinds_come_first(told_site):
    town.tell(
        town.reading("ROADS", "46", "亿元", period=months(2021, 1, 6), published=on("2021-07-20")),
        town.reading(
            "SCHOOLS", "5", "所", subject="Z", period=months(2021, 1, 6), published=on("2021-07-20")
        ),
        town.promise("EXPORTS", "70", "亿美元", subject="Z", published=on("2021-07-20")),
    )
    assert [each.row["indicator"] for each in found(told_site)] == ["ROADS", "SCHOOLS", "EXPORTS"]


def test_rows_without_a_twin_stand_alone():
    row = {
        "promise": "c-1",
        "subject": "X",
        "indicator": "A",
        "period_start": 1,
        "period_end": 2,
        "measure": "level",
    }
    first = row | {"source": "S1", "record": "T1"}
    again = first | {"promise": "c-2"}
    other = first | {"promise": "c-3", "record": "T2"}
    assert pairs([first], [again, other]) == [(first, again), (None, other)]
    assert pairs([first, other], [first]) == [(first, first), (other, None)]
    assert pairs([], []) == []
    assert in_what(None, first) == ("new",)
    assert in_what(first, None) == ("gone",)


@pytest.fixture
def railway(told_site, monkeypatch):
    """A task that names a project, and the project."""
    project = Subject(
        source="S1",
        code="P1",
        name="铁路",
        name_en="Railway",
        level="project",
        parent="X",
        published=town.JANUARY,
    )
    relations = told_site.cities / "sometown" / "relations.yaml"
    relations.write_text(
        town.RELATIONS + "deeds: [{commitment: T40, projects: [P1], step: built}]\n", encoding="utf-8"
    )
    stages = "stages: [{stage: built, name_zh: 竣工, name_en: Built, phase: completion}]\n"
    stages += "dates: {completed: {stage: built}}\n"
    (told_site.cities / "sometown" / "stages.yaml").write_text(stages, encoding="utf-8")
    town.tell(project, town.task("T40"))
    return told_site


def test_a_task_is_moved_by_the_step_of_its_project(railway):
    town.tell(
        Event(
            source="S2",
            subject="P1",
            kind="completed",
            on="2021-07-15",
            record="P1",
            published=on("2021-07-19"),
        ),
        Event(source="S2", subject="P1", kind="owner", detail="甲", record="P1", published=on("2021-07-19")),
    )
    change = next(each for each in found(railway) if each.row["record"] == "T40")
    assert change.in_what == ("state", "actual")
    assert len(change.through) == 1
