# SPDX-License-Identifier: EUPL-1.2
"""Every key of an invoice has words; an unknown code keeps itself."""

from app.domain.invoice_files import SIGNATURES
from app.domain.invoices import CREDIT_NOTES, InvoiceState, InvoiceStep
from app.text import invoice_labels as say


def test_every_state_and_step_has_words_of_its_own() -> None:
    assert len({say.state_label(state.value) for state in InvoiceState}) == len(InvoiceState)
    for label in (say.step_label, say.to_do_label):
        assert len({label(step.value) for step in InvoiceStep}) == len(InvoiceStep)


def test_credit_notes_are_told_from_invoices() -> None:
    assert all(say.type_label(code).startswith("Nota di credito") for code in CREDIT_NOTES)
    assert say.type_label("TD01") == "Fattura"


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert say.type_label("TD99") == "Documento TD99"
    assert say.method_label("MP99") == "MP99"
    assert say.node_label("other") == "other"
    assert say.nature_label("X1") == "X1"


def test_a_nature_keeps_its_code_beside_its_words() -> None:
    assert say.nature_label("N2.2") == "N2.2, non soggetto a IVA"


def test_several_ways_of_vat_are_all_said() -> None:
    assert say.due_vat_label("I S").count(";") == 1
    assert "scissione" in say.due_vat_label("S")


def test_every_way_of_signing_has_words() -> None:
    assert len({say.signature_label(key) for key in SIGNATURES}) == len(SIGNATURES)
