"""Steps: which steps of its life has a project taken or planned, and when?

Sources have words of their own for a stage; the city's pack says which step each means. Where a word fits several
steps, it names none.
"""

import narwhals as nw

from maoding.judge.days import stated
from maoding.judge.finding import finding

STEP = ("subject", "step")


@finding
def steps(events, stage_words, dated_steps):
    """Steps of projects with their dates as stated (项目节点): one row an event that names a step.

    Read from events ``stage`` whose detail is a word of the pack, and from events whose kind is a dated step of the
    pack (``started``, ``planned_completion``). Columns: `subject`, `step`, `id`, `stated_on`, `planned` (a promise,
    not an event). Events without a date are not here.
    """
    dated = events.filter(nw.col("happened_on") != "").select(
        "subject", "id", "kind", "detail", stated_on=nw.col("happened_on")
    )
    in_words = dated.filter(nw.col("kind") == "stage").join(
        stage_words, left_on="detail", right_on="word", how="inner"
    )
    in_columns = dated.join(dated_steps, on="kind", how="inner")
    names = [*STEP, "id", "stated_on", "planned"]
    found = [in_words.with_columns(planned=nw.lit(value=False)).select(*names), in_columns.select(*names)]
    return nw.concat(found, how="vertical")


def first_stated(dated, name: str):
    """Earliest date stated for each project and step, the most exact of those: as text `name`, and `name`_id."""
    days = stated(nw.col("stated_on"))
    rows = dated.with_columns(first=days.first, last=days.last)
    rows = rows.filter(nw.col("last") == nw.col("last").min().over(*STEP))
    rows = rows.filter(nw.col("first") == nw.col("first").max().over(*STEP))
    rows = rows.filter(nw.col("id") == nw.col("id").min().over(*STEP))
    return rows.select(*STEP, **{name: nw.col("stated_on"), f"{name}_id": nw.col("id")})


def reached(wanted, stages, steps):
    """When projects first came to each step wanted (`subject`, `step`) or beyond it; none where nobody said so.

    Columns: those of STEP, `reached_step`, `reached_on` as stated, `reached_on_id`. Of several dates the earliest
    counts, then the most exact, then the step nearest to the one wanted.
    """
    dated = first_stated(steps.filter(~nw.col("planned")), "reached_on").rename({"step": "reached_step"})
    places = stages.rename({"step": "reached_step", "place": "reached_place"})
    found = (
        wanted.unique()
        .join(stages, on="step", how="inner")
        .join(dated.join(places, on="reached_step", how="inner"), on="subject", how="inner")
    )
    days = stated(nw.col("reached_on"))
    found = found.filter(nw.col("reached_place") >= nw.col("place"))
    for rank in (days.last, -days.first, nw.col("reached_place")):
        found = found.with_columns(rank=rank)
        found = found.filter(nw.col("rank") == nw.col("rank").min().over(*STEP))
    return found.select(*STEP, "reached_step", "reached_on", "reached_on_id")
