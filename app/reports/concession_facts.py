# SPDX-License-Identifier: EUPL-1.2
"""The codes, acts and days of a contract or of a concession, as the sheet lists them."""

from typing import TYPE_CHECKING

from app.domain.accessions import Accession
from app.domain.concessions import Concession, ServiceContract
from app.text import _, day, money
from app.text.concession_labels import concession_kind_label, regime_label, spending_label

if TYPE_CHECKING:
    from app.reports.concession import ConcessionSheet

Facts = list[tuple[str, str]]


def facts_of(sheet: "ConcessionSheet") -> Facts:
    """Labels and values; what must be there and is not says so, the rest is left out."""
    if sheet.contract:
        rows = [*_contract(sheet.contract, is_publication=sheet.is_publication), *_above(sheet)]
    else:
        rows = _concession(sheet.concession) if sheet.concession else []
    return [(label, value) for label, value in rows if value]


def _contract(contract: ServiceContract, *, is_publication: bool) -> Facts:
    number = _dated(contract.reference, day(contract.signed_on))
    return [
        (_("Fornitore"), contract.supplier or missing()),
        (_("Partita IVA"), contract.supplier_vat),
        (_("Numero"), number or missing()),
        (_("CIG"), contract.cig or missing()),
        (_("CUP"), contract.cup),
        (_("Determina"), _dated(contract.determination, day(contract.determination_on)) or missing()),
        (_("Valore iniziale"), money(contract.value) if contract.value is not None else missing()),
        (_("Spesa"), spending_label(contract.spending) or missing()),
        (_("Capitolo"), " · ".join(part for part in (contract.chapter, contract.account) if part) or missing()),
        (_("Accordo sui dati"), _dated(contract.dpa, day(contract.dpa_on)) or missing()),
        (_("Cloud (ACN)"), _cloud(contract)),
        (_("Pagato dal PNRR"), _funded(contract)),
        (_("Conto dedicato"), "" if is_publication else contract.iban),
    ]


def _above(sheet: "ConcessionSheet") -> Facts:
    rows: Facts = []
    if sheet.accession:
        rows.append((_("Adesione"), _membership(sheet.accession)))
    if sheet.concession:
        rows += [
            (_("Concessione"), sheet.concession.title),
            (_("CIG padre"), sheet.concession.parent_cig),
        ]
    return rows


def _concession(concession: Concession) -> Facts:
    extended = _("ammessa dal contratto") if concession.may_be_extended else _("non ammessa (art. 178 c. 5)")
    return [
        (_("Concedente"), concession.granting_authority or missing()),
        (_("Concessionario"), concession.concessionaire or missing()),
        (_("Partita IVA"), concession.concessionaire_vat),
        (_("Società di progetto"), concession.project_company),
        (_("Tipo"), concession_kind_label(concession.kind) if concession.kind else ""),
        (_("Norma"), regime_label(concession.regime) if concession.regime else missing()),
        (_("CIG"), concession.parent_cig or missing()),
        (_("CUP"), concession.cup),
        (_("Stipulata il"), day(concession.signed_on) or missing()),
        (_("Valore iniziale"), money(concession.value) if concession.value is not None else missing()),
        (_("Proroga"), extended),
        (_("Portale RGS"), _reported(concession)),
        (_("Pubblicata in"), concession.publication),
    ]


def missing() -> str:
    """What is said of a figure that nobody typed."""
    return _("da inserire")


def _reported(concession: Concession) -> str:
    if not concession.is_ours:
        return ""
    return _("comunicata il {day}").format(day=day(concession.reported_on)) if concession.reported_on else missing()


def _membership(accession: Accession) -> str:
    until = _("fino al {day}").format(day=day(accession.ends_on)) if accession.ends_on else ""
    return " · ".join(part for part in (accession.centre_name, until) if part)


def _cloud(contract: ServiceContract) -> str:
    until = _("fino al {day}").format(day=day(contract.cloud_until)) if contract.cloud_until else ""
    return " · ".join(part for part in (contract.cloud_level, contract.cloud_id, until) if part)


def _funded(contract: ServiceContract) -> str:
    if not contract.is_funded:
        return ""
    until = contract.funded_until
    return _("sì, canone fino al {day}").format(day=day(until)) if until else _("sì")


def _dated(number: str, on: str) -> str:
    if number and on:
        return _("{number} del {day}").format(number=number, day=on)
    return number or on
