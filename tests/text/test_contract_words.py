# SPDX-License-Identifier: EUPL-1.2
"""Warnings of contracts in words; each of them is said in its own case beside the rules."""

from datetime import date
from decimal import Decimal

from app.domain.contract_warnings import WARNING_CODES
from app.text.contract_words import period_to_check, warning_why, warning_words


def test_every_warning_has_its_rule() -> None:
    assert all(warning_why(code).endswith(".") for code in WARNING_CODES)


def test_days_layers_roles_and_codes_are_said_as_the_office_says_them() -> None:
    end = {"on": date(2027, 1, 31), "days": 1, "layers": ("L0", "L2")}
    assert warning_words("clock.ends_soon", end) == "Finisce il 31/01/2027, tra 1 giorno: Concessione, Contratto."
    mandate = {"name": "Ugo {x}", "role": "dpo", "on": date(2026, 1, 1)}
    said = warning_words("mandate.lapsed", mandate)
    assert said == "L'incarico di Ugo {x} (Responsabile della protezione dei dati (RPD)) è finito il 01/01/2026."
    cig = warning_words("cig.malformed", {"cig": "94566301F4", "reason": "cig.check_number"})
    assert cig.startswith("Il CIG 94566301F4 non supera il controllo: ")
    assert warning_words("change.over_half", {"percent": Decimal("75.4")}).startswith("Un atto aggiuntivo vale il 75 %")


def test_what_was_not_told_is_to_be_checked() -> None:
    assert period_to_check() == "Periodicità da controllare sull'atto."
