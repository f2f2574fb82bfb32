# SPDX-License-Identifier: EUPL-1.2
"""Each check in the cases that a folder of invoices does not show: what is unsure, what is not told."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.concessions import ContractId, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.documents import DocumentId
from app.domain.fees import FeeId
from app.domain.file_names import shown_name
from app.domain.invoice_amounts import is_duplicate, is_iban, linked_to
from app.domain.invoice_checks import CHECKS, InvoiceCase, Outcome, check_invoice
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceReference, InvoiceState
from tests.invoices import CUP, PARENT_CIG, make_cig, make_iban

OURS, OTHER = make_cig(8100001), make_cig(8100002)


def invoice(**fields: object) -> Invoice:
    """An invoice of a hundred euro."""
    blank: dict[str, object] = dict.fromkeys(Invoice.__slots__, "")
    known: dict[str, object] = {
        "id": InvoiceId(1),
        "document_id": DocumentId(1),
        "body": 0,
        "contract_id": ContractId(1),
        "type": "TD01",
        "number": "1",
        "on": date(2026, 2, 1),
        "supplier_vat": "IT01234567890",
        "total": Decimal("122.00"),
        "taxable": Decimal("100.00"),
        "vat": Decimal("22.00"),
        "due_vat": "S",
        "references": (),
        "state": InvoiceState.RECEIVED,
        "added_at": datetime(2026, 2, 2, tzinfo=UTC),
        "version": 1,
        **dict.fromkeys(("due_on", "period_from", "period_to", "received_on")),
    }
    return Invoice(**{**blank, **known, **fields})  # type: ignore[arg-type]  # every field stands above


def contract(**fields: object) -> ServiceContract:
    """A contract of which nothing is known."""
    blank: dict[str, object] = dict.fromkeys(ServiceContract.__slots__, "")
    days = dict.fromkeys(name for name in blank if name.endswith(("_on", "_until", "_id")) or name == "value")
    known = {"id": ContractId(1), "state": ContractState.ACTIVE, "is_funded": False, "version": 1, "cloud_id": ""}
    return ServiceContract(**{**blank, **days, **known, **fields})  # type: ignore[arg-type]  # every field stands above


def ref(
    node: str = "contract", cig: str = "", cup: str = "", document: str = "1", on: date | None = None
) -> InvoiceReference:
    return InvoiceReference(node, (), document, on, "", "", cup, cig)


def outcome(code: str, one: Invoice, agreed: ServiceContract | None, **case: object) -> tuple[Outcome, str]:
    found = check_invoice(InvoiceCase(one, None, "00107690143", agreed, **case))  # type: ignore[arg-type]  # its fields
    return next((check.outcome, check.reason) for check in found if check.code == code)


@pytest.mark.parametrize(
    ("references", "ours", "expected"),
    [
        ((ref(cig=OURS),), OURS, (Outcome.OK, "cig.ok")),
        ((ref(cig=f" {OURS.lower()} "),), OURS, (Outcome.OK, "cig.ok")),
        ((ref(cig=OURS), ref("convention", PARENT_CIG)), OURS, (Outcome.OK, "cig.ok")),
        ((ref(cig=OURS), ref("receipt", PARENT_CIG)), OURS, (Outcome.UNSURE, "cig.several")),
        ((ref(cig=OURS), ref(cig=OTHER)), OURS, (Outcome.UNSURE, "cig.several")),
        ((ref(cig=PARENT_CIG),), OURS, (Outcome.WRONG, "cig.is_parent")),
        ((ref(cig=PARENT_CIG),), "", (Outcome.WRONG, "cig.is_parent")),
        ((ref(cig="12345"),), OURS, (Outcome.WRONG, "cig.malformed")),
        ((ref(cig=OTHER),), OURS, (Outcome.WRONG, "cig.other")),
        ((ref(),), OURS, (Outcome.WRONG, "cig.missing")),
        ((), "", (Outcome.NOT_TOLD, "cig.nobody_tells")),
        ((ref(cig=OTHER),), "", (Outcome.NOT_TOLD, "cig.not_told")),
    ],
)
def test_the_cig_of_the_contract_is_told_from_every_other(
    references: tuple[InvoiceReference, ...], ours: str, expected: tuple[Outcome, str]
) -> None:
    assert outcome("cig", invoice(references=references), contract(cig=ours), parent_cig=PARENT_CIG) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((CUP,), "cup.ok"),
        ((CUP, "J71F22000990007"), "cup.several"),
        (("J71F22000990007",), "cup.other"),
        (("J71F2200099000",), "cup.malformed"),
        ((), "cup.missing"),
    ],
)
def test_the_cup_is_compared(found: tuple[str, ...], expected: str) -> None:
    references = tuple(ref(cup=one) for one in found)
    assert outcome("cup", invoice(references=references), contract(cup=CUP))[1] == expected


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("Determina n. 214/2025 del 20/11/2025", "determination.ok"),
        ("det. 214 / 2025 del 2025-11-20", "determination.ok"),
        ("Determina 214/2025", "determination.no_day"),
        ("Determina 1214/2025 del 20/11/2025", "determination.missing"),
        ("Determina 214/2025/bis del 20/11/2025", "determination.missing"),
        ("", "determination.missing"),
    ],
)
def test_the_determina_is_found_in_the_words_of_the_supplier(purpose: str, expected: str) -> None:
    agreed = contract(determination="214/2025", determination_on=date(2025, 11, 20))
    assert outcome("determination", invoice(purpose=purpose), agreed)[1] == expected


def test_the_day_of_an_act_in_its_node_counts() -> None:
    agreed = contract(
        determination="214/2025", determination_on=date(2025, 11, 20), reference="C-7", signed_on=date(2025, 12, 1)
    )
    nodes = (ref("order", document="214-2025", on=date(2025, 11, 21)), ref(document="c 7", on=date(2025, 12, 2)))
    one = invoice(references=nodes)
    assert outcome("determination", one, agreed)[1] == "determination.other_day"
    assert outcome("contract_reference", one, agreed)[1] == "contract_reference.other_day"


def test_the_addressee_is_our_body_and_its_office() -> None:
    agreed = contract(office_code="UF1A2B")
    stranger = invoice(recipient_fiscal_code="00000000000", recipient_code="UF1A2B")
    assert outcome("addressee", stranger, agreed)[1] == "addressee.other_body"
    elsewhere = invoice(recipient_code="UF9Z9Z", recipient_fiscal_code="IT00107690143")
    assert outcome("addressee", elsewhere, agreed)[1] == "addressee.unknown_office"
    assert outcome("addressee", elsewhere, agreed, offices=("UF9Z9Z",)) == (Outcome.UNSURE, "addressee.other_office")
    assert outcome("addressee", elsewhere, None) == (Outcome.NOT_TOLD, "addressee.not_told")


def test_vat_is_split_unless_the_fee_says_otherwise() -> None:
    assert outcome("split_payment", invoice(), contract())[0] is Outcome.OK
    assert outcome("split_payment", invoice(due_vat="I"), contract()) == (Outcome.UNSURE, "split_payment.ask")
    free = invoice(vat=Decimal("0.00"), due_vat="", total=Decimal("100.00"))
    assert outcome("split_payment", free, contract())[1] == "split_payment.no_vat"


def test_a_total_that_does_not_add_up_is_told() -> None:
    assert outcome("total", invoice(total=Decimal("122.01")), None)[1] == "total.other"


def test_a_credit_note_names_what_it_takes_back() -> None:
    first = invoice(id=InvoiceId(2), number="A/1")
    credit = invoice(type="TD04", references=(ref("linked", document="A-1", on=first.on),))
    assert outcome("credit_note", credit, contract(), others=(first,))[0] is Outcome.OK
    assert (
        outcome("credit_note", replace(credit, total=Decimal("122.01")), None, others=(first,))[1] == "credit_note.more"
    )
    assert outcome("credit_note", credit, None)[1] == "credit_note.not_here"
    assert outcome("credit_note", replace(credit, references=()), None)[1] == "credit_note.names_none"
    assert "amount" not in {one.code for one in check_invoice(InvoiceCase(credit, None, ""))}


def test_another_currency_is_told_and_ours_is_not() -> None:
    told = next(one for one in check_invoice(InvoiceCase(invoice(currency="USD"), None, "")) if one.code == "currency")
    assert (told.outcome, told.params["found"]) == (Outcome.WRONG, "USD")
    for ours in ("EUR", "eur", ""):
        assert "currency" not in {one.code for one in check_invoice(InvoiceCase(invoice(currency=ours), None, ""))}


def test_two_suppliers_without_partita_iva_are_two() -> None:
    first = invoice(id=InvoiceId(2), number="A/1", supplier_vat="", supplier_fiscal_code="AAA")
    credit = invoice(
        type="TD04", references=(ref("linked", document="A-1"),), supplier_vat="", supplier_fiscal_code="BBB"
    )
    assert linked_to(credit, (first,)) == ()
    assert linked_to(replace(credit, supplier_fiscal_code="AAA"), (first,)) == (first,)
    unknown = replace(first, supplier_fiscal_code="", supplier="Rossi")
    assert linked_to(replace(credit, supplier_fiscal_code="", supplier="Bianchi"), (unknown,)) == ()


def test_what_hides_in_a_number_does_not_make_it_another() -> None:
    again = invoice(id=InvoiceId(2), number=shown_name("12\u202e/\u200b2026"))
    assert is_duplicate(invoice(number="12/2026"), again)


def test_the_same_amount_for_the_same_days_is_asked_about_once_it_is_not_matched() -> None:
    days = {"period_from": date(2026, 1, 1), "period_to": date(2026, 1, 31)}
    one, other = invoice(**days), invoice(id=InvoiceId(2), number="2", **days)
    assert outcome("duplicate", one, None, others=(other,)) == (Outcome.UNSURE, "duplicate.alike")
    for different in (
        {"taxable": Decimal(99)},
        {"period_to": date(2026, 2, 1)},
        {"supplier_vat": "IT2"},
        {"contract_id": ContractId(2)},
        {"type": "TD04"},
        {"state": InvoiceState.REFUSED},
    ):
        assert outcome("duplicate", one, None, others=(replace(other, **different),))[0] is Outcome.OK
    own = InvoiceMatch(1, one.id, FeeId(1), date(2026, 1, 1), Decimal(100), "typed", 1)
    assert outcome("duplicate", one, None, others=(other,), matches=(own,))[0] is Outcome.OK
    assert outcome("duplicate", invoice(), None, others=(invoice(id=InvoiceId(2), number="2"),))[0] is Outcome.OK


def test_a_penalty_is_brought_to_mind() -> None:
    assert outcome("penalty", invoice(), contract(), penalties=Decimal(50)) == (Outcome.UNSURE, "penalty.to_deduct")
    for state in (InvoiceState.PAID, InvoiceState.REFUSED):  # too late for this one
        checks = check_invoice(InvoiceCase(invoice(state=state), None, "", contract(), penalties=Decimal(50)))
        assert "penalty" not in [one.code for one in checks]


def test_duplicates_are_of_one_supplier_year_and_kind() -> None:
    one = invoice(number="12/2026")
    again = invoice(id=InvoiceId(2), number="12 - 2026", on=date(2026, 12, 31))
    assert is_duplicate(one, again)
    assert not is_duplicate(one, one)
    assert not is_duplicate(one, replace(again, type="TD04"))
    assert not is_duplicate(one, replace(again, on=date(2027, 1, 1)))
    assert not is_duplicate(one, replace(again, supplier_vat="IT2"))


@given(st.integers(0, 10**12 - 1), st.integers(4, 26), st.characters(whitelist_categories=["Nd"], max_codepoint=57))
def test_an_iban_with_one_wrong_figure_is_found(account: int, place: int, figure: str) -> None:
    right = make_iban(account)
    changed = right[:place] + figure + right[place + 1 :]
    assert is_iban(right)
    assert not is_iban(right[:-1])
    assert is_iban(changed) == (changed == right)


def test_every_check_stands_in_its_order() -> None:
    for case in (InvoiceCase(invoice(), None, ""), InvoiceCase(invoice(type="TD04"), None, "", contract())):
        codes = [one.code for one in check_invoice(case)]
        assert codes == [code for code in CHECKS if code in codes]
