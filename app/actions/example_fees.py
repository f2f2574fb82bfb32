# SPDX-License-Identifier: EUPL-1.2
"""What the contracts of the invented comune cost, what is committed for them and what was paid: all made up."""

from datetime import date
from decimal import Decimal

from app.domain.concessions import BudgetLine, ContractId
from app.domain.dates import add_months
from app.domain.fees import Fee, FeeReading, IndexValue
from app.domain.invoices import Payment
from app.store import Session, rows

INDEX = "Indice di prova"
"""A name that no institute uses, for values that none published."""
_SOURCE = "Contratto di prova, inventato"
_VAT = {"vat_rate": Decimal(22), "is_split": True, "pro_rata": "days", "due_days": 30, "source": _SOURCE}
_MONTHS = 61


def add_fees(session: Session, made: dict[str, ContractId], today: date) -> None:
    """The fees, what was measured, and an index to follow."""
    year = today.year
    fees = {
        "quota": {"model": "canone_abitanti", "title": "Quota di adesione", "unit": "abitante",
                  "unit_price": Decimal("0.40"), "quantity": Decimal(1500), "period": "yearly", "is_in_advance": True,
                  "pro_rata": "days", "due_days": 60, "vat_rate": Decimal(0),
                  "vat_note": "Trasferimento fra enti: nessuna IVA", "source": _SOURCE},
        "mail": {**_VAT, "model": "quota_postazione", "title": "Caselle di posta", "unit": "casella",
                 "unit_price": Decimal(60), "quantity": Decimal(8), "period": "half_yearly"},
        "antivirus": {**_VAT, "model": "quota_postazione", "title": "Postazioni protette", "unit": "postazione",
                      "unit_price": Decimal(30), "quantity": Decimal(9), "period": "half_yearly"},
        "payments": {**_VAT, "model": "canone_fisso", "title": "Canone del portale", "amount": Decimal(1500),
                     "period": "quarterly", "is_calendar": True, "funded_until": date(year - 1, 2, 28)},
        "website": {**_VAT, "model": "canone_fisso", "title": "Canone del sito", "period": "yearly"},
        "reports": {**_VAT, "model": "canone_fisso", "title": "Canone annuo", "amount": Decimal(400),
                    "period": "yearly"},
        "training": {**_VAT, "model": "canone_fisso", "title": "Canone annuo", "amount": Decimal(300),
                     "period": "yearly"},
        "lighting": {**_VAT, "model": "canone_fisso", "title": "Canone di gestione", "amount": Decimal(18000),
                     "period": "quarterly", "is_calendar": True, "index_name": INDEX,
                     "index_base": date(year - 3, 10, 1), "index_lag": 2, "index_share": Decimal(75),
                     "index_threshold": Decimal(1), "index_threshold_kind": "excess", "index_cap": Decimal(10),
                     "index_first_on": date(year - 2, 10, 1), "index_rounding": "half_up",
                     "index_clause": "Articolo di prova 14: il 75 % della variazione, oltre l'uno per cento"},
    }  # fmt: skip
    for name, fields in fees.items():
        rows.add(session, Fee, contract_id=made[name], **{**_BLANK, **fields})
    metered = {**_BLANK, **_VAT, "model": "transazione", "title": "Pagamenti riscossi", "unit": "pagamento",
               "unit_price": Decimal("0.35"), "included": Decimal(100), "period": "quarterly", "is_calendar": True,
               "starts_on": date(year, 1, 1), "position": 1}  # fmt: skip
    fee_id = rows.add(session, Fee, contract_id=made["payments"], **metered)
    for month, count in ((1, 312), (4, 405), (7, 287)):
        if date(year, month, 1) < add_months(today, -3):
            rows.add(session, FeeReading, fee_id=fee_id, period_on=date(year, month, 1), quantity=Decimal(count),
                     source="Rendiconto di prova")  # fmt: skip
    _add_index(session, today)


_BLANK = {"index_threshold_kind": "whole", "index_rounding": "half_up"}


def _add_index(session: Session, today: date) -> None:
    """Five years of values that grow by a tenth a month, up to the month before last."""
    first = add_months(today.replace(day=1), -_MONTHS)
    for number in range(_MONTHS - 1):
        rows.add(session, IndexValue, name=INDEX, month=add_months(first, number), base="prova",
                 value=Decimal(100) + Decimal(number) / 10, source="Valori inventati", taken_on=today)  # fmt: skip


def add_money(session: Session, made: dict[str, ContractId], today: date) -> None:
    """Committed for this year and planned for the next; nothing yet for the payments: that is the example's worry."""
    year = today.year
    lines = (
        ("quota", "600.00", "600.00"), ("mail", "585.60", "585.60"), ("antivirus", "329.40", "329.40"),
        ("reports", "488.00", "488.00"), ("lighting", "22800.00", "22800.00"),
    )  # fmt: skip
    for number, (name, planned, committed) in enumerate(lines, start=1):
        common = {"contract_id": made[name], "act": "Determina di prova 140"}
        rows.add(session, BudgetLine, year=year, planned=Decimal(planned), committed=Decimal(committed),
                 commitment=f"{year}/{100 + number}", committed_on=date(year, 1, 1), **common)  # fmt: skip
        rows.add(session, BudgetLine, year=year + 1, planned=Decimal(planned), **common)
    for number, (name, on, amount) in enumerate(_payments(year), start=1):
        if on <= today:
            rows.add(session, Payment, contract_id=made[name], on=on, number=str(300 + number), amount=Decimal(amount),
                     year=on.year)  # fmt: skip


def _payments(year: int) -> tuple[tuple[str, date, str], ...]:
    return (
        ("quota", date(year - 1, 2, 20), "600.00"),
        ("mail", date(year - 1, 8, 3), "292.80"),
        ("lighting", date(year - 1, 5, 4), "5490.00"),
        ("quota", date(year, 2, 18), "600.00"),
        ("antivirus", date(year, 2, 2), "164.70"),
        ("mail", date(year, 7, 30), "292.80"),
    )
