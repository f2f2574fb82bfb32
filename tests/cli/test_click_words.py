# SPDX-License-Identifier: EUPL-1.2
"""Every sentence that click can say is known: listed in Italian, or known never to be said."""

import ast
import inspect

import click.formatting
import pytest

from app.cli.click_words import ITALIAN, ITALIAN_COUNTED, MODULES
from app.cli.main import build
from app.text import set_language

NEVER_SAID = {
    # to whoever writes the program
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Could not determine name for option with declarations {decls!r}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead?"
        " Did you mean to pass '--{name}'?"
    ),
    "Value must be an iterable.",
    "Choice({choices})",
    # of what we do not use: things that are going away, questions, click's own version, times, identifiers
    "deprecated",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "%(prog)s, version %(version)s",
    "Show the version and exit.",
    "{value!r} is not a valid UUID.",
    "{value!r} does not match the format {format}.",
}


def _said() -> tuple[set[str], set[str]]:
    plain: set[str] = set()
    counted: set[str] = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and node.func.id in {"_", "ngettext"}:
                    (plain if node.func.id == "_" else counted).add(str(first.value))
    return plain, counted


def test_every_sentence_of_click_has_its_italian() -> None:
    plain, counted = _said()
    assert len(plain) > 30
    assert plain - set(ITALIAN) - NEVER_SAID == set()
    assert counted - set(ITALIAN_COUNTED) - NEVER_SAID == set()


def test_nothing_is_listed_that_click_no_longer_says() -> None:
    plain, counted = _said()
    assert set(ITALIAN) - plain == {"required"}  # it is looked up in a table
    assert set(ITALIAN_COUNTED) - counted == set()
    assert NEVER_SAID - plain - counted == set()


@pytest.mark.parametrize(("language", "expected"), [("it", "Uso:"), ("en", "Usage:")])
def test_the_language_is_that_of_the_moment(language: str, expected: str) -> None:
    build()
    set_language(language)
    say = vars(click.formatting)["_"]
    assert say("Usage:") == expected
