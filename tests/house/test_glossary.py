"""Is one Chinese term one English identifier, and does the glossary tell what the code says today?"""

import ast
import csv
import importlib
import pkgutil
import re
from functools import cache

import maoding.judge
from maoding.judge.finding import FINDINGS
from tests.house import rules, tree

WORD = re.compile(r"[a-z][a-z0-9_]*")


@cache
def glossary():
    with (tree.ROOT / "docs/glossary.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 40
    return rows


def column(name):
    return [row[name] for row in glossary()]


def names(module):
    """Every identifier and every word of a text in a module; docstrings are prose and do not count."""
    prose = {
        id(n.value) for n in ast.walk(module) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield from WORD.findall(node.value)
        for field in ("id", "arg", "attr", "name"):
            if isinstance(getattr(node, field, None), str):
                yield getattr(node, field)


@cache
def words_in_use():
    said = {word for path in tree.of("maoding") for word in names(tree.parsed(path))}
    for suffix in (".yaml", ".csv"):
        for path in tree.of("maoding", "cities", suffix=suffix):
            said |= set(WORD.findall(tree.text(path)))
    return said | {path.stem for path in tree.of("maoding")}


def test_the_columns_are_term_identifier_and_meaning():
    assert list(glossary()[0]) == ["中文", "identifier", "meaning"]
    assert not [row for row in glossary() if None in row or not all(row.values())]


def test_a_term_has_one_identifier_and_an_identifier_one_term():
    for name in ("中文", "identifier"):
        assert not {entry for entry in column(name) if column(name).count(entry) > 1}


def test_terms_are_chinese_and_identifiers_english():
    assert not [term for term in column("中文") if not rules.CHINESE.search(term)]
    assert not [identifier for identifier in column("identifier") if not WORD.fullmatch(identifier)]


def test_every_identifier_is_used_in_the_code():
    assert not set(column("identifier")) - words_in_use()


def test_every_finding_says_what_it_is_with_its_chinese_name():
    for module in pkgutil.iter_modules(maoding.judge.__path__, "maoding.judge."):
        importlib.import_module(module.name)
    assert len(FINDINGS) > 5
    assert not [name for name, finding in FINDINGS.items() if not rules.CHINESE.search(finding.__doc__ or "")]
