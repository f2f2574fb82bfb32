# SPDX-License-Identifier: EUPL-1.2
"""An invented concession for the prints: a contract with fee, money, people, guarantees, levels and changes."""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast

from app.domain.accessions import AccessionId
from app.domain.budget import YearMoney
from app.domain.clocks import Clock, Layer, effective_end
from app.domain.concessions import Concession, Contact, ContractId, Guarantee, ServiceContract
from app.domain.contract_changes import ContractChange
from app.domain.contract_duties import ContractDuty
from app.domain.contract_states import ContractState
from app.domain.fees import Fee, FeeId, Instalment
from app.domain.service_levels import Indicator
from app.reports.concession import ConcessionSheet, LevelLine
from app.store.rows import _empty  # the same blanks as a row that was just written
from tests.reports.factory import NOW, office

T = TypeVar("T")

RUP, MAYOR = "Carla Esempi", "Ada Inventata"


def row(kind: type[T], /, **fields: object) -> T:
    """A value of a kind, its other fields empty."""
    blank = dict(_empty(cast("Any", kind)))
    return kind(**{"id": 1, "version": 1, **blank, **fields})


def contract(**changed: object) -> ServiceContract:
    """A contract that runs."""
    fields: dict[str, object] = {
        "title": "Pagamenti e tributi in rete", "state": ContractState.ACTIVE, "supplier": "Servizi Inventati S.r.l.",
        "supplier_vat": "IT01234567890", "reference": "12/2024", "signed_on": date(2024, 5, 6),
        "starts_on": date(2024, 6, 1), "ends_on": date(2029, 5, 31), "cig": "B00012EADB", "cup": "J91F22000000016",
        "iban": "IT60X0542811101000000123456", "determination": "140", "determination_on": date(2024, 5, 2),
        "value": Decimal("24000.00"), "spending": "purchase", "chapter": "1.03.02.19/4", "account": "U.1.03.02.19",
        "dpa": "Allegato B", "dpa_on": date(2024, 5, 6), "cloud_level": "QC1", "cloud_until": date(2027, 3, 31),
        "note": f"Sentire {RUP} al 0342 123456", "concession_id": 1, "accession_id": AccessionId(1),
    }  # fmt: skip
    return row(ServiceContract, **{**fields, **changed})


def concession(**changed: object) -> Concession:
    """The concession behind it."""
    fields: dict[str, object] = {
        "centre_code": "CST-PROVA", "title": "Concessione inventata del centro di prova", "regime": "50/2016",
        "state": "IN_ESEC", "granting_authority": "Provincia di Prova", "concessionaire": "Servizi Inventati S.r.l.",
        "parent_cig": "94566301F3", "starts_on": date(2020, 12, 1), "ends_on": date(2038, 11, 30),
        "kind": "project_financing", "source": "Contratto di prova n. 1",
    }  # fmt: skip
    return row(Concession, **{**fields, **changed})


def instalment(number: int, **changed: object) -> Instalment:
    """A quarter of 2026."""
    start = date(2026, 3 * number - 2, 1)
    ends = (date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31))
    fields: dict[str, Any] = {
        "fee_id": FeeId(1), "contract_id": 1, "model": "canone_fisso", "title": "Canone annuo", "number": number,
        "starts_on": start, "ends_on": ends[number - 1], "due_on": ends[number - 1], "net": Decimal("1200.00"),
        "vat": Decimal("264.00"), "gross": Decimal("1464.00"), "is_free": False, "is_funded": False, "is_split": True,
        "spending": "purchase", "chapter": "1.03.02.19/4", "missing": (), "working": (),
    }  # fmt: skip
    return Instalment(**{**fields, **changed})


def sheet(**changed: Any) -> ConcessionSheet:  # noqa: ANN401 - fields of the sheet
    """All of it."""
    clocks = (
        Clock(Layer.L0, "Provincia di Prova", date(2020, 12, 1), date(2038, 11, 30)),
        Clock(Layer.L1, "Centro di prova", date(2023, 1, 1), date(2027, 12, 31)),
        Clock(Layer.L2, "Pagamenti e tributi in rete", date(2024, 6, 1), date(2029, 5, 31)),
    )
    money = [
        YearMoney(year, "1.03.02.19/4", "purchase", Decimal("5856.00"), committed, invoiced, paid, "schedule")
        for year, committed, invoiced, paid in (
            (2025, Decimal("5856.00"), Decimal("5856.00"), Decimal("5856.00")),
            (2026, Decimal("5856.00"), Decimal("4392.00"), Decimal("2928.00")),
            (2027, None, Decimal("0.00"), Decimal("0.00")),
            (2028, None, Decimal("0.00"), Decimal("0.00")),
        )
    ]
    indicator = row(Indicator, name="Disponibilità del servizio", unit="%", direction="at_least",
                    target=Decimal("99.50"), period="quarterly", penalty_rule="none", penalty_base="period_fee",
                    contract_id=1, position=1)  # fmt: skip
    fields: dict[str, Any] = {
        "office": office(), "printed_at": NOW, "title": "Pagamenti e tributi in rete", "contract": contract(),
        "concession": concession(), "service_name": "Portale dei pagamenti", "clocks": clocks,
        "end": effective_end(clocks), "fees": (row(Fee, contract_id=1, position=1, model="canone_fisso"),),
        "instalments": tuple(instalment(number) for number in range(1, 5)), "money": tuple(money),
        "levels": (LevelLine(indicator, 3, 1, "120,00 €"),),
        "guarantees": (
            row(Guarantee, kind="bond", issuer="Banca inventata", number="77", amount=Decimal("2400.00"),
                ends_on=date(2027, 1, 31), note="Originale in cassaforte"),
        ),
        "contacts": (
            row(Contact, role="rup", name=RUP, email="rup@borgoprova.example", phone="0342 123456",
                until=date(2027, 6, 30)),
            row(Contact, id=2, role="supplier", name="Dino Fittizio", email="dino@inventati.example"),
        ),
        "changes": (
            row(ContractChange, kind="addendum", on=date(2025, 3, 3), act="Determina 31",
                subject=f"Aggiunta di due servizi chiesta da {RUP}", value=Decimal("1500.00")),
        ),
        "duties": (ContractDuty("guarantee_ends", date(2027, 1, 31), "Banca inventata", ContractId(1)),),
    }  # fmt: skip
    return ConcessionSheet(**{**fields, **changed})
