"""Do the house rules bite: is a breach of each one found?"""

import ast

import pytest

from tests.house import rules

BREACHES = [
    (rules.long_functions, "def f():\n" + "    x = 1\n" * 39),
    (rules.inner_imports, "def f():\n    import os"),
    (rules.clocks, "import datetime as dt\nday = dt.date.today()"),
    (rules.clocks, "from django.utils import timezone\nnow = timezone.now()"),
    (rules.clocks, "from time import time"),
    (rules.questionless, "x = 1"),
    (rules.questionless, '"""Things about pace."""'),
    (rules.stubs, f"def f():\n    raise {rules.NOT_WRITTEN}"),
    (rules.idle_tests, "def test_x():\n    assert True"),
    (rules.idle_tests, "def test_x():\n    pytest.skip()"),
    (rules.idle_tests, "@pytest.mark.skip\ndef test_x(): ..."),
    (rules.unsayable, 'say(f"第{row}行")'),
    (rules.unsayable, 'say("第" + row)'),
]


@pytest.mark.parametrize(("rule", "source"), BREACHES)
def test_a_breach_is_found(rule, source):
    assert list(rule(ast.parse(source)))


FAIR = [
    (rules.long_functions, "def f():\n" + "    x = 1\n" * 38),
    (rules.inner_imports, "import os\ndef f(): ..."),
    (rules.clocks, "day = clock.today()"),
    (rules.questionless, '"""Pace: is what has been done in step?"""'),
    (rules.questionless, ""),
    (rules.stubs, f'def fact():\n    """What it is about."""\n    raise {rules.NOT_WRITTEN}'),
    (rules.idle_tests, '@pytest.mark.skipif(x, reason="no server here")\ndef test_x():\n    assert x'),
    (rules.unsayable, 'say("第 {row} 行", row=3)'),
]


@pytest.mark.parametrize(("rule", "source"), FAIR)
def test_what_is_allowed_is_let_through(rule, source):
    assert not list(rule(ast.parse(source)))


def test_names_that_say_nothing_are_found():
    assert list(rules.shunned_names(("maoding", "date_utils.py"))) == ["utils"]
    assert not list(rules.shunned_names(("maoding", "judge", "pace.py")))


@pytest.mark.parametrize(
    "path", ["/wo" + "rk/main/x", "see /tm" + "p/x", '"/ro' + 'ot/x"', "/home/" + "someone/x"]
)
def test_machine_paths_are_found(path):
    assert rules.MACHINE_PATHS.search(path)


@pytest.mark.parametrize("path", ["a.gov.cn/wo" + "rk/2021", "the work/ folder", "../shared/data"])
def test_other_paths_are_let_through(path):
    assert not rules.MACHINE_PATHS.search(path)
