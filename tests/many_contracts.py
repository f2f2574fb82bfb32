# SPDX-License-Identifier: EUPL-1.2
"""A store of a comune with very many contracts, all invented: as large as the one the reads must stay quick at."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.actions.invoices import import_invoices
from app.domain.concessions import Concession, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.fees import Fee, FeeReading, IndexValue
from app.domain.invoices import Invoice, InvoiceMatch, InvoiceState, Payment
from app.domain.service_levels import Indicator, Reading
from app.store import Session, Store, municipality, rows
from tests.invoices import OFFICE_CODE, OUR_CODE, Body, Ref, Sent, make_cig, make_iban, month

_FIRST_YEAR, _LAST_YEAR = 2024, 2029
_FEE: dict[str, Any] = {
    "model": "canone_fisso",
    "period": "monthly",
    "is_calendar": True,
    "pro_rata": "days",
    "vat_rate": Decimal(22),
    "is_split": True,
    "due_days": 30,
    "index_name": "FOI",
    "index_base": date(_FIRST_YEAR, 1, 1),
    "index_lag": 2,
    "index_share": Decimal(75),
    "index_first_on": date(_FIRST_YEAR + 1, 1, 1),
    "index_threshold_kind": "whole",
    "index_rounding": "half_up",
}
_INDICATOR: dict[str, Any] = {
    "position": 1,
    "name": "Disponibilità",
    "unit": "%",
    "direction": "at_least",
    "target": Decimal("99.5"),
    "period": "monthly",
    "penalty_rule": "percent_per_step",
    "penalty_percent": Decimal("0.5"),
    "penalty_step": Decimal("0.1"),
    "penalty_base": "period_fee",
    "cap_percent": Decimal(10),
    "cap_base": "year_fee",
}


@dataclass(frozen=True)
class Size:
    """How much of everything."""

    concessions: int = 40
    contracts: int = 44
    fees: int = 80
    invoices: int = 2000
    to_examine: int = 400
    payments: int = 400
    indicators: int = 44


def fill(store: Store, size: Size) -> None:
    """Write it all; the invoices are brought in as files."""
    with store.write("example.filled") as session:
        office = municipality.read_office(session)
        assert office is not None
        municipality.correct_office(session, office.version, {"fiscal_code": OUR_CODE})
        contracts = _write_contracts(session, size)
        fees = [_write_fee(session, contracts[one % len(contracts)], one) for one in range(size.fees)]
        _write_indices(session)
        for one in range(size.indicators):
            _write_level(session, contracts[one % len(contracts)])
    files = [_file(one, size) for one in range(size.invoices)]
    brought = import_invoices(store, files).invoices
    with store.write("example.filled") as session:
        for place, invoice_id in enumerate(brought[: size.invoices - size.to_examine]):
            _settle(session, size, rows.read(session, Invoice, invoice_id), place, fees[place % size.contracts])


def _write_contracts(session: Session, size: Size) -> list[int]:
    concessions = [
        rows.add(session, Concession, kind="service_concession", state="IN_ESEC", title=f"Concessione {one}")
        for one in range(size.concessions)
    ]
    return [
        rows.add(
            session,
            ServiceContract,
            concession_id=concessions[one % len(concessions)],
            title=f"Contratto {one}",
            state=ContractState.ACTIVE,
            supplier_vat=_vat(one),
            reference=f"REP-{one}",
            starts_on=date(_FIRST_YEAR, 1, 1),
            ends_on=date(_LAST_YEAR, 12, 31),
            cig=make_cig(8_200_000 + one),
            iban=make_iban(one + 1),
            office_code=OFFICE_CODE,
            determination=f"{one}/2023",
            determination_on=date(2023, 12, 1),
            chapter=f"10{one % 5}",
            value=Decimal(72000),
        )
        for one in range(size.contracts)
    ]


def _write_fee(session: Session, contract_id: int, number: int) -> int:
    return rows.add(
        session,
        Fee,
        contract_id=contract_id,
        position=number + 1,
        title=f"Canone {number}",
        amount=Decimal(1200 + 12 * number),
        **_FEE,
    )


def _write_indices(session: Session) -> None:
    for name in ("FOI", "NIC"):
        for number in range(12 * 8):
            on = date(_FIRST_YEAR - 5 + number // 12, number % 12 + 1, 1)
            rows.add(session, IndexValue, name=name, month=on, value=Decimal(100 + number) / 1, base="2015")


def _write_level(session: Session, contract_id: int) -> None:
    indicator_id = rows.add(session, Indicator, contract_id=contract_id, **_INDICATOR)
    for number in range(1, 7):
        rows.add(session, Reading, indicator_id=indicator_id, period_on=date(2026, number, 1), value=Decimal("99.3"))
    fee_id = rows.every(session, Fee, contract_id=contract_id)[0].id
    rows.add(session, FeeReading, fee_id=fee_id, period_on=date(2026, 1, 1), quantity=Decimal(1))


def _file(number: int, size: Size) -> tuple[str, bytes]:
    """An invoice of a month of 2026; of those to examine every second does not name its determina where it should."""
    contract = number % size.contracts
    span = month(number // size.contracts % 12 + 1)
    named = f"Determina n. {contract}/2023 del 01/12/2023" if number % 2 else ""
    ref = Ref("DatiContratto", f"REP-{contract}", cig=make_cig(8_200_000 + contract))
    body = Body(
        f"{number}/PA",
        span[1],
        net=Decimal(100 + contract),
        period=span,
        refs=(ref,),
        purpose=named,
        iban=make_iban(contract + 1),
    )
    return f"IT{_vat(contract)}_{number:05d}.xml", Sent((body,), vat=_vat(contract)).xml()


def _settle(session: Session, size: Size, invoice: Invoice, place: int, fee_id: int) -> None:
    """Match an invoice; the first ones are paid."""
    is_paid = place < size.payments
    state = InvoiceState.PAID if is_paid else InvoiceState.APPROVED
    rows.change(session, Invoice, invoice.id, None, state=state)
    on = date(_FIRST_YEAR + place // size.contracts % 24 // 12, place // size.contracts % 12 + 1, 1)
    rows.add(session, InvoiceMatch, invoice_id=invoice.id, fee_id=fee_id, period_on=on, amount=invoice.taxable)
    if is_paid:
        told = {"on": date(2026, 6, 1), "number": str(place), "amount": invoice.taxable}
        rows.add(session, Payment, contract_id=invoice.contract_id, invoice_id=invoice.id, **told)


def _vat(number: int) -> str:
    return f"{1_234_567_000 + number:011d}"
