"""Finished pages: are they given again only where nothing has changed, and to each reader with tokens of theirs?"""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from maoding.publish.pages import board
from tests.publish import town
from tests.publish.test_pages_board import BOARD, get

TOKEN = re.compile('name="csrfmiddlewaretoken" value="([^"]*)"')


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """Addresses of the boards that were made and not given again."""
    asked: list[str] = []
    heading = board.heading

    def note(site, question):
        asked.append(question.query())
        return heading(site, question)

    monkeypatch.setattr(board, "heading", note)
    return asked


def test_the_same_page_is_made_once_and_is_the_same(told_site, reader, made):
    first, second = (TOKEN.sub("", get(reader)) for _ in range(2))
    assert first == second
    assert len(made) == 1


def test_what_is_newly_said_makes_it_anew(told_site, reader, made):
    assert "888" not in get(reader)
    town.tell(town.promise("DONE", "888", "亿元", subject="Z"))
    assert "888" in get(reader)
    assert len(made) == 2


def test_another_language_day_or_reader_has_a_page_of_their_own(told_site, reader, made):
    other = Client(headers={"accept-language": "zh-CN"})
    other.force_login(get_user_model().objects.create_user("another"))
    for who, asked in ((reader, {}), (reader, {"day": "2021-07-31"}), (other, {})):
        get(who, **asked)
    reader.cookies["language"] = "en"
    assert "behind" in get(reader)
    assert len(made) == 4
    assert 'title="another"' in get(other)
    assert len(made) == 4


def test_forms_of_a_page_given_again_hold_a_token_that_is_taken(told_site, reader, made):
    strict = Client(headers={"accept-language": "zh-CN"}, enforce_csrf_checks=True)
    strict.force_login(get_user_model().objects.get(username="reader"))
    before = TOKEN.findall(get(reader))
    tokens = TOKEN.findall(get(strict))
    assert len(made) == 1
    assert tokens
    assert set(tokens).isdisjoint(before)
    said = {"language": "en", "next": BOARD}
    assert strict.post("/language/", said | {"csrfmiddlewaretoken": before[0]}).status_code == 403
    assert strict.post("/language/", said | {"csrfmiddlewaretoken": tokens[0]}).status_code == 302


def test_refusals_and_heads_are_not_kept(told_site, reader, made):
    for _ in range(2):
        get(reader, status=400, day="never")
    assert reader.head(BOARD).status_code == 200
    assert not made or len(made) == 1
    get(reader)
    assert len(made) == 2
