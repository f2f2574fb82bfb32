# SPDX-License-Identifier: EUPL-1.2
"""The running contracts of the invented comune, and its own concession of public lighting: all of it made up.

Suppliers, codes, fees and index values are nobody's. Days are counted from today, so that whenever the example is
opened something is late, something is near, and the three terms of a contract do not end together.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from app.actions.example_fees import add_fees, add_money
from app.actions.example_levels import add_levels
from app.domain.accessions import AccessionId
from app.domain.concessions import (
    CLOSING_ITEMS,
    MILESTONES,
    ClosingItem,
    Concession,
    ConcessionId,
    Contact,
    ContractId,
    ContractStepTaken,
    Guarantee,
    Milestone,
    ServiceContract,
)
from app.domain.contract_changes import ContractChange
from app.domain.contract_states import ContractState, ContractStep, contract_way
from app.store import Session, Store, rows
from app.store import accessions as accession_statements

SUPPLIER, SUPPLIER_VAT = "Servizi Inventati S.r.l.", "IT00000000000"
LIGHTING, LIGHTING_VAT = "Luce Inventata S.p.A.", "IT99999990000"
PARENT_CIG = "B000011FA9"
OFFICE_CODE = "PROVA0"
SOURCE = "Contratto di prova, inventato"

_MEMBER_OF = "CST-LECCO"
_GO_LIVE = (ContractStep.BEGIN_ACTIVATION, ContractStep.PASS_ACCEPTANCE, ContractStep.GO_LIVE)
_PURCHASE = {"supplier": SUPPLIER, "supplier_vat": SUPPLIER_VAT, "office_code": OFFICE_CODE, "spending": "purchase",
             "account": "U.1.03.02.19.001", "dpa": "Allegato di prova"}  # fmt: skip


def add_concessions(store: Store) -> dict[str, ContractId]:
    """Write them; gives the contracts by a short name."""
    today = store.today()
    with store.write("example.filled", is_undoable=False) as session:
        made = {**_of_membership(session, today), "lighting": _lighting(session, today)}
        for name, contract_id in made.items():
            _carry(session, store, name, contract_id, today)
        _plan(session, made, today)
        _people(session, made, today)
        add_fees(session, made, today)
        add_money(session, made, today)
        add_levels(session, made, today)
    return made


def _of_membership(session: Session, today: date) -> dict[str, ContractId]:
    """What runs under the membership, and two services of before it."""
    membership = next(one for one in accession_statements.list_accessions(session) if one.centre_code == _MEMBER_OF)
    year, day = today.year, _days_from(today)
    quota = {"supplier": membership.lead_authority, "spending": "transfer", "account": "U.1.04.01.02.002"}
    told = {
        "quota": {**quota, "service_code": "BAS-01", "title": "Quota annua del centro di prova",
                  "starts_on": date(year - 4, 1, 1), "ends_on": date(year + 1, 12, 31), "reference": "12",
                  "signed_on": date(year - 5, 12, 10), "chapter": "1420/2", "value": Decimal(3600)},
        "mail": {**_PURCHASE, "service_code": "BAS-05", "title": "Posta elettronica ordinaria gestita",
                 "starts_on": date(year - 4, 1, 1), "ends_on": date(year + 1, 12, 31), "cig": "B00000A9E4",
                 "reference": "31", "signed_on": date(year - 5, 12, 18), "chapter": "1043/1",
                 "value": Decimal(2880), "cloud_level": "QC1", "cloud_until": day(75),
                 "dpa_on": date(year - 5, 12, 18)},
        "antivirus": {**_PURCHASE, "service_code": "SEC-02", "title": "Antivirus e protezione dei dispositivi",
                      "starts_on": date(year - 3, 7, 1), "ends_on": date(year + 3, 6, 30), "cig": "B00000BAB7",
                      "reference": "58", "signed_on": date(year - 3, 6, 20), "chapter": "1043/1",
                      "value": Decimal(1620), "dpa": ""},
        "payments": {**_PURCHASE, "service_code": "PAB-01", "title": "Incassi con pagoPA",
                     "starts_on": date(year - 2, 3, 1), "ends_on": date(year + 3, 2, 28), "cig": "B00000CB8A",
                     "cup": "J91F22000000016", "reference": "7", "signed_on": date(year - 2, 2, 12),
                     "chapter": "1043/4", "value": Decimal(7500), "is_funded": True,
                     "funded_until": date(year - 1, 2, 28), "completed_on": date(year - 2, 5, 20),
                     "asseveration": "positive", "cloud_level": "QC1", "cloud_until": date(year + 2, 5, 31),
                     "dpa_on": date(year - 2, 2, 12)},
        "website": {**_PURCHASE, "service_code": "SIT-01", "title": "Sito comunale conforme al modello Comuni",
                    "starts_on": day(40), "ends_on": date(year + 5, 12, 31), "cig": "B00000DC5D",
                    "cup": "J91F22000000004", "reference": "19", "signed_on": day(-70), "chapter": "2160/1",
                    "is_funded": True, "dpa_on": day(-70)},
        "reports": {**_PURCHASE, "service_code": "SEC-06", "title": "Segnalazioni riservate di illeciti",
                    "starts_on": date(year - 3, 1, 1), "ends_on": day(45), "cig": "B00000ED30", "reference": "4",
                    "signed_on": date(year - 4, 12, 15), "chapter": "1043/1", "value": Decimal(1200)},
        "training": {**_PURCHASE, "service_code": "FOR-01", "title": "Formazione del personale",
                     "starts_on": date(year - 3, 1, 1), "ends_on": date(year - 1, 12, 31), "cig": "B00000FE03",
                     "reference": "9", "signed_on": date(year - 4, 12, 11), "chapter": "1040/1",
                     "value": Decimal(900)},
    }  # fmt: skip
    return {name: _contract(session, accession_id=membership.id, **fields) for name, fields in told.items()}


def _lighting(session: Session, today: date) -> ContractId:
    """The comune's own concession, with no centre, and the contract under it."""
    year, day = today.year, _days_from(today)
    concession_id = ConcessionId(
        rows.add(
            session, Concession, kind="public_lighting", is_ours=True, title="Illuminazione pubblica di prova",
            regime="36/2023", state="IN_ESEC", granting_authority="Comune di Borgo di Prova",
            concessionaire=LIGHTING, concessionaire_vat=LIGHTING_VAT, parent_cig=PARENT_CIG,
            signed_on=date(year - 3, 9, 20), starts_on=date(year - 3, 10, 1), ends_on=date(year + 9, 9, 30),
            value=Decimal(216000), reported_on=date(year - 3, 10, 12), source=SOURCE,
        )
    )  # fmt: skip
    rows.add(session, Guarantee, concession_id=concession_id, kind="bond", issuer="Banca Inventata", number="00-771",
             amount=Decimal(21600), starts_on=date(year - 3, 9, 20), ends_on=day(52))  # fmt: skip
    rows.add(session, Guarantee, concession_id=concession_id, kind="insurance", issuer="Assicurazioni di Prova",
             number="RC 12", amount=Decimal(500000), starts_on=date(year - 3, 9, 20), ends_on=day(-18))  # fmt: skip
    rows.add(session, ContractChange, concession_id=concession_id, kind="addendum", reason_code="add-wss", letter="b",
             subject="Dodici punti luce in più in via della Prova", act="Determina 88", on=date(year - 1, 5, 9),
             effective_on=date(year - 1, 6, 1), value=Decimal(9600))  # fmt: skip
    return _contract(
        session, concession_id=concession_id, title="Illuminazione pubblica", supplier=LIGHTING,
        supplier_vat=LIGHTING_VAT, reference="1", signed_on=date(year - 3, 9, 20), starts_on=date(year - 3, 10, 1),
        ends_on=date(year + 9, 9, 30), cig="B000010ED6", office_code=OFFICE_CODE, spending="purchase",
        chapter="1928/1", account="U.1.03.02.15.015", value=Decimal(216000), dpa="Non tratta dati di persone",
    )  # fmt: skip


