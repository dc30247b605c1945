"""Why: from which sentence, cell or record does a number come?"""

from pathlib import Path
from typing import Any

from maoding.ledger import find
from maoding.ledger.find import Found
from maoding.publish.documents import sentence
from maoding.terms.language import noted, say

Step = dict[str, Any]


def why(name: str, shared: Path) -> list[Step]:
    """Chain from an entry to its source, each step with place, hash, offsets, and the sentence where it can be shown.

    `name` is an entry's id or its record's number; an unknown one gives an empty chain.
    """
    steps = []
    for entry in find.entries(name):
        steps.append(_step(entry, shared))
        source = find.source(entry.source)
        if source is not None and source.id != entry.id:
            steps.append(_step(source, shared))
    return steps


def _step(entry: Found, shared: Path) -> Step:
    place = entry.place
    return {
        "id": entry.id,
        "kind": entry.kind,
        "what": what(entry),
        "source": entry.source,
        "place": written_place(place),
        "sha256": place.get("sha256") or entry.body.get("sha256") or None,
        "start": place.get("start"),
        "end": place.get("end"),
        "sentence": sentence(place, shared),
    }


def written_place(place: dict[str, Any]) -> str:
    """A place in words: file, sheet, row and record."""
    parts = [
        str(place[name]) if name in ("file", "document") else say(PARTS[name], n=place[name])
        for name in ("document", "file", "sheet", "row", "record")
        if place.get(name)
    ]
    return say("，").join(parts)


PARTS = {"sheet": noted("工作表 {n}"), "row": noted("第 {n} 行"), "record": noted("记录 {n}")}


def what(entry: Found) -> str:
    """What an entry says, in one line and without words of its source."""
    body = entry.body
    match entry.kind:
        case "source":
            return say("，").join(
                part for part in (body["publisher"], body["title"], body["published"][0]) if part
            )
        case "commitment" | "reading":
            period = "—".join(body["period"])
            number = f"{body['number']}{body['unit']}"
            said = (body["subject"], body["indicator"], period, body["measure"], number)
            return " ".join(part for part in said if part)
        case "event":
            said = (body["subject"], body["kind"], body["detail"], body["on"], body["number"] + body["unit"])
            return " ".join(part for part in said if part)
        case _:
            return str(body.get("name") or body.get("reason") or body.get("code"))
