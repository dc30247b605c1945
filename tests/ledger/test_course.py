"""Course: is what held on each of many days just what `known` gives for that day?"""

import datetime as dt

import pytest
from polars.testing import assert_frame_equal

from maoding.ledger.course import TABLES, course
from maoding.ledger.known import known
from maoding.ledger.record import record
from maoding.terms.entries import Commitment, Exemption
from maoding.terms.periods import months
from maoding.terms.published import Published
from maoding.terms.viewer import EVERYTHING, Viewer
from tests.ledger.said import deed, reading

pytestmark = pytest.mark.django_db
LAST = dt.date(2021, 12, 31)
DAYS = [dt.date(2021, month, 15) for month in range(1, 13)]
BODIES = ("TC", "TC-Z")


def promise(number: str, at: str, subject: str = "TC") -> Commitment:
    return Commitment(
        source="S1", subject=subject, indicator="FAI", period=months(2021, 1, 12), measure="level",
        relation="at_least", strength="must", number=number, unit="亿元", record="T1", published=Published(at, "day"),
    )  # fmt: skip


@pytest.fixture(autouse=True)
def told(db):
    spared = Exemption(
        source="S1", subject="TC", rule="r", reason="灾", allowed_by="SZ", period=months(2021, 6, 9),
        published=Published("2021-06-20", "day"),
    )  # fmt: skip
    record(
        [
            promise("550", "2021-01-10"),
            promise("540", "2021-08-10"),
            promise("20", "2021-02-10", "TC-Z"),
            promise("9", "2021-02-10", "TCZ"),
            reading("19", "2021-06-30"),
            reading("19.6", "2021-07-15"),
            reading("3", "2021-07-15", subject="SZ"),
            spared,
        ],
        deed(),
    )


def test_every_day_is_as_known_on_it():
    said = course(BODIES, LAST, EVERYTHING)
    for day in DAYS:
        whole = known(day, EVERYTHING)
        for name in TABLES:
            ours = whole[name].filter(whole[name]["subject"].is_in(BODIES))
            assert_frame_equal(said.on(day)[name], ours)


def test_what_was_ever_said_holds_what_was_said_otherwise_since():
    ever = course(["TC"], LAST, EVERYTHING).ever("commitments")
    assert ever.select("mantissa", "known_from").rows() == [
        (550, dt.date(2021, 1, 10)),
        (540, dt.date(2021, 8, 10)),
    ]


def test_nothing_of_after_the_last_day_is_told():
    assert course(["TC"], dt.date(2021, 7, 14), EVERYTHING).ever("readings")["mantissa"].to_list() == [19]


def test_a_viewer_is_told_of_their_bodies_only():
    said = course(BODIES, LAST, Viewer("zone", frozenset({"TC-Z"})))
    assert said.ever("commitments")["subject"].to_list() == ["TC-Z"]
    assert course(["TC"], LAST, Viewer("none", frozenset())).ever("readings").is_empty()
