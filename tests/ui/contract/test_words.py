# SPDX-License-Identifier: EUPL-1.2
"""Each warning leads to where it is put right; ends, terms and names read as the office says them."""

from datetime import date

from app.domain.clocks import Clock, Layer, effective_end
from app.domain.contract_states import ContractState, ContractStep, next_contract_steps
from app.domain.contract_warnings import WARNING_CODES, ContractWarning, WarningSeverity
from app.ui.contract.words import end_words, next_way, spans, step_place, term_words, warning_place, warning_tone
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit

TODAY = date(2026, 11, 23)
_ELSEWHERE = ("report.not_made",)  # on the page of the concession


def test_every_warning_leads_to_a_field(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("", ContractState.ACTIVE, is_funded=True)
    for code in WARNING_CODES:
        section, field = warning_place(ContractWarning(code, WarningSeverity.SERIOUS, {}))
        if code in _ELSEWHERE:
            assert section == "concession"
            continue
        page.go(section, field)
        new_clerk.waits()
        assert page.stack.key == section, code
        assert page.stack.has_keyboard, code
        page.table.setFocus()


def test_a_warning_of_a_guarantee_names_its_day() -> None:
    warning = ContractWarning("bond.lapsed", WarningSeverity.SERIOUS, {"on": date(2026, 1, 2)})
    assert warning_place(warning) == ("people", "guarantee:2026-01-02")
    assert warning_tone(warning) == "bad"


def test_the_end_is_said_with_the_clock_that_brings_it() -> None:
    clocks = (
        Clock(Layer.L0, "Concessione", None, date(2032, 3, 15)),
        Clock(Layer.L2, "Contratto di prova", date(2026, 3, 1), date(2031, 2, 28)),
    )
    assert end_words(effective_end(clocks), TODAY) == "Finisce il 28/02/2031, fra 1.558 giorni (contratto)"
    assert end_words(effective_end(clocks), date(2031, 3, 1)) == "Finito il 28/02/2031 (contratto)"
    assert end_words(None, TODAY) == "Fine da inserire"
    assert [span.words for span in spans(clocks, "Contratto di prova")] == [
        "Concessione: Concessione, fino al 15/03/2032",
        "Contratto: dal 01/03/2026 al 28/02/2031",
    ]


def test_days_that_nobody_typed_are_said_so() -> None:
    assert term_words(None, None) == "date da inserire"
    assert term_words(date(2026, 1, 1), None) == "dal 01/01/2026, senza fine scritta"


def test_what_comes_next_is_never_a_step_aside() -> None:
    expected = {
        ContractState.REQUESTED: ContractStep.BEGIN_ACTIVATION,
        ContractState.ACTIVATING: ContractStep.PASS_ACCEPTANCE,
        ContractState.ACCEPTED: ContractStep.GO_LIVE,
        ContractState.ACTIVE: None,
        ContractState.SUSPENDED: ContractStep.RESUME,
        ContractState.CLOSING: ContractStep.CEASE,
        ContractState.CEASED: None,
        ContractState.REFUSED: None,
    }
    for state, step in expected.items():
        way = next_way(next_contract_steps(state))
        assert (way.step if way else None) == step
    assert step_place(ContractStep.CEASE) == "closing"
    assert step_place(ContractStep.GO_LIVE) == "activation"