def _contract(session: Session, *, accession_id: AccessionId | None = None, **fields: object) -> ContractId:
    determination = {"determination": "140", "determination_on": fields["signed_on"]}
    values = {"state": ContractState.REQUESTED, "accession_id": accession_id, **determination, **fields}
    return ContractId(rows.add(session, ServiceContract, **values))


def _carry(session: Session, store: Store, name: str, contract_id: ContractId, today: date) -> None:
    """The steps that brought each contract where it is."""
    contract = rows.read(session, ServiceContract, contract_id)
    signed, start = contract.signed_on or today, contract.starts_on or today
    if name == "website":
        _take(session, store, contract, [(ContractStep.BEGIN_ACTIVATION, today - timedelta(60))])
        return
    days = [(step, min(on, today)) for step, on in zip(_GO_LIVE, (signed, start, start), strict=True)]
    if name == "reports":
        days.append((ContractStep.BEGIN_CLOSING, today - timedelta(20)))
    if name == "training" and contract.ends_on:
        days += [(ContractStep.BEGIN_CLOSING, contract.ends_on - timedelta(60)), (ContractStep.CEASE, contract.ends_on)]
    _take(session, store, contract, days)


def _take(
    session: Session, store: Store, contract: ServiceContract, days: list[tuple[ContractStep, date]]
) -> None:  # fmt: skip
    state = contract.state
    for step, on in days:
        way = contract_way(state, step)
        reason = "Il servizio non serve più: prova" if way.needs_reason else ""
        rows.add(session, ContractStepTaken, contract_id=contract.id, step=step, from_state=state,
                 to_state=way.target, on=on, reason=reason, at=store.now())  # fmt: skip
        state = way.target
    rows.change(session, ServiceContract, contract.id, None, state=state)


