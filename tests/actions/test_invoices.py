# SPDX-License-Identifier: EUPL-1.2
"""A folder of thirty invoices, eight with one fault each; then what the office does with them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.actions import documents, history
from app.actions import invoices as actions
from app.actions.invoice_steps import StepFacts
from app.actions.invoice_views import InvoiceRow, InvoiceView
from app.domain.invoice_checks import Outcome
from app.domain.invoices import InvoiceId, InvoiceState, InvoiceStep
from app.errors import UserError
from app.store import Store
from app.text.invoice_words import cause_label, check_label, check_words, guess_words, proposal_words
from tests.invoices import (
    CUP,
    PARENT_CIG,
    Agreed,
    Body,
    Ref,
    agreements,
    make_cig,
    make_iban,
    month,
    months,
    write_agreements,
)
from tests.signing_cms import sign_p7m

TODAY = date(2026, 11, 23)
FAULTS = {
    "30.xml": "supplier",
    "31.xml": "addressee",
    "32.xml": "cig",
    "33.xml": "cup",
    "34.xml": "determination",
    "35.xml": "amount",
    "36.xml": "split_payment",
    "37.xml": "iban",
}


@pytest.fixture
def agreed(store: Store) -> dict[str, Agreed]:
    made = agreements()
    write_agreements(store, made.values())
    return made


def good_files(agreed: dict[str, Agreed]) -> dict[str, bytes]:
    """Twenty-two files in which nothing is wrong: several bodies, every node, both encodings of an envelope."""
    monthly, quarterly, yearly, other = (agreed[key] for key in ("monthly", "quarterly", "yearly", "other"))
    nodes = ("DatiContratto", "DatiConvenzione", "DatiOrdineAcquisto")
    versions = ("1.2", "1.2.1", "1.2.2", "1.2.3")
    files = {
        f"{n:02}.xml": replace(
            monthly.sent(monthly.body(f"M{n}", month(n), "100.00", nodes[n % 3])), version=versions[n % 4]
        ).xml()
        for n in range(1, 9)
    }
    many = [monthly.body(f"M{n}", month(n), "100.00", *nodes) for n in (9, 10)]
    files["09.xml.p7m"] = sign_p7m(monthly.sent(*many).xml())
    for n in range(1, 4):
        body = quarterly.body(f"Q{n}", months(3 * n - 2, 3 * n), "1000.00")
        files[f"1{n}.xml"] = quarterly.sent(replace(body, type="TD24")).xml()
    linked = Ref("DatiFattureCollegate", "Q1", month(3)[1])
    credit = quarterly.body("NC1", months(1, 3), "50.00")
    files["14.xml.p7m"] = sign_p7m(
        quarterly.sent(replace(credit, type="TD04", refs=(*credit.refs, linked))).xml(), encoding="base64"
    )
    files["15.xml"] = yearly.sent(yearly.body("A/1", months(1, 12), "999.99", "DatiConvenzione")).xml()
    files["16.xml"] = other.sent(other.body("N1-2", months(1, 2), "400.00")).xml()
    for n in range(3, 10):
        files[f"{14 + n}.xml"] = other.sent(other.body(f"N{n}", month(n), "200.00")).xml()
    return files


def faulty_files(agreed: dict[str, Agreed]) -> dict[str, bytes]:
    """Eight files with one thing wrong in each."""
    monthly, quarterly, other = agreed["monthly"], agreed["quarterly"], agreed["other"]
    november = monthly.body("F1", month(11), "100.00")
    fourth = quarterly.body("F5", months(10, 12), "1000.00")
    right = {n: other.body(f"F{n}", month(n), "200.00") for n in range(9, 13)}
    parent = tuple(replace(one, cig=PARENT_CIG) for one in right[9].refs)
    without_cup = tuple(replace(one, cup="") for one in right[10].refs)
    return {
        "30.xml": replace(monthly.sent(november), vat="55555555555").xml(),
        "31.xml": replace(monthly.sent(replace(november, number="F2")), office="ZZZZZZ").xml(),
        "32.xml": other.sent(replace(right[9], refs=parent)).xml(),
        "33.xml": other.sent(replace(right[10], refs=without_cup)).xml(),
        "34.xml": quarterly.sent(replace(fourth, refs=fourth.refs[:1])).xml(),
        "35.xml": other.sent(replace(right[11], net=Decimal("230.00"))).xml(),
        "36.xml": other.sent(replace(right[12], due="I")).xml(),
        "37.xml": monthly.sent(replace(monthly.body("F8", month(10), "100.00"), iban=make_iban(99))).xml(),
    }


def write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    (folder / "sotto").mkdir(parents=True)
    for place, (name, content) in enumerate(files.items()):
        (folder / ("sotto" if place % 2 else "") / name).write_bytes(content)
    (folder / "leggimi.txt").write_text("Non è una fattura")
    return folder


def by_number(store: Store) -> dict[str, InvoiceRow]:
    return {row.invoice.number: row for row in actions.list_invoices(store)}


def shown(store: Store, number: str) -> InvoiceView:
    return actions.show_invoice(store, by_number(store)[number].invoice.id)


def test_each_fault_of_thirty_files_is_named_and_none_other(
    store: Store, agreed: dict[str, Agreed], tmp_path: Path
) -> None:
    files = {**good_files(agreed), **faulty_files(agreed)}
    assert len(files) == 30
    outcome = actions.import_invoices(store, [write_folder(tmp_path / "fatture", files)])
    assert (len(outcome.added), outcome.known, outcome.refused, len(outcome.invoices)) == (30, (), (), 31)
    rows = actions.list_invoices(store)
    assert {row.invoice.file_name: row.wrong for row in rows if row.wrong} == {
        name: (code,) for name, code in FAULTS.items()
    }
    for row in rows:
        view = actions.show_invoice(store, row.invoice.id)
        assert view.wrong == row.wrong
        assert view.contract is not None
        assert all(check_words(check) and check_label(check.code) for check in view.checks)
        assert all(guess_words(guess) for guess in view.guesses)
        assert all(proposal_words(proposal) for proposal in view.proposals)


def test_every_file_is_kept_byte_for_byte_and_the_same_again_adds_nothing(
    store: Store, agreed: dict[str, Agreed]
) -> None:
    files = good_files(agreed)
    first = actions.import_invoices(store, list(files.items()))
    views = {one.name: actions.show_invoice(store, one.invoices[0]) for one in first.added}
    assert {name: documents.content_of(store, view.document.id) for name, view in views.items()} == files
    assert {view.document.kind for view in views.values()} == {"invoice"}
    again = actions.import_invoices(store, list(files.items()))
    assert (again.added, [one.invoices for one in again.known]) == ((), [one.invoices for one in first.added])
    assert not again.changes.history


def test_an_import_is_one_step_back(store: Store, agreed: dict[str, Agreed]) -> None:
    actions.import_invoices(store, list(good_files(agreed).items()))
    history.undo_last(store)
    assert actions.list_invoices(store) == []
    history.redo_last(store)
    assert len(actions.list_invoices(store)) == 23


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(store: Store, agreed: dict[str, Agreed]) -> None:
    files = [("a.xml", b"<html/>"), *list(good_files(agreed).items())[:2], ("../b.xml", b"")]
    outcome = actions.import_invoices(store, files)
    assert [one.error.code for one in outcome.refused] == ["invoice.wrong_root", "invoice.not_xml"]
    assert len(outcome.added) == 2


def test_an_import_that_is_stopped_adds_nothing(store: Store, agreed: dict[str, Agreed]) -> None:
    asked: list[int] = []

    def is_cancelled() -> bool:
        asked.append(1)
        return len(asked) > 30

    with pytest.raises(UserError, match="cancelled"):
        actions.import_invoices(store, list(good_files(agreed).items()), None, is_cancelled)
    assert actions.list_invoices(store) == []


def test_the_same_number_again_in_the_same_year_is_a_duplicate(store: Store, agreed: dict[str, Agreed]) -> None:
    one = agreed["monthly"].body("M 1", month(1), "100.00")
    later = replace(one, number="M-1", on=date(2026, 3, 1))
    next_year = replace(one, on=date(2025, 3, 1))
    for body in (one, later, next_year):
        actions.import_invoices(store, [("a.xml", agreed["monthly"].sent(body).xml())])
    assert ["duplicate" in row.wrong for row in actions.list_invoices(store)] == [True, True, False]


def test_the_clock_runs_from_the_delivery_and_stops_after_fifteen_days(store: Store, agreed: dict[str, Agreed]) -> None:
    body = replace(
        agreed["monthly"].body("M11", month(10), "100.00"), refs=(Ref(document="12/2025", cig=PARENT_CIG, cup=CUP),)
    )
    (invoice_id,) = actions.import_invoices(store, [("a.xml", agreed["monthly"].sent(body).xml())]).invoices

    def refuse(cause: str = "cig_or_cup", on: date = TODAY) -> None:
        actions.record_invoice_step(store, invoice_id, InvoiceStep.REFUSE, on, cause=cause, reason="Usare il derivato.")

    assert actions.show_invoice(store, invoice_id).clock.due_on is None
    with pytest.raises(UserError, match="not_received"):
        refuse()
    actions.set_received(store, [invoice_id], TODAY - timedelta(days=16))
    with pytest.raises(UserError, match="too_late"):
        refuse()
    actions.set_received(store, [invoice_id], TODAY - timedelta(days=15))
    view = actions.show_invoice(store, invoice_id)
    assert (view.clock.days_left, view.clock.is_running, view.causes) == (0, True, ("cig_or_cup",))
    with pytest.raises(UserError, match="no_lawful_cause"):
        refuse("price")
    refuse()
    view = actions.show_invoice(store, invoice_id)
    assert (view.invoice.state, view.invoice.refusal_cause, view.clock.is_running) == (
        InvoiceState.REFUSED,
        "cig_or_cup",
        False,
    )
    notice = actions.refusal_notice(store, invoice_id, "cig_or_cup", "Usare il derivato.")
    assert cause_label("cig_or_cup") in notice.text
    assert notice.text.endswith("Usare il derivato.")
    actions.record_invoice_step(store, invoice_id, InvoiceStep.REOPEN, TODAY, reason="Sbagliato")
    assert actions.show_invoice(store, invoice_id).invoice.refusal_cause == ""


def test_an_invoice_goes_from_approval_to_payment_and_back(store: Store, agreed: dict[str, Agreed]) -> None:
    actions.import_invoices(store, list(good_files(agreed).items()))
    invoice_id = shown(store, "M1").invoice.id
    _match_first(store, invoice_id)
    on = TODAY

    def step(kind: InvoiceStep, number: str = "", reason: str = "", amount: Decimal | None = None) -> InvoiceView:
        actions.record_invoice_step(store, invoice_id, kind, on, number=number, reason=reason, amount=amount)
        return actions.show_invoice(store, invoice_id)

    assert step(InvoiceStep.APPROVE).ways == (InvoiceStep.COMMIT, InvoiceStep.SETTLE, InvoiceStep.REOPEN)
    with pytest.raises(UserError, match="number_missing"):
        step(InvoiceStep.COMMIT)
    assert step(InvoiceStep.COMMIT, "55/2026").invoice.commitment == "55/2026"
    step(InvoiceStep.SETTLE, "77")
    half = step(InvoiceStep.PAY, "M1", amount=Decimal("40.00"))
    assert (half.invoice.state, half.money.left) == (InvoiceState.SETTLED, Decimal("60.00"))
    with pytest.raises(UserError, match="amount_not_due"):
        step(InvoiceStep.PAY, "M2", amount=Decimal("60.01"))
    paid = step(InvoiceStep.PAY, "M2")
    assert (paid.invoice.state, paid.money.left, len(paid.payments)) == (InvoiceState.PAID, Decimal(0), 2)
    assert (paid.money.payable, paid.money.split_vat) == (Decimal("100.00"), Decimal("22.00"))
    with pytest.raises(UserError, match="reason_missing"):
        step(InvoiceStep.REOPEN)
    states = [step(InvoiceStep.REOPEN, reason="Prova").invoice.state.value for _back in range(5)]
    assert states == ["settled", "settled", "committed", "approved", "received"]
    assert actions.show_invoice(store, invoice_id).payments == ()
    with pytest.raises(UserError, match="nothing_to_take_back"):
        step(InvoiceStep.REOPEN, reason="Prova")


def test_a_failed_check_is_set_aside_only_with_a_reason(store: Store, agreed: dict[str, Agreed]) -> None:
    actions.import_invoices(store, list(faulty_files(agreed).items()))
    invoice_id = shown(store, "F8").invoice.id
    with pytest.raises(UserError, match="checks_failed"):
        actions.record_invoice_step(store, invoice_id, InvoiceStep.APPROVE, TODAY)
    reason = "Conto comunicato oggi"
    with pytest.raises(UserError, match="in_future"):
        actions.record_invoice_step(store, invoice_id, InvoiceStep.APPROVE, date(2026, 12, 31), reason=reason)
    actions.record_invoice_step(store, invoice_id, InvoiceStep.APPROVE, TODAY, reason=reason)
    (taken,) = actions.show_invoice(store, invoice_id).steps
    assert (taken.overridden, taken.reason) == (("iban",), reason)
    assert by_number(store)["F8"].wrong == ()


def _match_first(store: Store, invoice_id: InvoiceId) -> None:
    view = actions.show_invoice(store, invoice_id)
    actions.match(store, invoice_id, [one for one in view.proposals if one.group == 1])


def test_proposals_say_why_and_a_match_is_exact(store: Store, agreed: dict[str, Agreed]) -> None:
    actions.import_invoices(store, list(good_files(agreed).items()))
    joint = shown(store, "N1-2")
    first = [one for one in joint.proposals if one.group == 1]
    assert [(one.period_on, one.amount) for one in first] == [
        (date(2026, 1, 1), Decimal("200.00")),
        (date(2026, 2, 1), Decimal("200.00")),
    ]
    assert {"joint", "amount", "period"} <= set(first[0].reasons)
    _match_first(store, joint.invoice.id)
    again = actions.show_invoice(store, joint.invoice.id)
    assert (again.proposals, again.money.matched, len(again.matches)) == ((), Decimal("400.00"), 2)
    with pytest.raises(UserError, match="matched_too_much"):
        actions.match(store, joint.invoice.id, [(agreed["other"].fee_id, date(2026, 3, 1), Decimal("0.01"))])
    with pytest.raises(UserError, match="no_such_instalment"):
        actions.match(store, joint.invoice.id, [(agreed["monthly"].fee_id, date(2026, 3, 1), Decimal("0.01"))])
    actions.unmatch(store, joint.invoice.id)
    assert actions.show_invoice(store, joint.invoice.id).matches == ()


def test_a_credit_note_takes_back_what_its_invoice_pays(store: Store, agreed: dict[str, Agreed]) -> None:
    actions.import_invoices(store, list(good_files(agreed).items()))
    paid = shown(store, "Q1")
    _match_first(store, paid.invoice.id)
    credit = shown(store, "NC1")
    assert [one.number for one in credit.linked] == ["Q1"]
    assert [(one.amount, one.reasons) for one in credit.proposals] == [(Decimal("-50.00"), ("credit",))]
    _match_first(store, credit.invoice.id)
    credit = actions.show_invoice(store, credit.invoice.id)
    assert (credit.money.matched, credit.money.payable) == (Decimal("-50.00"), Decimal("-50.00"))
    assert [one.number for one in shown(store, "Q1").linked] == ["NC1"]


def test_a_part_of_an_instalment_is_proposed_as_such(store: Store, agreed: dict[str, Agreed]) -> None:
    body = agreed["monthly"].body("P1", month(1), "30.00")
    (invoice_id,) = actions.import_invoices(store, [("a.xml", agreed["monthly"].sent(body).xml())]).invoices
    view = actions.show_invoice(store, invoice_id)
    assert view.proposals[0].reasons == ("period", "partial")
    amount = next(one for one in view.checks if one.code == "amount")
    assert (amount.reason, amount.params["difference"]) == ("amount.less", Decimal("70.00"))
    _match_first(store, invoice_id)
    assert actions.show_invoice(store, invoice_id).wrong == ()


def test_an_invoice_of_nobody_is_given_a_contract_by_hand(store: Store, agreed: dict[str, Agreed]) -> None:
    stray = Body(number="X", refs=(Ref(cig=make_cig(99)),))
    outcome = actions.import_invoices(store, [("a.xml", replace(agreed["monthly"].sent(stray), vat="77").xml())])
    (invoice_id,) = outcome.invoices
    view = actions.show_invoice(store, invoice_id)
    assert (view.contract, view.wrong) == (None, ())
    assert {one.outcome for one in view.checks if one.code == "cig"} == {Outcome.NOT_TOLD}
    actions.assign_contract(store, invoice_id, agreed["monthly"].contract_id)
    assert "supplier" in actions.show_invoice(store, invoice_id).wrong
    actions.assign_contract(store, invoice_id, None)
    assert actions.show_invoice(store, invoice_id).contract is None


def test_what_sdi_says_beside_a_file_is_taken_down(store: Store, agreed: dict[str, Agreed]) -> None:
    names = "<IdentificativoSdI>4242</IdentificativoSdI><NomeFile>a.xml</NomeFile>"
    day = "<DataOraConsegna>2026-02-03T10:00:00</DataOraConsegna>"
    beside = f"<x:RicevutaConsegna xmlns:x='u'>{names}{day}</x:RicevutaConsegna>".encode()
    body = agreed["monthly"].body("M1", month(1), "100.00")
    outcome = actions.import_invoices(store, [("a_RC_001.xml", beside), ("a.xml", agreed["monthly"].sent(body).xml())])
    assert (len(outcome.added), outcome.refused, outcome.notes) == (1, (), ("a_RC_001.xml",))
    invoice = shown(store, "M1").invoice
    assert (invoice.sdi_id, invoice.received_on) == ("4242", date(2026, 2, 3))


def test_a_file_is_taken_out_whole_while_nothing_was_done(store: Store, agreed: dict[str, Agreed]) -> None:
    files = good_files(agreed)
    outcome = actions.import_invoices(store, [("09.xml.p7m", files["09.xml.p7m"])])
    document_id = shown(store, "M9").document.id
    with pytest.raises(UserError, match="in_use"):
        documents.remove_document(store, document_id)
    actions.correct_invoice(store, outcome.invoices[0], None, note="Da vedere")
    actions.remove_invoice(store, outcome.invoices[1])
    assert (actions.list_invoices(store), documents.list_documents(store)) == ([], [])
    history.undo_last(store)
    assert by_number(store)["M9"].invoice.note == "Da vedere"
    actions.record_invoice_step(store, outcome.invoices[0], InvoiceStep.APPROVE, TODAY)
    with pytest.raises(UserError, match="in_use"):
        actions.remove_invoice(store, outcome.invoices[1])


def test_the_day_of_delivery_is_said_with_the_refusal_and_the_reason_is_wanted(
    store: Store, agreed: dict[str, Agreed]
) -> None:
    body = agreed["monthly"].body("M11", month(10), "100.00")
    (invoice_id,) = actions.import_invoices(store, [("a.xml", agreed["monthly"].sent(body).xml())]).invoices

    def refuse(received_on: date, reason: str = "Manca la determina.") -> None:
        told = StepFacts(cause="determination", reason=reason, received_on=received_on)
        actions.record_invoice_step(store, invoice_id, InvoiceStep.REFUSE, TODAY, **told)

    with pytest.raises(UserError, match="refusal_unmotivated"):
        refuse(TODAY, " ")
    with pytest.raises(UserError, match="received_in_future"):
        refuse(TODAY + timedelta(days=1))
    with pytest.raises(UserError, match="received_before_day"):
        refuse(date(2020, 1, 1))
    with pytest.raises(UserError, match="too_late"):
        refuse(TODAY - timedelta(days=16))
    assert actions.show_invoice(store, invoice_id).invoice.received_on is None
    refuse(TODAY)
    assert actions.show_invoice(store, invoice_id).invoice.received_on == TODAY


def test_the_progress_of_an_import_counts_each_file_once(store: Store, agreed: dict[str, Agreed]) -> None:
    one = agreed["monthly"]
    files = [(f"{number}.xml", one.sent(one.body(f"M{number}", month(number), "100.00")).xml()) for number in (1, 2)]
    told: list[tuple[int, int]] = []
    actions.import_invoices(store, [*files, ("rotta.xml", b"<html/>")], lambda done, total: told.append((done, total)))
    assert [total for _done, total in told] == [3] * len(told)
    assert [done for done, _total in told] == sorted(done for done, _total in told)
    assert told[-1] == (3, 3)
