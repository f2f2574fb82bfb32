# SPDX-License-Identifier: EUPL-1.2
"""The English is whole and no older than the Italian; the Italian is that of the office."""

import gettext
import io
import re
import string

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from app.text import catalogue
from installer import translate

FORBIDDEN = (
    "database", "record", "query", "null", "errore generico", "eccezione", "si prega", "procedere a",
    "effettuare", "effettua", "cliccare", "clicca",
)  # fmt: skip
"""Words that no office uses (ux.md section 10)."""
_WORD_TO_TYPE = "accession record"  # a word of the command line, as it is typed


@pytest.fixture(scope="module")
def english() -> Catalog:
    """The catalogue with the messages of the code as it is now."""
    return translate.current()


def test_every_message_has_its_english() -> None:
    assert translate.missing() == []


def test_no_message_is_older_than_the_code(english: Catalog) -> None:
    kept = read_po(io.BytesIO(translate.PO.read_bytes()), locale="en")
    kept_ids = {message.id for message in kept if message.id}
    assert kept_ids == {message.id for message in english if message.id}


def test_the_program_reads_what_the_catalogue_says() -> None:
    kept = read_po(io.BytesIO(translate.PO.read_bytes()), locale="en")
    read = catalogue("en")
    assert isinstance(read, gettext.GNUTranslations), "the catalogue was not compiled"
    unread = [
        message.id
        for message in kept
        if isinstance(message.id, str) and message.id and message.string and read.gettext(message.id) != message.string
    ]
    assert unread == []


def test_both_languages_are_filled_with_the_same_values(english: Catalog) -> None:
    different = [
        message.id
        for message in english
        for italian, told in _pairs(message.id, message.string)
        if told and _places(told) - _places(italian)
    ]
    assert different == []


def test_no_word_of_the_machine_is_said(english: Catalog) -> None:
    said = [italian for message in english for italian, _told in _pairs(message.id, message.string)]
    assert len(said) > 300
    wrong = re.compile(r"\b(" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)
    assert [italian for italian in said if wrong.search(italian.replace(_WORD_TO_TYPE, ""))] == []


def _pairs(italian: object, english: object) -> list[tuple[str, str]]:
    if isinstance(italian, tuple | list) and isinstance(english, tuple | list):
        return [(str(one), str(other)) for one, other in zip(italian, english, strict=False)]
    return [(str(italian), str(english or ""))] if italian else []


def _places(message: str) -> set[str]:
    return {name for _text, name, _form, _turn in string.Formatter().parse(message) if name}