def _plan(session: Session, made: dict[str, ContractId], today: date) -> None:
    """The plan of each activation; that of the website is under way and late, and a service is being closed."""
    day = _days_from(today)
    website = {"kick_off": (day(-55), day(-54)), "configuration": (day(-30), day(-26)), "training": (day(-4), None),
               "acceptance": (day(16), None), "go_live": (day(40), None)}  # fmt: skip
    for name, contract_id in made.items():
        start = rows.read(session, ServiceContract, contract_id).starts_on
        for position, key in enumerate(MILESTONES):
            planned, done = website[key] if name == "website" else (start, start)
            rows.add(session, Milestone, contract_id=contract_id, position=position, key=key,
                     planned_on=planned, done_on=done)  # fmt: skip
    for position, key in enumerate(CLOSING_ITEMS):
        done_on = day(-10) if key in ("exit_plan", "data_export") else None
        rows.add(session, ClosingItem, contract_id=made["reports"], position=position, key=key, done_on=done_on)


def _people(session: Session, made: dict[str, ContractId], today: date) -> None:
    year, day = today.year, _days_from(today)
    mandate = {"mandate": "Decreto di prova 3", "since": date(year - 4, 1, 1)}
    for name in ("payments", "lighting", "website"):
        rows.add(session, Contact, contract_id=made[name], role="rup", name="Carla Esempi",
                 email="rup@borgodiprova.example", **mandate)  # fmt: skip
        rows.add(session, Contact, contract_id=made[name], role="supplier", name="Dino Fittizio",
                 email="assistenza@serviziinventati.example")  # fmt: skip
    rows.add(session, Contact, contract_id=made["lighting"], role="dec", name="Elio Finto",
             email="dec@borgodiprova.example", mandate="Determina di prova 51", since=date(year - 3, 10, 1),
             until=day(24))  # fmt: skip
    rows.add(session, Guarantee, contract_id=made["payments"], kind="bond", issuer="Banca Inventata", number="00-310",
             amount=Decimal(750), starts_on=date(year - 2, 2, 12), ends_on=date(year + 3, 2, 28))  # fmt: skip


def _days_from(today: date) -> Callable[[int], date]:
    return lambda days: today + timedelta(days)
