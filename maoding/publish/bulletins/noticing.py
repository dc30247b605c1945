"""Noticing: what do the sources themselves leave in doubt, though the letter tells rightly what they say?"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from maoding.judge.consistency import check
from maoding.judge.quantities import Quantity
from maoding.judge.statements import Statement as Printed
from maoding.ledger.find import Found
from maoding.ledger.known import known
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.promise_words import contradicting
from maoding.publish.bulletins.reckoning import Reckoner
from maoding.publish.bulletins.said import Published, amount, with_unit
from maoding.publish.bulletins.statements import Statement
from maoding.terms.language import say
from maoding.terms.numbers import read
from maoding.terms.viewer import Viewer

Row = dict[str, Any]


def undisclosed(statement: Statement, material: Material) -> Iterator[str]:
    """Figures a statement prints though another source contradicts them and it does not say so."""
    printed = _published(statement)
    for entry in sorted(printed):
        for other in contradicting(entry, material):
            if other["id"] not in printed:
                yield say("另有来源给出 {other}，句中没有说明", other=_told(other))


def noticed(statements: Iterable[Statement], material: Material, reckoner: Reckoner) -> list[str]:
    """What a reader should know as of the day: figures that contradict, rates that amount and plan cannot give."""
    printed = sorted({entry for each in statements for entry in _published(each)})
    told = []
    for entry in printed:
        for other in contradicting(entry, material):
            words = {"id": entry, "source": material.source_of[other["id"]], "amount": _told(other)}
            told.append(say("{id}：来源 {source} 给出 {amount}，两者矛盾", **words))
    return [*told, *_impossible_rates(printed, material, reckoner)]


def replaced_since(statements: Iterable[Statement], today: dt.date, viewer: Viewer) -> list[str]:
    """Figures known on the day that are no longer what is known today: told beside a bulletin, never in its record."""
    used = {entry for each in statements for entry in each.entries}
    readings = known(today, viewer)["readings"].filter(pl.col("id").is_in(sorted(used)), ~pl.col("current"))
    return [
        say("{id} 后来已有更新的数，本通报仍按当日所知", id=name) for name in sorted(readings["id"].to_list())
    ]


def _told(other: Row) -> str:
    """A figure with its unit, as a letter prints it."""
    return with_unit(amount(("", ""), other["amount"], other["unit"]))


def _published(statement: Statement) -> set[str]:
    return {
        origin.entry
        for number in statement.numbers
        for origin in number.origins
        if isinstance(origin, Published)
    }


def _impossible_rates(printed: list[str], material: Material, reckoner: Reckoner) -> Iterator[str]:
    """Published rates of printed amounts that amount ÷ published plan cannot give, whatever was rounded."""
    amounts = material.this.table("amounts").filter(pl.col("current"), pl.col("amount").is_not_null())
    promised = material.this.table("promised").filter(pl.col("amount").is_not_null())
    for relation in material.this.rows("plans"):
        if relation["rate"] is None:
            continue
        for done in amounts.filter(
            pl.col("id").is_in(printed), pl.col("indicator") == relation["done"]
        ).to_dicts():
            of_body = pl.col("subject") == done["subject"]
            days = (pl.col(name) == done[name] for name in ("period_start", "period_end"))
            rates = amounts.filter(of_body, pl.col("indicator") == relation["rate"], *days)
            wanted = (of_body, pl.col("indicator") == relation["plan"], pl.col("family") == done["family"])
            begins = pl.col("period_start") == done["period_start"]
            plans = [*amounts.filter(*wanted, begins)["id"], *promised.filter(*wanted, begins)["id"]]
            yield from _held_against(done["id"], rates["id"].to_list(), plans, reckoner)


def _held_against(done: str, rates: list[str], plans: list[str], reckoner: Reckoner) -> Iterator[str]:
    for rate in sorted(rates):
        for plan in sorted(plans):
            cells = {"printed": rate, "a": done, "b": plan}
            said = {name: _quantity(reckoner.found(entry)) for name, entry in cells.items()}
            verdict = check(Printed("ratio", "%", said))
            if verdict.verdict == "inconsistent":
                yield say("{rate}：公布的完成率与 {done} ÷ {plan} 对不上", rate=rate, done=done, plan=plan)


def _quantity(entry: Found) -> Quantity:
    return Quantity(read(entry.body["number"]), entry.body["unit"])
