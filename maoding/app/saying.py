"""Saying: in which language does this terminal speak, and how do click's own words follow?"""

import gettext
import os
from typing import Any

import click

from maoding.terms.language import FOLDER, choose, say, spoken

ASKED_IN_TURN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def speak() -> None:
    """Choose the language from the environment, for our words and for click's."""
    asked = next((os.environ[name] for name in ASKED_IN_TURN if os.environ.get(name)), None)
    language = choose(asked)
    spoken.set(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", FOLDER)


def translated(command: click.Command) -> click.Command:
    """Put a command's help, its options' and its sub-commands' into the language chosen."""
    command.help = say(command.help) if command.help else None
    for parameter in command.params:
        help_: Any = getattr(parameter, "help", None)
        if help_:
            parameter.help = say(help_)
    if isinstance(command, click.Group):
        for each in command.commands.values():
            translated(each)
    return command
