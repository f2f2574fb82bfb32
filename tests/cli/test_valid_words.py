# SPDX-License-Identifier: EUPL-1.2
"""The words that an argument takes are in its `--help` and in the refusal of any other."""

import pytest

from app.actions.accessions import FIELDS
from app.domain.accession_states import TRANSITIONS
from app.domain.documents import DOCUMENT_KINDS
from app.domain.drafts import DRAFTS
from tests.cli.conftest import Say

STEPS = {way.step.value for way in TRANSITIONS if way.is_recorded}
LINES = {"services", "people", "resolution", "signature", "sending", "outcome", "end"}


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("set", set(FIELDS)),
        ("draft", {key for key, draft in DRAFTS.items() if draft.kinds}),
        ("attach", LINES | set(DOCUMENT_KINDS)),
        ("item", LINES),
        ("record", STEPS),
    ],
)
def test_the_help_lists_them_one_a_line(say: Say, word: str, known: set[str]) -> None:
    lines = say("accession", word, "--help").out.splitlines()
    assert known <= {line.split()[0] for line in lines if line.startswith("  ")}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("set", 1, "firmatario=Rossi"), "signer_name"),
        (("draft", 1, "delibera", "--output", "x.odt"), "domanda_adesione"),
        (("draft", 1, "lettera_recesso", "--output", "x.odt"), "domanda_adesione"),
        (("item", 1, "firma", "--skip", "x"), "signature"),
        (("attach", 1, "firma", "x.pdf"), "signature"),
        (("record", 1, "send", "--on", "2026-10-10"), "propose"),
    ],
)
def test_a_refusal_names_what_would_be_taken(aprica: Say, words: tuple[object, ...], named: str) -> None:
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05")
    answer = aprica("accession", *words)
    assert answer.is_refusal
    assert named in answer.err
