# SPDX-License-Identifier: EUPL-1.2
"""Indicators and readings made by hand for the tests of service levels."""

from datetime import date
from decimal import Decimal
from typing import Any

from app.actions.levels import add_indicator
from app.domain.concessions import ContractId, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.invoices import Invoice, InvoiceId, InvoiceState
from app.domain.service_levels import Indicator, IndicatorId, Reading, ReadingId
from app.store import Store, documents, rows


def indicator(**changed: Any) -> Indicator:  # noqa: ANN401 - fields of the indicator
    """Availability of at least 99,5 %, by months, 100 € for each half point."""
    fields: dict[str, Any] = {
        "id": IndicatorId(1),
        "contract_id": ContractId(1),
        "position": 0,
        "name": "Disponibilità",
        "formula": "",
        "unit": "%",
        "direction": "at_least",
        "target": Decimal("99.5"),
        "threshold": None,
        "period": "monthly",
        "starts_on": None,
        "ends_on": None,
        "penalty_rule": "per_step",
        "penalty_amount": Decimal("100.00"),
        "penalty_percent": None,
        "penalty_step": Decimal("0.5"),
        "penalty_base": "",
        "cap_amount": None,
        "cap_percent": None,
        "cap_base": "",
        "reading_source": "",
        "source": "",
        "note": "",
        "version": 1,
    }
    return Indicator(**{**fields, **changed})


def reading(value: str | Decimal, on: date = date(2026, 1, 1), **changed: Any) -> Reading:  # noqa: ANN401 - fields of the reading
    """What was read of it for the month of a day."""
    fields: dict[str, Any] = {
        "id": ReadingId(on.toordinal()),
        "indicator_id": IndicatorId(1),
        "period_on": on,
        "value": Decimal(value),
        "source": "",
        "note": "",
        "contested_on": None,
        "protocol": "",
        "reply_by": None,
        "replied_on": None,
        "reply": "",
        "penalty": None,
        "waived_reason": "",
        "invoice_id": None,
        "deducted_on": None,
        "version": 1,
    }
    return Reading(**{**fields, **changed})


AVAILABILITY: dict[str, Any] = {
    "name": "Disponibilità",
    "unit": "%",
    "target": Decimal("99.5"),
    "period": "monthly",
    "penalty_rule": "per_step",
    "penalty_amount": Decimal("100.00"),
    "penalty_step": Decimal("0.5"),
    "source": "Contratto, allegato 3",
}


def add_contract(store: Store, **fields: Any) -> ContractId:  # noqa: ANN401 - fields of the contract
    """A running contract of 2026, invented."""
    values: dict[str, Any] = {
        "title": "Protocollo informatico",
        "supplier": "Servizi Alpini s.p.a.",
        "supplier_vat": "IT00000000000",
        "reference": "CE-12/2025",
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2030, 12, 31),
        "state": ContractState.ACTIVE,
        "value": Decimal("60000.00"),
        **fields,
    }
    with store.write("example.filled") as session:
        return ContractId(rows.add(session, ServiceContract, **values))


def availability(store: Store, contract_id: ContractId, **fields: Any) -> IndicatorId:  # noqa: ANN401 - fields of the indicator
    """At least 99,5 % each month, 100 € for each half point, written in the store."""
    indicator_id, _changes = add_indicator(store, contract_id, **{**AVAILABILITY, **fields})
    return indicator_id


def add_invoice(store: Store, contract_id: ContractId | None, number: str = "12/PA", **fields: Any) -> InvoiceId:  # noqa: ANN401 - fields of the invoice
    """An invoice of the contract, without its file."""
    with store.write("example.filled") as session:
        document = documents.add_document(
            session,
            sha256="0" * 64,
            bytes=1,
            name=f"{number.replace('/', '_')}.xml",
            kind="invoice",
            origin="received",
            accession_id=None,
            signature=None,
            added_at=store.now(),
        )
        values: dict[str, Any] = {
            "document_id": document,
            "contract_id": contract_id,
            "type": "TD01",
            "number": number,
            "on": date(2026, 4, 2),
            "supplier": "Servizi Alpini s.p.a.",
            "total": Decimal("1220.00"),
            "taxable": Decimal("1000.00"),
            "vat": Decimal("220.00"),
            "state": InvoiceState.RECEIVED,
            "added_at": store.now(),
            **fields,
        }
        return InvoiceId(rows.add(session, Invoice, **values))
