"""Provenance: who said it, on which day could it be known, and about which days is it?"""

import re
from functools import lru_cache

from maoding.intake import cells
from maoding.intake.known import Known
from maoding.intake.lines import Line
from maoding.intake.problems import UnfitCellError
from maoding.terms.language import say
from maoding.terms.periods import NoSuchPeriodError, Period, months
from maoding.terms.published import DATED, Published, last_day

SURMISED = ("url-epoch", "inferred")
YEAR = re.compile(r"(?:19|20)\d{2}(?=年|年度|\s*$)")
NOT_SAID = Published("", "unknown")


def subject(line: Line, known: Known, *fields: str) -> str:
    """Code of the body a row is about; empty, with a problem noted, where none can be told."""
    return line.take(line.first(*fields), lambda text: _named(text, known.body(text) if text else ""), "")


def _named(text: str, code: str) -> str:
    if not text:
        raise UnfitCellError(say("没有写主体"), say("请填写单位名称或编号，每行都要写"))
    return code


def source(line: Line) -> str:
    """Code or name of what said it; a table without such a column, or a blank in it, speaks for itself."""
    return line.text("source") or line.table.file


def published(line: Line, known: Known) -> Published | None:
    """When it was published; None, with a problem noted, where the cell cannot be read or lies ahead."""
    precision = line.text("published_precision").lower() if line.has("published_precision") else None
    origin = known.sources.get(line.text("source"))
    found = line.take("published_at", lambda text: _published(text, precision, origin), None)
    if found and found.precision in DATED and _first_day(found.at) > known.today.isoformat():
        line.note(
            "published_at",
            say("发布日期 {at} 还没有到（今天是 {today}）", at=found.at, today=known.today),
            say("请核对年份和月份"),
        )
        return None
    return found


def _first_day(at: str) -> str:
    return f"{at}-01-01"[:10]


@lru_cache(maxsize=4096)
def _published(text: str, precision: str | None, origin: Published | None) -> Published:
    """A date with its precision: as the column says; where there is none, as its source or the writing says."""
    if precision is None:
        if not text:
            return NOT_SAID
        at, written = cells.day(text)
        # A source whose own date is a surmise lends its rows no better one (contracts §1).
        if origin and origin.precision not in DATED and origin.at == at:
            return Published(at, origin.precision)
        return Published(at, written)
    if precision in ("", "unknown"):
        return Published(text, "unknown")
    if precision.endswith(SURMISED):
        return Published(text, "inferred")
    if precision not in DATED:
        raise UnfitCellError(
            say("没有“{precision}”这种日期精度", precision=cells.shortened(precision)),
            say("请写 day、month、year、inferred 或 unknown"),
        )
    at, written = cells.day(text)
    length = {"year": 4, "month": 7, "day": 10}
    return Published(at[: length[precision]], written if length[written] < length[precision] else precision)


def period(line: Line) -> Period | None:
    """The days a row is about; None, with a problem noted, where it does not say or they cannot be."""
    if (line.has("period_start") or line.has("period_end")) and (
        line.text("period_start") or line.text("period_end") or not line.has("period")
    ):
        return _span(line)
    if not line.has("period"):
        return line.take("year", lambda text: cells.period(_stated(text), None), None)
    year = line.take("year", _year, None) or _year_of_titles(line.table.titles)
    return line.take("period", lambda text: cells.period(_stated(text), year), None)


def _span(line: Line) -> Period | None:
    start, end = line.text("period_start"), line.text("period_end")
    if not start and not end:
        line.note("period_end", say("原文未写时期"), say("请写明起止日期；原文没有时期的数不能入账"))
        return None
    if not start or not end:
        line.note(
            "period_start" if end else "period_end",
            say("时期只写了一头"),
            say("请把起始日期和截止日期都写上；时点数两个日期写同一天"),
        )
        return None
    return line.take("period_end", lambda _: cells.span(start, end), None)


def _stated(text: str) -> str:
    if not text:
        raise UnfitCellError(say("原文未写时期"), say("请写明时期，如 2021年1-5月；原文没有时期的数不能入账"))
    return text


def _year(text: str) -> int | None:
    if not text:
        return None
    at, _ = cells.day(text)
    return int(at[:4])


def _year_of_titles(titles: tuple[str, ...]) -> int | None:
    """The one year that the title above the table names."""
    years = {found for title in titles for found in YEAR.findall(title)}
    return int(years.pop()) if len(years) == 1 else None


def note_january(line: Line, covered: Period, name: str) -> None:
    """Note where a row gives January of an indicator that has no January figure."""
    january = months(covered.start.year, 1, 1)
    if january.start <= covered.start and covered.end <= january.end:
        line.note(
            line.first("period", "period_end", "year"),
            say("“{name}”1月份不单独公布，最早是1—2月", name=name),
            say("请核对时期，改为 1—2月 或之后的累计"),
        )


def deadline(text: str, within: Period) -> Period:
    """The period cut at a day by which a deed is due, where the day lies in it."""
    try:
        return Period(within.start, min(within.end, last_day(cells.day(text)[0])))
    except (UnfitCellError, NoSuchPeriodError):
        return within
