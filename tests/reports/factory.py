# SPDX-License-Identifier: EUPL-1.2
"""Invented data for the reports: a comune that does not exist, with calls that do not exist."""

from datetime import UTC, date, datetime
from decimal import Decimal

from app.actions.funding import ProjectFilter
from app.domain.calls import Component, Composition, TimeLimit
from app.domain.catalogue import Centre, EditionInfo, Service, Source
from app.domain.deadlines import KnownDeadline
from app.domain.funding import Project, ProjectId, Status, totals
from app.domain.municipality import Office, Person, PersonId
from app.reports.charts import YearAmounts
from app.reports.funding import FundingReport, ProjectSheet
from app.reports.service import ServiceReport, ServiceSheet
from app.reports.summary import LastImport, Summary

NOW = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
LATEST = "inventati_2026-08.csv"

_CALLS = (
    ("1.2 Avviso inventato per il cloud - Comuni (aprile 2022)", "1.2 Cloud", "47427.00", Status.FUNDED),
    ("1.4.1 Avviso inventato per il sito - Comuni (settembre 2022)", "1.4.1 Sito", "79922.00", Status.PAID),
    (
        "1.4.3 Avviso inventato 'pagamenti' Comuni (settembre 2022)",
        "1.4.3 Pagamenti",
        "12140.00",
        Status.PAID,
    ),
    ("1.4.4 Avviso inventato per l'identità digitale - Comuni", "1.4.4 Identità", "14000.00", Status.PAID),
    (
        "1.4.4 Avviso inventato per lo stato civile (luglio 2024)",
        "1.4.4 Stato civile",
        "3928.40",
        Status.FUNDED,
    ),
    (
        "1.4.5 Avviso inventato 'Notifiche' Comuni (settembre 2022)",
        "1.4.5 Notifiche",
        "23147.00",
        Status.PAID,
    ),
    (
        "1.3.1 Avviso inventato per le interfacce - Comuni",
        "1.3.1 Dati",
        "10172.00",
        Status.RENUNCIATION_PENDING,
    ),
    ("1.4.3 Avviso inventato per l'app - Comuni (maggio 2023)", "1.4.3 App", "2430.00", Status.RENOUNCED),
)


def office(**changed: object) -> Office:
    """The office of a comune that does not exist."""
    fields: dict[str, object] = {
        "istat": "000001",
        "name": "Borgo Prova",
        "other_name": "",
        "province": "ZZ",
        "province_name": "Zeta",
        "region": "Regione inventata",
        "belfiore": "Z999",
        "previous_istat": (),
        "population": 1432,
        "ipa_code": "c_z999",
        "ipa_code_confirmed": True,
        "fiscal_code": "00000000000",
        "pec": "protocollo@pec.borgoprova.example",
        "address": "Piazza dell'Esempio 1, Borgo Prova",
        "phone": "0000 000000",
        "website": "www.borgoprova.example",
        "is_example": False,
        "version": 1,
    }
    return Office(**{**fields, **changed})  # type: ignore[arg-type]


def person(number: int, role: str, name: str) -> Person:
    """Someone invented."""
    return Person(PersonId(number), role, name, f"persona{number}@borgoprova.example", "", date(2024, 6, 10), None, 1)


def project(number: int, **changed: object) -> Project:
    """One of eight invented projects, in four states."""
    call, measure, amount, status = _CALLS[number % len(_CALLS)]
    funded_on = date(2022 + number % 3, 8, 1 + number)
    status_on = funded_on if status is Status.FUNDED else date(2024 + number % 3, 4, 5 + number)
    fields: dict[str, object] = {
        "id": ProjectId(number + 1),
        "ipa_code": "c_z999",
        "body": "Comune di Borgo Prova",
        "call": call,
        "measure": measure,
        "sent_at": datetime(2022, 6, 1, 8, number, tzinfo=UTC),
        "funded_on": funded_on,
        "cup": f"Z41F2200{number:07d}",
        "amount": Decimal(amount),
        "status": status,
        "status_on": status_on,
        "decree": f"Decreto n. {number + 1} inventato",
        "window": "1",
        "protocol": str(number),
        "source_file": LATEST if number % 2 else "inventati_2026-03.csv",
        "as_of": date(2026, 8, 22) if number % 2 else date(2026, 3, 31),
        "note": "",
        "version": 1,
    }
    return Project(**{**fields, **changed})  # type: ignore[arg-type]


def deadline(of: Project) -> KnownDeadline:
    """What an invented source says of a project."""
    if of.status is Status.PAID and of.status_on is not None:
        kept = date(of.status_on.year + 5, 12, 31)
        return KnownDeadline(kept, "maintenance", of.call, of.cup, "Fonte inventata, art. 5", False)
    return KnownDeadline(date(2026, 3, 31), "completion", of.call, of.cup, "Decreto inventato 39/2025", False)


