# SPDX-License-Identifier: EUPL-1.2
"""The refusals of signed files: none missing, none that nobody says, each with what was kept and what to do."""

import re
from pathlib import Path

import pytest

import app
from app.text.signature_sentences import SIGNATURE_SENTENCES

_SOURCES = "".join(file.read_text(encoding="utf-8") for file in (Path(app.__file__).parent / "formats").glob("*.py"))


def test_each_refusal_has_its_sentence_and_each_sentence_its_refusal() -> None:
    assert set(re.findall(r'"(signature\.[a-z_]+)"', _SOURCES)) - {"signature.json"} == set(SIGNATURE_SENTENCES)


@pytest.mark.parametrize("code", sorted(SIGNATURE_SENTENCES))
def test_a_refusal_says_what_was_kept_and_what_to_do(code: str) -> None:
    happened, kept, to_do = re.split(r"(?<=[.]) (?=Il file è rimasto|Nulla è stato|[A-Z])", SIGNATURE_SENTENCES[code])[
        :3
    ]
    assert happened
    assert kept in {"Il file è rimasto com'era.", "Nulla è stato cambiato."}
    assert re.match(r"Fai|Scarica|Fatt|Aprilo|Controlla|Aggiungi|Scegli", to_do)
