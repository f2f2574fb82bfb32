# SPDX-License-Identifier: EUPL-1.2
"""Every check, reason and cause has its words."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.invoice_checks import CHECKS, CheckResult, Outcome
from app.domain.refusal import REFUSAL_CAUSES, REFUSAL_LAW
from app.text.invoice_words import cause_label, check_label, check_words, invoice_name, reason_words, refusal_text

_DOMAIN = Path(__file__).resolve().parents[2] / "app" / "domain"
_CALLS = re.compile(r"\b(ok|not_told|wrong|unsure)\(\s*\"([a-z_]+)\"(?:,\s*\"([a-z_.]+)\")?")
_NAMED = re.compile(rf'"((?:{"|".join(CHECKS)})\.[a-z_]+|no_contract|no_schedule)"')
_PARAMS = {
    "name": "Comune", "found": "X", "expected": Decimal("1.50"), "difference": Decimal(2), "on": date(2026, 1, 2),
    "since": date(2026, 1, 1), "until": date(2026, 1, 31), "starts_on": date(2026, 1, 1), "ends_on": date(2026, 1, 31),
    "vat": Decimal(22), "number": "7", "id": 1, "amount": Decimal(3),
}  # fmt: skip


def _reasons() -> set[str]:
    """All reasons that the checks give, read from their source."""
    text = "".join((_DOMAIN / f"invoice_{name}.py").read_text(encoding="utf-8") for name in ("codes", "amounts"))
    short = {
        f"{code}.{kind}" for kind, code, reason in _CALLS.findall(text) if not reason and kind in ("ok", "not_told")
    }
    return short | set(_NAMED.findall(text))


@pytest.mark.parametrize("reason", sorted(_reasons()))
def test_every_reason_is_a_sentence(reason: str) -> None:
    told = check_words(CheckResult("cig", Outcome.WRONG, reason, _PARAMS))
    assert told.endswith(".")
    assert "{" not in told


def test_every_check_and_cause_has_a_name() -> None:
    assert len({check_label(one) for one in CHECKS}) == len(CHECKS)
    assert len({cause_label(one) for one in REFUSAL_CAUSES}) == len(REFUSAL_CAUSES)
    assert all(cause_label(one) != one for one in REFUSAL_CAUSES)


def test_the_motivation_names_invoice_cause_and_law() -> None:
    told = refusal_text(invoice_name("7", date(2026, 1, 2), "Ditta {x}"), "cig_or_cup", REFUSAL_LAW, "Vedi sopra.")
    assert told == (
        "Si rifiuta la fattura n. 7 del 02/01/2026 di Ditta {x}: CIG o CUP mancante o sbagliato "
        "(DM 55/2013 art. 2-bis (DM 132/2020)). Vedi sopra."
    )


def test_reasons_of_a_match_are_said_together() -> None:
    assert reason_words("period amount") == "stesso periodo, stesso importo"
