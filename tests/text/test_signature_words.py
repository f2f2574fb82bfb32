# SPDX-License-Identifier: EUPL-1.2
"""What is said of a signature: what was checked, and no more."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.signatures import Match, Signer
from app.text import set_language
from app.text.signature_words import (
    changes_words,
    kind_label,
    match_words,
    signature_words,
    signer_lines,
    trust_help,
    trust_label,
)
from tests.domain.test_signatures import SIGNED, SIGNER

DAY = date(2026, 11, 3)


def test_a_signature_is_intact_and_of_someone_and_never_valid() -> None:
    assert signature_words(SIGNER) == "Firma integra, certificato di Maria Bianchi"
    assert signature_words(replace(SIGNER, is_intact=False)) == "Firma non integra, certificato di Maria Bianchi"
    assert signature_words(replace(SIGNER, name="")) == "Firma integra, certificato di nome non indicato"


@pytest.mark.parametrize("match", Match)
def test_each_match_says_which_file_and_what_to_do(match: Match) -> None:
    words = match_words(match, DAY)
    assert "generato il 3/11/2026" in words.text
    assert words.label
    assert bool(words.what_to_do) == (match is not Match.SAME)
    assert "generato da Campanile" in match_words(match).text


def test_a_file_that_is_not_ours_is_said_with_the_way_out() -> None:
    altered = match_words(Match.ALTERED, DAY)
    assert altered.text.startswith("Il file firmato non è quello generato il 3/11/2026: ")
    assert "senza convertirlo" in altered.what_to_do
    assert "va su una copia" in match_words(Match.CHANGED_AFTER, DAY).what_to_do


def test_trust_is_said_with_what_it_leaves_open() -> None:
    assert trust_label("not_checked") == "Firma non verificata con le autorità"
    assert "revocato" in trust_help("trusted")
    assert "programma di firma" in trust_help("untrusted")
    assert trust_label("trusted") != trust_label("untrusted")
    assert [kind_label(kind) for kind in ("pades", "cades", "none")] == [
        "Firma dentro il PDF (PAdES)",
        "Busta firmata .p7m (CAdES)",
        "Senza firma",
    ]


def test_the_facts_of_a_signature_one_a_line() -> None:
    assert signer_lines(replace(SIGNER, organisation="Comune di Prova")) == (
        "Codice fiscale BNCMRA60A41A337X, per Comune di Prova",
        "Firmato il 03/11/2026 10:30, secondo chi ha firmato",
        "Certificato dal 01/01/2025 al 31/12/2028, emesso da Autorità di prova",
    )
    bare = replace(SIGNER, fiscal_code="", signed_at=None, issuer="", was_certificate_valid=False)
    assert signer_lines(bare) == (
        "Data della firma non indicata",
        "Certificato dal 01/01/2025 al 31/12/2028",
        "Il giorno della firma il certificato non era in corso: fai firmare di nuovo con uno in corso.",
    )
    assert signer_lines(replace(SIGNER, has_timestamp=True))[1].endswith("c'è anche una marca temporale")
    assert signer_lines(replace(SIGNER, fiscal_code="", organisation="Comune"))[0] == "Per Comune"


def test_what_came_after_the_signature() -> None:
    assert changes_words(SIGNED) == ""
    assert "non copre" in changes_words(replace(SIGNED, has_changes_after=True))
    assert "solo le prove" in changes_words(replace(SIGNED, covers_whole_file=False))


def test_a_name_with_braces_is_text() -> None:
    hostile = replace(SIGNER, name="{name} {0} %s", issuer="{end}", organisation="{code}")
    assert signature_words(hostile).endswith("{name} {0} %s")
    assert signer_lines(hostile)[2].endswith("{end}")


def test_no_word_of_ours_says_valid() -> None:
    signer: Signer = replace(SIGNER, signed_at=datetime.fromisoformat("2026-11-03T09:30:00+00:00"))
    said = [
        signature_words(signer),
        *signer_lines(signer),
        *(trust_label(t) + trust_help(t) for t in ("trusted", "untrusted")),
    ]
    said += [text for match in Match for text in (match_words(match).label, match_words(match).text)]
    assert [text for text in said if "valid" in text.lower()] == []
    set_language("en")
    assert match_words(Match.SAME, DAY).text
