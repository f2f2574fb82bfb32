# SPDX-License-Identifier: EUPL-1.2
"""Whether a signed file is the one given out, from what was read of it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.signatures import Earlier, Match, SignedFile, Signer, as_noted, compare_with_given_out, first_signed_at

GIVEN, STAMPED, OTHER = "a" * 64, "b" * 64, "c" * 64
MARK = "0123456789ABCDEF" * 2
SIGNER = Signer(
    name="Maria Bianchi",
    fiscal_code="BNCMRA60A41A337X",
    organisation="",
    certificate_from=date(2025, 1, 1),
    certificate_until=date(2028, 12, 31),
    issuer="Autorità di prova",
    signed_at=datetime(2026, 11, 3, 9, 30, tzinfo=UTC),
    has_timestamp=False,
    is_intact=True,
    was_certificate_valid=True,
)
SIGNED = SignedFile(
    kind="pades",
    content=b"%PDF-",
    content_sha256=GIVEN,
    signers=(SIGNER,),
    covers_whole_file=True,
    has_changes_after=False,
    trust="not_checked",
    earlier=(Earlier(GIVEN, is_untouched=True),),
    mark=MARK,
)
TOUCHED = Earlier(GIVEN, is_untouched=False)
BROKEN = replace(SIGNED, signers=(SIGNER, replace(SIGNER, is_intact=False)))


@pytest.mark.parametrize(
    ("signed", "match"),
    [
        (SIGNED, Match.SAME),
        (replace(SIGNED, kind="none", signers=()), Match.NOT_SIGNED),
        (BROKEN, Match.BROKEN),
        (replace(SIGNED, has_changes_after=True), Match.CHANGED_AFTER),
        (replace(BROKEN, has_changes_after=True), Match.CHANGED_AFTER),
        # stamped and then signed: the file given out is an earlier state, but not the one that was signed
        (replace(SIGNED, earlier=(TOUCHED, Earlier(STAMPED, is_untouched=True))), Match.ALTERED),
        # saved anew by a program: no state has our bytes, the mark is still ours
        (replace(SIGNED, earlier=(Earlier(STAMPED, is_untouched=True),)), Match.ALTERED),
        (replace(BROKEN, earlier=(Earlier(STAMPED, is_untouched=True),)), Match.CHANGED_AFTER),
        (replace(SIGNED, earlier=(), mark=MARK[::-1]), Match.OTHER),
        (replace(BROKEN, earlier=(), mark=MARK[::-1]), Match.OTHER),
        (replace(SIGNED, earlier=(), mark=""), Match.OTHER),
        (replace(BROKEN, earlier=(), mark=""), Match.CHANGED_AFTER),
    ],
)
def test_how_a_signed_file_relates_to_the_one_given_out(signed: SignedFile, match: Match) -> None:
    assert compare_with_given_out(signed, GIVEN, MARK) is match


def test_two_files_without_a_mark_are_not_taken_for_one() -> None:
    assert compare_with_given_out(replace(SIGNED, mark=""), OTHER) is Match.OTHER


def test_a_file_is_intact_when_all_its_signatures_are() -> None:
    assert SIGNED.is_intact
    assert not BROKEN.is_intact
    assert not replace(SIGNED, signers=()).is_intact


def test_certificates_are_valid_when_each_is_and_unknown_when_one_is() -> None:
    def together(*told: bool | None) -> bool | None:
        signers = tuple(replace(SIGNER, was_certificate_valid=each) for each in told)
        return replace(SIGNED, signers=signers).were_certificates_valid

    assert together(True, True) is True
    assert together(True, False) is False
    assert together(None, False) is False
    assert together(True, None) is None
    assert together() is None


def test_what_is_kept_of_a_signed_file_can_be_written_as_json() -> None:
    kept = json.loads(json.dumps(as_noted(SIGNED, Match.SAME)))
    assert (kept["match"], kept["is_intact"], kept["was_certificate_valid"]) == ("same", True, True)
    assert kept["signers"] == ["Maria Bianchi"]
    assert kept["signatures"][0]["signed_at"] == "2026-11-03T09:30:00+00:00"
    assert kept["signatures"][0]["certificate_until"] == "2028-12-31"
    unsigned = as_noted(replace(SIGNED, kind="none", signers=()))
    assert (unsigned["match"], unsigned["is_intact"], unsigned["signers"]) == (None, None, [])


def test_the_first_signature_counts() -> None:
    later = replace(SIGNER, signed_at=datetime(2026, 11, 4, tzinfo=UTC))
    assert (
        first_signed_at(replace(SIGNED, signers=(later, SIGNER, replace(SIGNER, signed_at=None)))) == SIGNER.signed_at
    )
    assert first_signed_at(replace(SIGNED, signers=())) is None
