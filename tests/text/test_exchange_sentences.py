# SPDX-License-Identifier: EUPL-1.2
"""The sentences of packages, answers, editions and keys: none missing, none that nobody says."""

import re
from pathlib import Path

import pytest

import app
from app.text.exchange_sentences import EXCHANGE_SENTENCES

_APP = Path(app.__file__).parent
_MADE_OF_PARTS = {"package.is_request", "package.is_answer", "package.is_catalogue"}  # of the kind that was found
_SOURCES = "".join(
    file.read_text(encoding="utf-8") for file in _APP.rglob("*.py") if file.name != "exchange_sentences.py"
)


def test_every_sentence_is_said_somewhere() -> None:
    told = set(re.findall(r'"([a-z]+\.[a-z_]+)"', _SOURCES)) | _MADE_OF_PARTS
    assert set(EXCHANGE_SENTENCES) - told == set()
    assert 'f"package.is_{' in _SOURCES


@pytest.mark.parametrize("code", EXCHANGE_SENTENCES)
def test_a_sentence_says_what_happened_what_was_kept_and_what_to_do(code: str) -> None:
    sentence = EXCHANGE_SENTENCES[code]
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert len(re.findall(r"[.] [A-ZÈ]", sentence)) >= 1
    assert "database" not in sentence.lower()
