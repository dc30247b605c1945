"""Do the documents tell the truth about today's code?"""

import re
import subprocess
import tomllib

import pytest

from maoding.app.command import maoding
from setup.changelog import gathered
from tests.house import rules, tree

MAKEFILE = tree.text(tree.Path("Makefile"))
READMES = ("README.md", "README.zh.md")
GUIDES = (*READMES, "CONTRIBUTING.md", "docs/testing.md")
QUOTED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)")
HOMES = "docs/where-things-go.md"


def targets():
    return set(re.findall(r"^\.PHONY: (help .*)$", MAKEFILE, re.MULTILINE)[0].split())


def told(guide):
    """Words after ``make`` and ``maoding`` in the guide's code."""
    text = (tree.ROOT / guide).read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```\w*\n(.*?)```", text, re.DOTALL) + QUOTED.findall(text))
    return {
        tool: set(re.findall(rf"(?:^|[/\s]){tool} ([a-z]+)\b", code, re.MULTILINE))
        for tool in ("make", "maoding")
    }


def homes():
    """Paths named for today's mechanisms, and those named for later ones."""
    today, later = (tree.ROOT / HOMES).read_text(encoding="utf-8").split("\n## Later")
    looks_like_a_path = re.compile(r"[\w.-]+(/[\w.*-]*)+|\w+\.(py|yaml|csv|md)")
    return tuple(
        {word for word in QUOTED.findall(part) if looks_like_a_path.fullmatch(word)}
        for part in (today, later)
    )


def exists(path):
    return any(list(root.glob(path.rstrip("/"))) for root in (tree.ROOT, tree.ROOT / "maoding"))


def test_help_lists_every_target():
    shown = subprocess.run(["make", "help"], cwd=tree.ROOT, capture_output=True, text=True, check=True).stdout
    assert (
        set(re.findall(r"make (\w+)", shown))
        == targets()
        >= {"setup", "demo", "test", "check", "bench", "clean"}
    )


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_of_a_guide_exist(guide):
    assert told(guide)["make"]
    assert told(guide)["make"] <= targets()
    assert told(guide)["maoding"] <= set(maoding.commands)


def test_both_readmes_name_the_same_commands():
    english, chinese = (told(readme) for readme in READMES)
    assert english == chinese
    assert english["make"] >= {"demo", "test"}


@pytest.mark.parametrize("page", [path for path in tree.files() if path.suffix == ".md"], ids=str)
def test_links_lead_somewhere(page):
    folder = (tree.ROOT / page).parent
    assert not [link for link in LINK.findall(tree.text(page)) if not (folder / link).exists()]


def test_every_home_named_today_exists():
    today, _ = homes()
    assert len(today) > 30
    assert not [path for path in today if not exists(path)]


def test_every_module_has_its_line_among_the_homes():
    today, _ = homes()
    modules = [path for path in tree.of("maoding") if path.name != "__init__.py"]
    assert not [path for path in modules if path.relative_to("maoding").as_posix() not in today]


def test_what_comes_later_is_not_here_yet():
    _, later = homes()
    assert later
    assert not [path for path in later if exists(path)]


@pytest.mark.parametrize("fragment", sorted((tree.ROOT / "news").glob("*")), ids=lambda path: path.name)
def test_a_piece_of_news_is_one_line_of_chinese(fragment):
    assert fragment.suffix == ".md"
    text = fragment.read_text(encoding="utf-8")
    assert text.count("\n") == 1
    assert text.endswith("\n")
    assert rules.CHINESE.search(text)


def test_news_are_gathered_under_their_version():
    before = "# Changes\n\nHow.\n\n## 0.1.0（2026-01-01）\n\n- 旧。\n"
    after = gathered(before, ["新。"], "0.2.0", "2026-02-01")
    assert (
        after == "# Changes\n\nHow.\n\n## 0.2.0（2026-02-01）\n\n- 新。\n\n## 0.1.0（2026-01-01）\n\n- 旧。\n"
    )
    assert (
        gathered("# Changes\n", ["新。"], "0.1.0", "2026-01-01")
        == "# Changes\n\n## 0.1.0（2026-01-01）\n\n- 新。\n"
    )


def test_the_licence_is_stated_in_the_file_and_in_the_metadata():
    assert "Apache License" in tree.text(tree.Path("LICENSE"))[:200]
    assert tomllib.loads(tree.text(tree.Path("pyproject.toml")))["project"]["license"] == "Apache-2.0"


@pytest.mark.parametrize(
    "decision", sorted((tree.ROOT / "docs/decisions").glob("*")), ids=lambda path: path.name
)
def test_a_decision_has_a_number_and_a_page(decision):
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", decision.name)
    assert decision.read_text(encoding="utf-8").count("\n") <= 60
