"""By page: how long does Taicang's scoreboard page take when the same day is asked again?

Django's test client goes through all of the site but the socket: guards, sign-in, database, judge, template.
"""

import re
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

PAGE = "/taicang/?day=2021-06-30"
ROW = re.compile(r"/taicang/row/([^/?]+)/")


def load(_folder: Path) -> Client:
    """A reader who has signed in."""
    django.setup()
    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    user, _ = get_user_model().objects.get_or_create(username="bench")
    client.force_login(user)
    return client


def work(client: Client, page: str = PAGE) -> str:
    """The page as text."""
    answer = client.get(page)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def checksum(page: str) -> str:
    """Ids of the promises on the page, sorted."""
    return " ".join(sorted(set(ROW.findall(page))))
