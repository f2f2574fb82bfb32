# SPDX-License-Identifier: EUPL-1.2
"""An invented contract: its budget lines, instalments, invoices and payments."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app.domain.concessions import BudgetLine, Concession, ConcessionId, ContractId, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.fees import FeeId, Instalment
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceState, Payment
from app.store import Store, documents, rows

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CONTRACT = ContractId(1)


def budget_line(year: int, **fields: Any) -> BudgetLine:  # noqa: ANN401 - fields of the line
    """One line of an invented contract."""
    empty: dict[str, Any] = {
        **dict.fromkeys(("chapter", "spending", "commitment", "act", "note"), ""),
        **dict.fromkeys(("planned", "committed", "committed_on")),
    }
    told = {**empty, **fields}
    return BudgetLine(id=1, concession_id=None, contract_id=CONTRACT, year=year, version=1, **told)


def instalment(starts_on: date, ends_on: date, gross: str | None, **fields: Any) -> Instalment:  # noqa: ANN401 - its fields
    """One expected instalment, VAT left out of sight."""
    amount = None if gross is None else Decimal(gross)
    usual: dict[str, Any] = {
        "fee_id": FeeId(1), "contract_id": CONTRACT, "model": "canone_fisso", "title": "Canone", "number": 1,
        "starts_on": starts_on, "ends_on": ends_on, "due_on": ends_on, "net": amount, "vat": None, "gross": amount,
        "is_free": False, "is_funded": False, "is_split": True, "spending": "", "chapter": "",
        "missing": () if amount is not None else ("amount",), "working": (),
    }  # fmt: skip
    return Instalment(**{**usual, **fields})


def invoice(number: int, total: str, on: date, **fields: Any) -> Invoice:  # noqa: ANN401 - its fields
    """One invoice of which a fifth more than the taxable amount is asked."""
    usual: dict[str, Any] = {**invoice_columns(total, on), "id": InvoiceId(number), "version": 1}
    return Invoice(**{**usual, **fields})


def invoice_columns(total: str, on: date) -> dict[str, Any]:
    """What an invoice holds, without its number in the archive."""
    taxable = (Decimal(total) / Decimal("1.22")).quantize(Decimal("0.01"))
    return {
        "document_id": 1, "body": 0, "contract_id": CONTRACT, "file_name": "IT01234567890_00001.xml",
        "format_version": "1.2.2", "type": "TD01", "number": "7/A", "on": on, "supplier": "Servizi Alpini srl",
        "supplier_vat": "IT01234567890", "supplier_fiscal_code": "", "recipient_code": "UFABCD", "recipient": "Comune",
        "recipient_fiscal_code": "", "currency": "EUR", "total": Decimal(total), "taxable": taxable,
        "vat": Decimal(total) - taxable, "due_vat": "S", "due_on": None, "iban": "", "period_from": None,
        "period_to": None, "references": (), "purpose": "", "signature": "none", "sdi_id": "", "received_on": on,
        "state": InvoiceState.APPROVED, "refusal_cause": "", "commitment": "", "note": "", "added_at": AT,
    }  # fmt: skip


def match(invoice_id: int, period_on: date, amount: str) -> InvoiceMatch:
    """So much of an invoice pays the instalment that begins on a day."""
    return InvoiceMatch(1, InvoiceId(invoice_id), FeeId(1), period_on, Decimal(amount), "typed", 1)


def payment(amount: str, on: date, **fields: Any) -> Payment:  # noqa: ANN401 - its fields
    """One payment."""
    usual: dict[str, Any] = {
        "id": 1, "concession_id": None, "contract_id": CONTRACT, "invoice_id": None, "on": on, "number": "12",
        "amount": Decimal(amount), "chapter": "", "year": None, "note": "", "version": 1,
    }  # fmt: skip
    return Payment(**{**usual, **fields})


def add_contract(store: Store, title: str = "Protocollo informatico", **fields: Any) -> ContractId:  # noqa: ANN401 - its fields
    """Write a running contract that has 1.000,00 planned and 900,00 committed for 2027."""
    usual: dict[str, Any] = {
        "title": title, "state": ContractState.ACTIVE, "supplier": "Servizi Alpini srl", "cig": "B00012EADB",
        "cup": "J41C22000020006", "starts_on": date(2026, 1, 1), "ends_on": date(2030, 12, 31), "chapter": "1080",
        "spending": "purchase",
    }  # fmt: skip
    planned = {"planned": Decimal("1000.00"), "committed": Decimal("900.00"), "commitment": "45/2027"}
    with store.write("example.filled") as session:
        contract_id = rows.add(session, ServiceContract, **{**usual, **fields})
        rows.add(session, BudgetLine, contract_id=contract_id, year=2027, **planned)
    return ContractId(contract_id)


def add_concession(store: Store, title: str = "Pubblica illuminazione") -> ConcessionId:
    """Write a concession of the comune's own."""
    with store.write("example.filled") as session:
        own = {"is_ours": True, "kind": "public_lighting", "state": "IN_ESEC"}
        return ConcessionId(rows.add(session, Concession, title=title, **own))


def add_invoice(store: Store, contract_id: ContractId, total: str, on: date, **fields: Any) -> InvoiceId:  # noqa: ANN401 - its fields
    """Write an approved invoice of a contract, whose file is not among the attachments."""
    with store.write("example.filled") as session:
        file = {"sha256": "0" * 64, "bytes": 1, "kind": "invoice", "origin": "added", "added_at": AT}
        document_id = documents.add_document(session, name="IT01234567890_00001.xml", **file)
        told = {**invoice_columns(total, on), "document_id": document_id, "contract_id": contract_id, **fields}
        return InvoiceId(rows.add(session, Invoice, **told))
