"""Listings: is a project counted once for each list, at home and at every level above?"""

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

SUBJECTS = "code parent\nP1 TC-A\nP2 TC\nP3 KS\nTC-A TC\nTC SZ\nKS SZ\nSZ JS"
TIERS = "word tier\n省重大 province\n苏州重点 prefecture"


def counted(*listed, subjects=SUBJECTS):
    written = "\n".join(["subject detail on kind", *(f"{line} listed" for line in listed)])
    rows = ask("listings", given(subjects=subjects, events=written, tiers=TIERS)).rows(named=True)
    return {(row["body"], row["tier"], row["year"]): row["at_least"] for row in rows}


def test_a_body_counts_its_own_and_those_of_all_that_belong_to_it():
    found = counted("P1 省重大 2021", "P2 省重大 2021", "P3 省重大 2021")
    assert found == {
        ("TC-A", "province", "2021"): 1,
        ("TC", "province", "2021"): 2,
        ("KS", "province", "2021"): 1,
        ("SZ", "province", "2021"): 3,
        ("JS", "province", "2021"): 3,
    }


def test_lists_and_years_are_apart_and_a_project_named_twice_is_one():
    found = counted(
        "P2 省重大 2021", "P2 省重大 2021", "P2 省重大 2022", "P2 苏州重点 2021", "P2 民生实事 2021"
    )
    assert {key: number for key, number in found.items() if key[0] == "TC"} == {
        ("TC", "province", "2021"): 1,
        ("TC", "province", "2022"): 1,
        ("TC", "prefecture", "2021"): 1,
    }


def test_a_project_without_a_body_is_counted_nowhere():
    assert counted("P9 省重大 2021", subjects="code parent\nP9 -") == {}
