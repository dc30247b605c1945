"""Listings: how many projects do we know by name on each list?"""

import narwhals as nw

from maoding.judge.finding import finding

LEVELS = 4  # district, county, prefecture, province


@finding
def listings(events, tiers, subjects):
    """Projects known by name on each list and year (清单内已知项目数), for every body with all that belong to it.

    A lower bound: lists are published in extracts, and a project nobody named is not counted. Lists lie inside one
    another (省重大 ⊂ 苏州重点 ⊂ 市重点): the counts of several are never added up. Columns: `body`, `tier`,
    `year` as stated, `at_least`.
    """
    listed = events.filter(nw.col("kind") == "listed").join(
        tiers, left_on="detail", right_on="word", how="inner"
    )
    listed = listed.select("subject", "tier", year=nw.col("happened_on"))
    named = listed.unique().join(_belonging(subjects), on="subject", how="inner")
    return named.group_by("body", "tier", "year").agg(at_least=nw.col("subject").count().cast(nw.Int64))


def _belonging(subjects):
    """Each subject with every body it belongs to, nearest and farther."""
    parents = subjects.select(subject=nw.col("code"), body=nw.col("parent")).filter(nw.col("body") != "")
    upwards = parents.rename({"subject": "body", "body": "above"})
    found = [parents]
    for _ in range(LEVELS - 1):
        higher = found[-1].join(upwards, on="body", how="inner")
        found.append(higher.select("subject", body=nw.col("above")))
    return nw.concat(found, how="vertical").unique()
