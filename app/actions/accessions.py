# SPDX-License-Identifier: EUPL-1.2
"""Procedures towards a centre: opening one, looking at it, filling in its fields, letting go of a draft."""

from dataclasses import dataclass
from typing import Any

from app.actions.accession_cases import read_case, read_cases, template_of
from app.actions.changes import Changes
from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import Duty, due_of_item, duties
from app.domain.accession_states import ENDED, MEMBER, Transition, next_steps
from app.domain.accessions import Accession, AccessionId, ChecklistItem
from app.domain.checklist import ItemState, Missing, item_state, missing, next_item, progress
from app.domain.coherence import Finding, find_incoherences
from app.domain.funding import Project
from app.domain.procedures import Template
from app.domain.request_costs import CostLine, CostOverTerm, cost_over_term
from app.errors import UserError
from app.store import Store
from app.store import accessions as statements

CHANGED = Changes(accessions=True)
_MOST = 1200  # a hundred years of months

FIELDS = (
    *("centre_pec", "body", "body_reason", "signer_name", "signer_role", "signer_fiscal_code", "signer_is_delegate"),
    *("contact_name", "contact_email", "contact_phone", "purpose", "consultation", "financial_relations"),
    *("obligations", "starts_on", "ends_on", "answer_days", "notice_months", "notice_days", "renewal_months"),
    *("terms_source", "note"),
)
"""What a clerk may type into a procedure; all else is the outcome of a step."""


@dataclass(frozen=True, slots=True)
class AccessionRow:
    """A procedure in a list."""

    accession: Accession
    done: int
    total: int
    next_item: ChecklistItem | None
    next_duty: Duty | None
    blocks: int


@dataclass(frozen=True, slots=True)
class ItemView:
    """A line of the checklist with its state, what it lacks and when it is due."""

    item: ChecklistItem
    state: ItemState
    missing: tuple[Missing, ...]
    due: Duty | None


@dataclass(frozen=True, slots=True)
class AccessionView:
    """All that the page of a procedure shows."""

    case: AccessionCase
    items: tuple[ItemView, ...]
    done: int
    total: int
    findings: tuple[Finding, ...]
    next_steps: tuple[Transition, ...]
    duties: tuple[Duty, ...]
    template: Template
    funded: tuple[tuple[str, tuple[Project, ...]], ...]  # code of a service and the projects that pay it
    costs: CostOverTerm | None  # from the figures typed from acts; None where none was typed

    @property
    def accession(self) -> Accession:
        """The procedure itself."""
        return self.case.accession

    def item(self, key: str) -> ItemView | None:
        """The line of a key."""
        return next((view for view in self.items if view.item.key == key), None)


def list_accessions(store: Store) -> list[Accession]:
    """All procedures, the newest first."""
    with store.read() as session:
        return statements.list_accessions(session)


def survey_accessions(store: Store) -> list[AccessionRow]:
    """Every procedure with how far it has come and what comes next."""
    with store.read() as session:
        return [row_of(case) for case in read_cases(store, session)]


def row_of(case: AccessionCase) -> AccessionRow:
    """How far a procedure has come, as a list tells it."""
    done, total = progress(case)
    coming = [duty for duty in duties(case) if duty.stands(case.today)]
    findings = find_incoherences(case)
    return AccessionRow(
        accession=case.accession,
        done=done,
        total=total,
        next_item=None if case.accession.state in ENDED else next_item(case),
        next_duty=coming[0] if coming else None,
        blocks=sum(finding.severity.value == "block" for finding in findings),
    )


def show_accession(store: Store, accession_id: AccessionId) -> AccessionView:
    """One procedure with its checklist, its findings and the steps that may be recorded."""
    with store.read() as session:
        case = read_case(store, session, accession_id)
    accession = case.accession
    done, total = progress(case)
    funded = ((service.code, case.funded_by(service.code)) for service in case.services)
    return AccessionView(
        case=case,
        items=tuple(_view(case, item) for item in case.items),
        done=done,
        total=total,
        findings=find_incoherences(case) if accession.state not in (*MEMBER, *ENDED) else (),
        next_steps=next_steps(accession.kind, accession.state),
        duties=duties(case),
        template=template_of(store, accession.kind, accession.centre_code),
        funded=tuple((code, projects) for code, projects in funded if projects),
        costs=_costs(case),
    )


def fill_in(store: Store, accession_id: AccessionId, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Save fields of a procedure as they are typed; Stale when it changed since version `seen`.

    UserError `accession.unknown_field`, `accession.term_reversed`, `accession.number_negative`.
    """
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise UserError("accession.unknown_field", name=", ".join(unknown), known=", ".join(FIELDS))
    with store.read() as session:
        accession = statements.read_accession(session, accession_id)
    _check_fields(accession, fields)
    with store.write("accession.filled_in", goes_on=True, centre=accession.centre_name) as session:
        statements.change_accession(session, accession_id, seen, **fields)
    return CHANGED


def find_accession(store: Store, text: str) -> AccessionId:
    """The procedure that a word of the command line means: its number, or the beginning of its reference."""
    for accession in list_accessions(store):
        if text == str(accession.id) or (len(text) >= 6 and accession.reference.startswith(text.lower())):  # noqa: PLR2004 - enough to be sure
            return accession.id
    raise UserError("accession.unknown", id=text)


def _costs(case: AccessionCase) -> CostOverTerm | None:
    lines = [CostLine(one.code, one.once, one.yearly, one.cost_source) for one in case.requested]
    return cost_over_term(lines, case.accession.starts_on, case.accession.ends_on)


def _view(case: AccessionCase, item: ChecklistItem) -> ItemView:
    return ItemView(item, item_state(case, item), missing(case, item), due_of_item(case, item))


def _check_fields(accession: Accession, fields: dict[str, Any]) -> None:
    starts_on = fields.get("starts_on", accession.starts_on)
    ends_on = fields.get("ends_on", accession.ends_on)
    if starts_on and ends_on and ends_on < starts_on:
        raise UserError("accession.term_reversed", starts_on=starts_on, ends_on=ends_on)
    for name in ("answer_days", "notice_months", "notice_days", "renewal_months"):
        value = fields.get(name)
        if value is not None and not 0 <= value <= _MOST:
            raise UserError("accession.number_out_of_range", name=name, most=_MOST)
    if fields.get("body", accession.body) not in ("council", "executive"):
        raise UserError("accession.unknown_body")
