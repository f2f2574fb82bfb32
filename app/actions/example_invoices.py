# SPDX-License-Identifier: EUPL-1.2
"""Four invoices of the invented suppliers, read like any other: one paid, one to pay, two to examine, one wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from string import Template

from app.actions.contract_cases import instalments_of
from app.actions.invoice_import import import_invoices
from app.actions.invoice_matches import match
from app.actions.invoice_steps import record_invoice_step
from app.actions.invoices import set_received
from app.domain.concessions import Concession, ContractId, ServiceContract
from app.domain.fees import Instalment
from app.domain.invoices import InvoiceId, InvoiceStep
from app.paths import resources
from app.store import Session, Store, rows

_SETTLED_BEFORE = 20
"""A period that ended so many days ago has its invoice."""


@dataclass(frozen=True, slots=True)
class _Made:
    """An invoice as it will be written."""

    number: str
    contract: ServiceContract
    instalment: Instalment
    received_on: date
    due_on: date
    cig: str


def add_invoices(store: Store, made: Mapping[str, ContractId]) -> None:
    """Write the files, take them in, and carry each as far as it has come; nothing where a period is too young."""
    today = store.today()
    with store.read() as session:
        paid, wrong = _over(session, made["lighting"], today)[-2:]
        settled = _over(session, made["antivirus"], today)[-1]
        fresh = [one for one in _over(session, made["payments"], today) if one.model == "canone_fisso"][-1]
        parent = rows.every(session, Concession)[0].parent_cig
        contracts = {one.id: one for one in rows.every(session, ServiceContract)}
    told = (
        _invoice("18/E", contracts, paid, paid.ends_on + timedelta(10)),
        _invoice("27/E", contracts, wrong, today - timedelta(9), cig=parent),
        _invoice("98", contracts, settled, today - timedelta(18), due_on=today + timedelta(6)),
        _invoice("112", contracts, fresh, today - timedelta(12)),
    )
    ids = [_take_in(store, one) for one in told]
    for invoice_id, one in zip(ids, told, strict=True):
        set_received(store, [invoice_id], one.received_on)
    for place in (0, 2):
        paid_by = told[place].instalment
        match(store, ids[place], [(paid_by.fee_id, paid_by.starts_on, paid_by.net or Decimal())])
    _carry(store, ids[0], told[0].received_on, is_paid=True)
    _carry(store, ids[2], told[2].received_on, is_paid=False)


def _over(session: Session, contract_id: ContractId, today: date) -> list[Instalment]:
    contract = rows.read(session, ServiceContract, contract_id)
    found = instalments_of(session, contract, today)
    return [one for one in found if one.ends_on < today - timedelta(_SETTLED_BEFORE) and one.net]


def _invoice(
    number: str,
    contracts: Mapping[ContractId, ServiceContract],
    instalment: Instalment,
    received_on: date,
    *,
    due_on: date | None = None,
    cig: str = "",
) -> _Made:
    contract = contracts[instalment.contract_id]
    return _Made(number, contract, instalment, received_on, due_on or received_on + timedelta(30), cig or contract.cig)


def _take_in(store: Store, made: _Made) -> InvoiceId:
    name = f"{made.contract.supplier_vat}_{made.number.replace('/', '')}.xml"
    outcome = import_invoices(store, [(name, _file(made))])
    return outcome.invoices[0]


def _file(made: _Made) -> bytes:
    contract, one = made.contract, made.instalment
    template = Template((resources() / "example" / "fattura.xml").read_text("utf-8"))
    return template.substitute(
        vat=contract.supplier_vat.removeprefix("IT"),
        transmission=made.number.replace("/", ""),
        office=contract.office_code,
        supplier=contract.supplier,
        on=made.received_on - timedelta(1),
        number=made.number,
        total=one.gross,
        determination=contract.determination,
        determination_on=contract.determination_on,
        reference=contract.reference,
        signed_on=contract.signed_on,
        cig=made.cig,
        cup=f"<CodiceCUP>{contract.cup}</CodiceCUP>" if contract.cup else "",
        title=contract.title,
        period_from=one.starts_on,
        period_to=one.ends_on,
        net=one.net,
        tax=one.vat,
        due_on=made.due_on,
    ).encode()


def _carry(store: Store, invoice_id: InvoiceId, received_on: date, *, is_paid: bool) -> None:
    approve = received_on + timedelta(3)
    record_invoice_step(store, invoice_id, InvoiceStep.APPROVE, approve)
    record_invoice_step(store, invoice_id, InvoiceStep.COMMIT, approve, number="104")
    record_invoice_step(store, invoice_id, InvoiceStep.SETTLE, approve + timedelta(5), number="212")
    if is_paid:
        record_invoice_step(store, invoice_id, InvoiceStep.PAY, approve + timedelta(12), number="377")
