"""Can every message be read in English, with the same values in it?"""

from functools import cache
from string import Formatter

from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from tests.house import rules, tree

ENGLISH = tree.ROOT / "maoding/locale/en/LC_MESSAGES/maoding.po"


@cache
def said(folder):
    """Every text given to ``say`` or ``noted`` in code and pages, gathered as `make messages` does."""
    template = folder / "maoding.pot"
    mapping = str(tree.ROOT / "setup/babel.cfg")
    command = [
        "pybabel",
        "--quiet",
        "extract",
        "--mapping",
        mapping,
        "--keyword",
        "say",
        "--keyword",
        "noted",
    ]
    CommandLineInterface().run([*command, "--output", str(template), str(tree.ROOT / "maoding")])
    with template.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}


@cache
def english():
    with ENGLISH.open("rb") as file:
        return {
            message.id: message.string
            for message in read_po(file, locale="en")
            if message.id and not message.fuzzy
        }


def places(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_messages_are_gathered_from_code(tmp_path_factory):
    assert len(said(tmp_path_factory.getbasetemp())) > 20


def test_every_message_is_chinese(tmp_path_factory):
    """At least in its punctuation, as in ``{place}：{reason}``."""
    assert not [
        text for text in said(tmp_path_factory.getbasetemp()) if not rules.WRITTEN_CHINESE.search(text)
    ]


def test_every_message_has_an_english_translation(tmp_path_factory):
    assert not {text for text in said(tmp_path_factory.getbasetemp()) if not english().get(text)}


def test_no_translation_is_left_behind_by_its_message(tmp_path_factory):
    assert not set(english()) - said(tmp_path_factory.getbasetemp())


def test_a_translation_has_the_places_of_its_message():
    assert not {
        text: translated for text, translated in english().items() if places(text) != places(translated)
    }


def test_a_translation_holds_no_chinese():
    """The quoted word of a rule or a unit may stay, in brackets: step (序时进度)."""
    assert not [text for text in english().values() if rules.CHINESE.search(rules.outside_brackets(text))]