def summary(**changed: object) -> Summary:
    """A usual summary: eight projects, three people, four deadlines of which one has passed."""
    projects = tuple(project(number) for number in range(8))
    open_or_paid = [row for row in projects if row.status in (Status.FUNDED, Status.PAID)]
    fields: dict[str, object] = {
        "office": office(),
        "people": (
            person(1, "mayor", "Ada Inventata"),
            person(2, "secretary", "Berto D’Esempio"),
            person(3, "rup", "Carla Prova"),
        ),
        "edition": EDITION,
        "last_import": LastImport(datetime(2026, 11, 5, 9, 42, tzinfo=UTC), (LATEST,), 8, 0),
        "fresh": (date(2026, 8, 22), date(2026, 8, 22)),
        "totals": totals(projects),
        "by_year": (
            YearAmounts(2022, Decimal("139279.00"), Decimal("0.00")),
            YearAmounts(2023, Decimal("20358.40"), Decimal("0.00")),
            YearAmounts(2024, Decimal("31099.00"), Decimal("37147.00")),
            YearAmounts(2025, Decimal("0.00"), Decimal("79922.00")),
            YearAmounts(2026, Decimal("0.00"), Decimal("12140.00")),
        ),
        "projects": projects,
        "deadlines": tuple(deadline(row) for row in open_or_paid),
        "printed_at": NOW,
        "is_publication": False,
    }
    return Summary(**{**fields, **changed})  # type: ignore[arg-type]


EDITION = EditionInfo(
    1,
    "Catalogo inventato",
    "Centro inventato",
    date(2026, 11, 1),
    datetime(2026, 11, 2, 8, 0, tzinfo=UTC),
    93,
)

COMPOSITION = Composition(
    (
        Component("fixed", "per comune: 1 anno di canone (fisso)", 1, Decimal("6000.00")),
        Component("upgrade", "per servizio in aggiornamento", 9, Decimal("4603.00")),
    ),
    0,
    2500,
    "dedotto dagli importi inventati",
)


def sheet(of: Project, **changed: object) -> ProjectSheet:
    """A project with its composition, a known and an unknown limit."""
    fields: dict[str, object] = {
        "project": of,
        "composition": COMPOSITION if of.amount == Decimal("47427.00") else None,
        "limits": (
            TimeLimit(of.call, "contract", 90, None, None, "decree_notified", "Fonte inventata 1", ""),
            TimeLimit(of.call, "completion", None, None, None, "", "", ""),
        ),
        "deadlines": () if of.status is Status.RENOUNCED else (deadline(of),),
        "same_cup": (),
    }
    return ProjectSheet(**{**fields, **changed})  # type: ignore[arg-type]


def funding_report(**changed: object) -> FundingReport:
    """A report of the eight projects without a filter."""
    fields: dict[str, object] = {
        "office": office(),
        "wanted": ProjectFilter(),
        "sheets": tuple(sheet(project(number)) for number in range(8)),
        "printed_at": NOW,
    }
    return FundingReport(**{**fields, **changed})  # type: ignore[arg-type]


def service(code: str = "ZZZ-02", **changed: object) -> Service:
    """A service that no centre offers."""
    fields: dict[str, object] = {
        "code": code,
        "area": "Area inventata",
        "name": "Servizio di prova",
        "name_en": "Trial service",
        "summary": "Il cittadino paga da casa e l’ufficio vede subito che cosa è stato pagato.",
        "summary_en": "Citizens pay from home and the office sees at once what was paid.",
        "description": "È un servizio inventato. Serve agli uffici che incassano e ai cittadini che pagano; "
        "chiede che il comune abbia già aderito al centro e che i suoi dati siano in ordine.",
        "description_en": "An invented service. It serves the offices that cash and the citizens who pay.",
        "addressees": ("CITTADINI", "IMPRESE"),
        "measure": "1.4.3",
        "measure_inferred": True,
        "legal_basis": (
            Source("Legge inventata art. 5"),
            Source("Decreto inventato 217/2017", inferred=True),
        ),
        "is_mandatory": True,
        "fee_models": ("quota_inclusa", "transazione"),
        "fee_inferred": True,
        "prerequisites": ("ZZZ-01",),
        "keywords": (),
        "sources": (Source("Pagina inventata del centro"), Source("Elenco inventato", inferred=True)),
    }
    return Service(**{**fields, **changed})  # type: ignore[arg-type]


def centre(name: str = "Centro Inventato") -> Centre:
    """A centre that does not exist."""
    return Centre("CZZ", name, "Provincia di Zeta", "CST", "ZZ", ("ZZ", "YY"), ("ZZZ-02",), ())


def service_report(**changed: object) -> ServiceReport:
    """Two pages: a service with all, and one of which little is known."""
    bare = service(
        "ZZZ-03",
        name="Servizio di cui si sa poco",
        legal_basis=(),
        is_mandatory=None,
        fee_models=(),
        measure="",
        prerequisites=(),
        sources=(),
    )
    first = service("ZZZ-01", name="Adesione di prova")
    fields: dict[str, object] = {
        "office": office(),
        "edition": EDITION,
        "sheets": (ServiceSheet(service(), (first,), (bare,), (centre(),)), ServiceSheet(bare, (), (), ())),
        "printed_at": NOW,
    }
    return ServiceReport(**{**fields, **changed})  # type: ignore[arg-type]
