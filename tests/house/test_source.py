"""Is every source file small, plainly named, and about one question?"""

import pytest

from tests.house import rules, tree

OF_ALL = tree.of(*tree.WRITTEN)
OF_PROGRAM = tree.of(*tree.PROGRAM)
PAGES = [path for suffix in (".html", ".css", ".js") for path in tree.of("maoding", suffix=suffix)]


def broken(rule, paths):
    return [f"{path}: {place}" for path in paths for place in rule(tree.parsed(path))]


def test_there_is_something_to_hold_to_the_rules():
    assert {path.parts[0] for path in OF_ALL} >= {"maoding", "setup", "tests"}
    rooms = {"terms", "decisions", "ledger", "judge", "intake", "publish", "app"}
    assert {path.parts[1] for path in OF_PROGRAM if len(path.parts) > 2} >= rooms


def test_no_file_is_longer_than_300_lines():
    assert not [path for path in (*OF_ALL, *PAGES) if tree.text(path).count("\n") > 300]


def test_no_function_reaches_40_lines():
    assert not broken(rules.long_functions, OF_ALL)


@pytest.mark.parametrize("rule", [rules.inner_imports, rules.questionless, rules.stubs, rules.unsayable])
def test_the_program_keeps_the_rule(rule):
    assert not broken(rule, OF_PROGRAM)


def test_only_the_clock_looks_at_the_clock():
    clock = [path for path in OF_PROGRAM if path.as_posix() == "maoding/app/clock.py"]
    assert broken(rules.clocks, clock), "maoding/app/clock.py should be the one that looks"
    assert not broken(rules.clocks, [path for path in tree.of("maoding") if path not in clock])


def importing(unwanted, paths):
    """import-linter sees Django as one package, so this part of the map is held here."""
    return [
        f"{path}: {name}"
        for path in paths
        for name in rules.imported(tree.parsed(path))
        if unwanted.match(name)
    ]


def test_the_web_stays_at_the_doors():
    doors = [path for path in tree.of("maoding") if rules.DOORS.match(path.as_posix())]
    assert importing(rules.WEB, doors)
    assert not importing(rules.WEB, [path for path in tree.of("maoding") if path not in doors])


def test_the_database_is_touched_by_ledger_and_app_only():
    keepers = [path for path in tree.of("maoding") if path.parts[1] in ("ledger", "app")]
    assert importing(rules.STORE, keepers)
    assert not importing(rules.STORE, [path for path in tree.of("maoding") if path not in keepers])


def test_no_test_is_switched_off_without_a_reason():
    assert not broken(rules.idle_tests, tree.of("tests"))


def test_no_name_hides_what_is_inside():
    assert not [path for path in tree.files() if list(rules.shunned_names(path.parts))]


def test_nothing_is_marked_as_left_for_later():
    assert not [path for path in tree.texts() if rules.UNFINISHED.search(tree.text(path))]


def test_no_registry_is_named():
    assert not [path for path in tree.texts() if rules.HOSTS.search(tree.text(path))]


def test_no_path_of_one_machine_stands_anywhere():
    found = {str(path): rules.MACHINE_PATHS.search(tree.text(path)) for path in tree.texts()}
    assert not {path: place[0] for path, place in found.items() if place}


def test_pages_speak_through_say():
    """Chinese outside ``say(…)`` could not be read in English; only the switch between the two stays as it is."""
    left = {str(path): rules.CHINESE.findall(rules.outside_templates(tree.text(path))) for path in PAGES}
    assert not {path: "".join(letters) for path, letters in left.items() if letters}
