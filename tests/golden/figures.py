"""Figures: which numbers on a page are figures, and does each lead to where it comes from?

A figure must itself be a link, or stand in a cell, a sentence or an item that holds one, to a source, an entry, or a
page that works it out; a count, to the rows it counts. What is no figure is declared here; nothing else is let through.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from lxml import html
from lxml.html import HtmlElement

DIGIT = re.compile(r"\d")
NOT_FIGURES = {
    "addresses in the web": r"https?://\S+",
    "dates and periods": r"""
        \d{4}[ ]?年([ ]?\d{1,2}[ ]?[—–-])?([ ]?\d{1,2}[ ]?月[末底]?([ ]?\d{1,2}[ ]?日)?)?
        | [—–-][ ]?\d{1,2}[ ]?月([ ]?\d{1,2}[ ]?日)? | \d{1,2}[ ]?月([ ]?\d{1,2}[ ]?日|[ ]?[末底])?
        | \d{4}-\d\d(-\d\d)? | (?<![\d.,])(19|20)\d\d(?![\d.,])""",
    "codes of entries, projects, sources and rules": r"[A-Za-z][A-Za-z0-9_.-]*\d[\w-]*",
    "counts of what stands on the page, and places in it": r"""
        第[ ]?[\d,]+([ ]?–[ ]?[\d,]+)?[ ]?[个行页字条项次] | [\d,]+(/[\d,]+)?[ ]?([项个条行份页次处]|种说法)""",
    "the one of a formula": r"（1[ ]\+",
}
PATTERN = re.compile("|".join(f"({each})" for each in NOT_FIGURES.values()), re.VERBOSE)
NOT_READ = {"script", "style", "svg", "input", "select", "textarea", "button", "label", "code", "cite"}
QUOTED = "zh-CN"  # words of a document, names and titles: marked so in either language
PLACES = ("td", "th", "li", "p", "dd", "dt", "h1", "h2", "h3", "blockquote", "caption", "summary")
# Parts that one link explains as a whole: their class, and the class or tag of what must hold the link.
WHOLES = {
    "form": "form",  # what was read at one place of a source
    "sums": "reason", "because": "reason", "out": "reason",  # a promise's sums, from figures that are links
    "columns": "main", "narrow": "main",  # words of a rule and made-up cases; its source stands above
    "record": "tr",  # how a printed statement was worked out again; the row leads to the statement
    "difference": "tr",  # between two numbers of its row
    "chain": "chain",  # the way from an entry to its source, step by step
}  # fmt: skip
EXPLAINING = {"source", "why", "row", "indicator", "project", "body", "rule"}
ROWS_COUNTED = {
    "home", "board", "rules", "indicators", "projects", "bodies", "sources", "cohort", "changes", "changes-board",
    "search",
}  # fmt: skip
ON = EXPLAINING | ROWS_COUNTED


@dataclass(frozen=True)
class Page:
    """A page's main part, the addresses it leads to, the places it has, and its text."""

    main: HtmlElement
    links: tuple[str, ...]
    ids: frozenset[str]
    text: str


def read(content: bytes) -> Page:
    """Read a page."""
    page = html.document_fromstring(content.decode())
    links = tuple(link.get("href", "") for link in page.iter("a"))
    ids = frozenset(str(each.get("id")) for each in page.iter() if each.get("id"))
    return Page(page.get_element_by_id("main"), links, ids, content.decode())


def leads_to(href: str) -> str:
    """Name of the kind of page an address leads to; empty for another site or a place on the same page."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    try:
        return resolve(parts.path).url_name or ""
    except Resolver404:
        return ""


def bare_figures(main: HtmlElement) -> Iterator[str]:
    """Texts of a page that hold a figure which leads nowhere, with the place they stand in."""
    for element in main.iter():
        if isinstance(element.tag, str):
            yield from _bare(element.text, element, main)
        if element is not main:
            yield from _bare(element.tail, element.getparent(), main)


def figure_links(main: HtmlElement) -> Iterator[str]:
    """Addresses that figures lead to."""
    for link in main.iter("a"):
        text = link.text_content()
        if leads_to(link.get("href", "")) in EXPLAINING and DIGIT.search(text):
            yield link.get("href")


def _bare(text: str | None, owner: HtmlElement, main: HtmlElement) -> Iterator[str]:
    if not (text and DIGIT.search(text)) or any(_is_not_read(each) for each in _within(owner, main)):
        return
    if DIGIT.search(PATTERN.sub("", text.replace("\u2009", " "))) and not _leads_on(owner, main):
        yield f"{'/'.join(_named(each) for each in _within(owner, main)[:3])}: {text.strip()}"


def _within(owner: HtmlElement, main: HtmlElement) -> list[HtmlElement]:
    """The element and those it stands in, up to the page's main part."""
    found = [owner, *owner.iterancestors()]
    return found[: found.index(main)]


def _is_not_read(element: HtmlElement) -> bool:
    return element.tag in NOT_READ or element.get("lang") == QUOTED


def _named(element: HtmlElement) -> str:
    return ".".join([str(element.tag), *_classes(element)])


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _leads_on(owner: HtmlElement, main: HtmlElement) -> bool:
    link = next((each for each in _within(owner, main) if each.tag == "a"), None)
    if link is not None:
        return leads_to(link.get("href", "")) in ON or _leads_within(link, main)
    place = _place(owner, main)
    return any(_explains(each, main) for each in place.iter("a"))


def _explains(link: HtmlElement, main: HtmlElement) -> bool:
    return leads_to(link.get("href", "")) in EXPLAINING or _leads_within(link, main)


def _leads_within(link: HtmlElement, main: HtmlElement) -> bool:
    """Whether a link leads to a place on the same page that leads on from there."""
    name = link.get("href", "").partition("#")[2] if link.get("href", "").startswith("#") else ""
    there = main.xpath(".//*[@id=$name]", name=name) if name else []
    return any(
        leads_to(each.get("href", "")) in ON for goal in there for each in _place(goal, main).iter("a")
    )


def _place(owner: HtmlElement, main: HtmlElement) -> HtmlElement:
    """Where the link must stand that explains a text: its cell or sentence, or what is explained as a whole."""
    within = _within(owner, main)
    for name in (WHOLES[name] for each in within for name in _classes(each) if name in WHOLES):
        return next((each for each in within if name in (each.tag, *_classes(each))), main)
    place = next((each for each in within if each.tag in PLACES), owner)
    if place.tag in ("th", "dt"):
        return place.getparent()
    if place.tag in ("h1", "h2", "h3"):
        return next((each for each in within if each.tag in ("section", "li", "article")), main)
    return place
