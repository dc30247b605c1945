"""Does the Taicang pack hold all that the published tables hold, and nothing it must not?"""

import csv
import hashlib
import re
import subprocess
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from maoding.terms.units import unit
from maoding.terms.words import is_refused

ROOT = Path(__file__).parent.parent.parent
PACK = ROOT / "cities" / "taicang"
LATER = ("livelihood", "policies")
TABLES = ("sources", "orgs", "targets", "actuals", "projects", "key_dates", "livelihood", "policies")
PLACED = ("targets", "actuals", "projects")
PLACE = ["document", "sha256", "start", "end"]
LEFT_OUT = {"verbatim", "head", "head_as_of"}
PROSE = {"note", "title_short", "event", "clause", "content", "plan"}  # may be told in other words
IDS = {"targets": "target_id", "actuals": "actual_id", "projects": "project_id"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def facts(name: str) -> list[dict[str, str]]:
    return rows(PACK / ("later" if name in LATER else "facts") / f"{name}.csv")


def published(shared: Path, name: str) -> list[dict[str, str]]:
    return rows(shared / "data" / "taicang" / f"{name}.csv")


def ids(name: str) -> set[str]:
    return {row[IDS[name]] for row in facts(name)}


def pack_yaml(name: str):
    return yaml.safe_load((PACK / name).read_text(encoding="utf-8"))


def pack_files() -> list[Path]:
    return [path for path in sorted(PACK.rglob("*")) if path.is_file()]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("name", TABLES)
def test_every_published_row_is_in_the_pack_with_its_values(shared: Path, name: str):
    theirs, ours = published(shared, name), facts(name)
    moved = LEFT_OUT | (set() if name == "sources" else {"source"})
    assert list(ours[0]) == [head for head in theirs[0] if head not in moved] + PLACE * (name in PLACED)
    same = [head for head in theirs[0] if head not in moved | PROSE | {"source"}]
    assert [[row[head] for head in same] for row in ours] == [[row[head] for head in same] for row in theirs]


def test_every_indicator_is_in_the_pack_and_investment_has_no_january(shared: Path):
    theirs, ours = published(shared, "indicators"), rows(PACK / "indicators.csv")
    assert [{head: row[head] for head in theirs[0]} for row in ours] == theirs
    assert {row["code"] for row in ours if row["no_january"] == "1"} == {
        row["code"] for row in theirs if re.match(r"FAI(_|$)", row["code"])
    }
    assert {row["no_january"] for row in ours} == {"0", "1"}


def test_of_all_that_was_said_only_a_note_may_be_left_empty(shared: Path):
    for name in TABLES:
        for theirs, ours in zip(published(shared, name), facts(name), strict=True):
            emptied = [head for head in ours if head in PROSE and theirs[head] and not ours[head]]
            assert all(head == "note" for head in emptied), ours


def test_addresses_stand_only_where_they_may_be_shown():
    for row in facts("sources"):
        assert bool(row["source"]) == (row["showable"] == "1"), row["source_id"]


def test_no_link_hides_in_another_column():
    for path in pack_files():
        for line in path.read_text(encoding="utf-8").splitlines():
            assert "http" not in line or (path.name == "sources.csv" and line.endswith(",1")), line


def test_no_official_is_named_in_any_tracked_file(shared: Path):
    heads = [row["head"] for row in published(shared, "orgs") if row["head"]]
    names = [re.split(r"[(（]", head)[0] for head in heads]
    assert len(names) > 5
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    tracked = [ROOT / name for name in listed.decode().split("\0") if name]
    for path in {*tracked, *pack_files()}:
        held = path.read_bytes() if path.is_file() else b""
        assert not any(name.encode() in held for name in names), path.relative_to(ROOT)


def test_no_phrase_of_a_source_is_quoted(shared: Path):
    phrases = [row["verbatim"] for row in published(shared, "targets") if len(row["verbatim"]) >= 12]
    assert len(phrases) > 30
    for path in pack_files():
        text = squeezed(path.read_text(encoding="utf-8"))
        assert [phrase for phrase in phrases if squeezed(phrase) in text] == [], path.name


def test_notes_hold_no_quotation_marks():
    for name in TABLES:
        for row in facts(name):
            assert not any(set("‘’“”") & set(row.get(head, "")) for head in PROSE), row


def test_documents_are_those_beside_the_project(shared: Path):
    for document in pack_yaml("city.yaml")["documents"]:
        held = (shared / document["path"]).read_bytes()
        assert hashlib.sha256(held).hexdigest() == document["sha256"]
        assert document["source"] in {row["source_id"] for row in facts("sources")}


@pytest.mark.parametrize("name", PLACED)
def test_every_row_of_the_two_newspaper_pages_has_its_place(shared: Path, name: str):
    documents = {document["source"]: document for document in pack_yaml("city.yaml")["documents"]}
    placed = 0
    for row in facts(name):
        if row["source_id"] not in documents:
            assert [row[column] for column in PLACE] == [""] * 4
            continue
        document = documents[row["source_id"]]
        assert (row["document"], row["sha256"]) == (document["document"], document["sha256"])
        text = (shared / document["path"]).read_text(encoding="utf-8")
        assert 0 <= int(row["start"]) < int(row["end"]) <= len(text)
        placed += 1
    assert placed == {"targets": 43, "actuals": 15, "projects": 41}[name]


def words_at(shared: Path, row: dict[str, str]) -> str:
    text = (shared / row["document"]).read_text(encoding="utf-8")
    return text[int(row["start"]) : int(row["end"])]


def test_the_place_of_a_target_holds_its_words(shared: Path):
    for theirs, ours in zip(published(shared, "targets"), facts("targets"), strict=True):
        if ours["document"]:
            assert squeezed(theirs["verbatim"]) in squeezed(words_at(shared, ours)), ours["target_id"]


def test_the_place_of_a_reading_holds_its_number(shared: Path):
    for row in facts("actuals"):
        if row["document"]:
            shown = "第一" if row["unit"] == "名次" else row["value"]
            assert shown in words_at(shared, row), row["actual_id"]


def test_the_stale_repost_stays_to_be_refused():
    assert [row["actual_id"] for row in facts("actuals") if is_refused(row["status"])] == ["A147"]


def test_relations_name_what_the_pack_has():
    relations = pack_yaml("relations.yaml")
    codes = {row["code"] for row in rows(PACK / "indicators.csv")}
    singles = (
        "done",
        "rate",
        "plan",
        "part",
        "whole",
        "share",
        "quotient",
        "amount",
        "count",
        "net",
        "stock",
        "indicator",
    )
    groups = ("completion", "within", "shares", "quotients", "net_of", "filters")
    named = {row[key] for group in groups for row in relations[group] for key in singles if row.get(key)}
    named |= {code for whole, parts in relations["parts"].items() for code in (whole, *parts)}
    named |= {code for line in relations["nested_indicators"] for code in line}
    assert named <= codes
    bodies = {row["org"] for row in facts("orgs")}
    assert {body for row in relations["places"] for body in (row["whole"], *row["parts"])} <= bodies
    steps = {row["stage"] for row in pack_yaml("stages.yaml")["stages"]}
    for deed in relations["deeds"]:
        assert deed["commitment"] in ids("targets")
        assert set(deed["projects"]) <= ids("projects")
        assert deed["step"] in steps


def half_a_digit(text: str) -> Decimal:
    return Decimal(5).scaleb(Decimal(text).as_tuple().exponent - 1)


def said_together() -> list[dict[str, str]]:
    """Values by indicator, for each body, period and source that gives them."""
    together: dict[tuple[str, ...], dict[str, str]] = {}
    for row in facts("actuals"):
        key = (row["org"], row["period_start"], row["period_end"], row["source_id"])
        if row["value"]:
            together.setdefault(key, {})[row["indicator"]] = row["value"]
    return list(together.values())


def test_parts_add_up_within_rounding_wherever_one_source_gives_them_all():
    tried = 0
    for whole, parts in pack_yaml("relations.yaml")["parts"].items():
        for values in said_together():
            if {whole, *parts} <= set(values):
                said = [values[code] for code in (*parts, whole)]
                off = abs(sum(map(Decimal, said[:-1])) - Decimal(said[-1]))
                assert off <= sum(map(half_a_digit, said)), (whole, values)
                tried += 1
    assert tried >= 9


def test_every_word_for_a_stage_has_a_step_or_says_why_not():
    stages = pack_yaml("stages.yaml")
    steps = [row["stage"] for row in stages["stages"]]
    assert {row["stage"] for row in facts("projects")} == set(stages["words"])
    for word, said in stages["words"].items():
        assert said["stage"] in steps or said["why"], word
        assert all(step in steps for step in said.get("between", []))
    assert {said["stage"] for said in stages["dates"].values()} <= set(steps)
    assert {row["tier"] for row in facts("projects")} - {""} == set(stages["tiers"])


def test_versions_of_a_project_have_a_source_and_a_known_unit():
    sources = {row["source_id"]: row["published_at"] for row in facts("sources")}
    for row in facts("project_versions"):
        assert row["project_id"] in ids("projects")
        assert sources[row["source_id"]] == row["published_at"]
        assert unit(row["unit"])
        assert Decimal(row["value"]) > 0


def test_printed_statements_name_their_source_and_only_known_kinds():
    sources = {row["source_id"] for row in facts("sources")}
    printed = rows(PACK / "printed.csv")
    assert {row["source_id"] for row in printed} <= sources
    assert {row["kind"] for row in printed} <= {"sum", "share", "ratio", "count"}
    assert len({row["id"] for row in printed}) == len(printed)


def test_every_question_with_a_known_answer_is_planned_for(shared: Path):
    plan = rows(Path(__file__).parent / "qa_plan.csv")
    asked = published(shared, "QA")
    assert [(row["qa_id"], row["kind"]) for row in plan] == [(row["qa_id"], row["category"]) for row in asked]
    known = ids("targets") | ids("actuals") | ids("projects")
    for row in plan:
        assert set(row["records"].split(";")) <= known, row["qa_id"]
        assert row["answerable"] in {"yes", "no", "partly"}
        assert bool(row["why_not"]) == (row["answerable"] != "yes"), row["qa_id"]
