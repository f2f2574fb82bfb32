# SPDX-License-Identifier: EUPL-1.2
"""Each gap names the word that completes it."""

import pytest

from app.cli.gap_words import gap_line
from app.domain.accessions import AccessionId
from app.domain.draft_gaps import find_gaps


@pytest.mark.parametrize(
    ("what", "word"),
    [
        ("fini della convenzione", "accession set 7 purpose=…"),
        ("codice fiscale del comune", "comune correct fiscal_code=…"),
        ("responsabile del procedimento", "comune person rup …"),
        ("servizi richiesti", "accession service 7 …"),
        ("numero della delibera", "accession record 7 resolve --number …"),
        ("data da cui la delibera è esecutiva", "accession record 7 enforce --enforceable-on …"),
        ("numero della determina", "act add determination --accession 7 --number …"),
    ],
)
def test_a_gap_names_its_word(what: str, word: str) -> None:
    (gap,) = find_gaps([what])
    assert gap_line(gap, AccessionId(7)) == f"  {what}: {word}"


def test_what_is_written_by_hand_names_none() -> None:
    (gap,) = find_gaps(["estremi del decreto"])
    assert gap_line(gap, AccessionId(7)) == "  estremi del decreto"
