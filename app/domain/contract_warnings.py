# SPDX-License-Identifier: EUPL-1.2
"""What does not fit in a contract or in a concession, told with its reason; none of it stops anything by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from app.domain.clocks import Clock, Layer, Outlasting, effective_end, longer_than_above
from app.domain.codes import check_cig, check_cup
from app.domain.concessions import Concession, Contact, Guarantee, ServiceContract
from app.domain.contract_changes import ContractChange
from app.domain.contract_states import OVER, RUNNING, ContractState
from app.domain.dates import add_months
from app.domain.membership_clock import REMINDER_MONTHS

SOON_DAYS = 90
"""So many days before a bond, a mandate or a qualification lapses one is told; a choice of ours, no term of law."""
NOT_EXTENDABLE = ("service_concession", "project_financing", "public_lighting")
"""Concessions, which art. 178 c. 5 D.Lgs. 36/2023 forbids to extend; a framework agreement is none."""
LENGTHENING = ("extension", "addendum")
"""Changes that may move the end on; a revision of the plan may too, which art. 178 lets pass (art. 192)."""
HALF = Decimal("0.5")
"""The limit of art. 189 c. 1 for letters b and c; clear clauses (letter a) have none (concessions.md 1.2)."""


class WarningSeverity(StrEnum):
    """How much a warning weighs."""

    SERIOUS = "serious"  # something is already wrong
    CAREFUL = "careful"  # something will be wrong soon, or is to be looked at


WARNING_CODES = (
    "clock.contract_outlasts_membership",
    "clock.contract_outlasts_concession",
    "clock.membership_outlasts_concession",
    "clock.started_after_membership",
    "clock.over",
    "clock.ends_soon",
    "clock.no_end",
    "year.no_commitment",
    "fee.goes_on",
    "levels.to_contest",
    "change.extension",
    "change.over_half",
    "bond.lapsed",
    "bond.lapses_soon",
    "insurance.lapsed",
    "insurance.lapses_soon",
    "cloud.lapsed",
    "cloud.lapses_soon",
    "mandate.lapsed",
    "mandate.lapses_soon",
    "dpa.missing",
    "prerequisite.not_active",
    "cig.missing",
    "cig.parent",
    "cig.malformed",
    "cup.missing",
    "cup.malformed",
    "cup.of_another_project",
    "maintenance.ends_before",
    "maintenance.must_go_on",
    "maintenance.unknown",
    "report.not_made",
)
"""Every code; `text.contract_words` has a sentence for each."""


@dataclass(frozen=True, slots=True)
class ContractWarning:
    """One thing that does not fit; `params` are dates, amounts, names and codes that its sentence names."""

    code: str  # of WARNING_CODES
    severity: WarningSeverity
    params: dict[str, object]


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """All that the rules look at in a contract."""

    contract: ServiceContract
    concession: Concession | None
    clocks: tuple[Clock, ...]
    guarantees: tuple[Guarantee, ...]
    contacts: tuple[Contact, ...]
    changes: tuple[ContractChange, ...]
    funded_cups: tuple[str, ...]  # of the projects that pay its service
    maintenance_until: date | None
    not_active: tuple[str, ...]  # services that it needs first and that do not run
    uncommitted_year: int | None  # the running year, where something is due and nothing committed
    today: date
    fee_goes_on: bool = False  # though the service stands still
    fee_is_stopped: bool = False  # and nobody said until when
    to_contest: int = 0  # readings below what was promised of which nothing was done


def find_contract_warnings(facts: ContractFacts) -> tuple[ContractWarning, ...]:
    """What does not fit in a contract, the serious things first; nothing for one that is over."""
    if facts.contract.state in OVER:
        return ()
    found = [*_clocks(facts), *_year(facts.uncommitted_year), *_codes(facts), *_service(facts)]
    found += change_warnings(facts.changes, facts.contract.value, facts.concession)
    found += lapsing(facts.guarantees, facts.contacts, facts.today)
    return _serious_first(found)


def find_concession_warnings(
    concession: Concession,
    clock: Clock,
    guarantees: Iterable[Guarantee],
    contacts: Iterable[Contact],
    changes: Iterable[ContractChange],
    today: date,
    uncommitted_year: int | None = None,
) -> tuple[ContractWarning, ...]:
    """What does not fit in a concession, the serious things first; nothing for one that is concluded."""
    if concession.state in ("CONCL", "COLL"):
        return ()
    found = [*_end((clock,), today, is_running=concession.state == "IN_ESEC"), *_year(uncommitted_year)]
    found += change_warnings(changes, concession.value, concession)
    found += lapsing(guarantees, contacts, today)
    found += _report(concession)
    return _serious_first(found)


def change_warnings(
    changes: Iterable[ContractChange], value: Decimal | None, concession: Concession | None
) -> Iterator[ContractWarning]:
    """What speaks against each change: a concession that is extended, more than half of the initial value."""
    for change in changes:
        if change.kind in LENGTHENING and _is_extension(change, concession):
            yield _serious("change.extension", change_id=change.id, on=change.on, ends_on=change.new_ends_on)
        share = over_half(change, value)
        if share is not None:
            yield _serious("change.over_half", change_id=change.id, on=change.on, percent=share * 100)


def over_half(change: ContractChange, value: Decimal | None) -> Decimal | None:
    """The share of the initial value, where an addendum passes the half that the law allows; else None."""
    if change.kind != "addendum" or change.letter == "a" or not change.value or not value:
        return None
    share = change.value / value
    return share if share > HALF else None


def lapsing(guarantees: Iterable[Guarantee], contacts: Iterable[Contact], today: date) -> Iterator[ContractWarning]:
    """Guarantees and mandates that are over or will soon be; one that was released or followed is past."""
    kept = [one for one in guarantees if one.ends_on and one.released_on is None]
    for one in kept:
        if not any(other.kind == one.kind and _later(other.ends_on, one.ends_on) for other in kept):
            yield from _lapses(one.kind, one.ends_on, today, name=one.issuer, number=one.number, guarantee_id=one.id)
    mandates = list(contacts)
    for contact in mandates:
        followed = any(other.role == contact.role and _follows(other, contact) for other in mandates)
        if not followed:
            yield from _lapses(
                "mandate", contact.until, today, name=contact.name, role=contact.role, contact_id=contact.id
            )


def _later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other


def _follows(other: Contact, contact: Contact) -> bool:
    return contact.until is not None and (other.until is None or other.until > contact.until) and other.id != contact.id


def _clocks(facts: ContractFacts) -> Iterator[ContractWarning]:
    contract, clocks = facts.contract, facts.clocks
    for pair in longer_than_above(clocks):
        yield _serious(_OUTLASTING[pair.longer, pair.shorter], **_days(pair))
    agreement = next((clock for clock in clocks if clock.layer is Layer.L1), None)
    began = contract.starts_on or contract.signed_on
    if agreement and agreement.ends_on and began and began > agreement.ends_on:
        yield _serious("clock.started_after_membership", on=began, ends_on=agreement.ends_on, name=agreement.name)
    yield from _end(clocks, facts.today, is_running=contract.state in RUNNING)
    if contract.ends_on is None and contract.state in RUNNING:
        yield _careful("clock.no_end")


_OUTLASTING = {
    (Layer.L2, Layer.L1): "clock.contract_outlasts_membership",
    (Layer.L2, Layer.L0): "clock.contract_outlasts_concession",
    (Layer.L1, Layer.L0): "clock.membership_outlasts_concession",
}


def _days(pair: Outlasting) -> dict[str, object]:
    return {"longer_on": pair.longer_on, "shorter_on": pair.shorter_on}


def _end(clocks: Iterable[Clock], today: date, *, is_running: bool) -> Iterator[ContractWarning]:
    end = effective_end(clocks)
    if end is None or not is_running:
        return
    layers = tuple(layer.value for layer in end.layers)
    if end.on < today:
        yield _serious("clock.over", on=end.on, layers=layers)
    elif add_months(end.on, -REMINDER_MONTHS[0]) <= today:
        yield _careful("clock.ends_soon", on=end.on, layers=layers, days=(end.on - today).days)


def _year(year: int | None) -> Iterator[ContractWarning]:
    if year is not None:
        yield _serious("year.no_commitment", year=year)


def _codes(facts: ContractFacts) -> Iterator[ContractWarning]:
    contract, concession = facts.contract, facts.concession
    if not contract.cig and contract.signed_on and contract.supplier and contract.spending != "transfer":
        yield _careful("cig.missing")
    if contract.cig and concession and contract.cig == concession.parent_cig:
        yield _serious("cig.parent", cig=contract.cig)
    elif contract.cig and not (cig := check_cig(contract.cig)).is_usual:
        yield _careful("cig.malformed", cig=contract.cig, reason=cig.reason)
    if not contract.cup and (contract.is_funded or facts.funded_cups):
        yield _careful("cup.missing", cups=facts.funded_cups)
    elif contract.cup and not check_cup(contract.cup).is_well_formed:
        yield _careful("cup.malformed", cup=contract.cup, reason=check_cup(contract.cup).reason)
    elif contract.cup and facts.funded_cups and contract.cup not in facts.funded_cups:
        yield _careful("cup.of_another_project", cup=contract.cup, cups=facts.funded_cups)


def _service(facts: ContractFacts) -> Iterator[ContractWarning]:
    contract = facts.contract
    if facts.fee_goes_on:
        yield _careful("fee.goes_on")
    if facts.to_contest:
        yield _careful("levels.to_contest", count=facts.to_contest)
    if contract.state is not ContractState.REQUESTED and not contract.dpa:
        yield _careful("dpa.missing")
    yield from _lapses("cloud", contract.cloud_until, facts.today, name=contract.cloud_id, level=contract.cloud_level)
    for code in facts.not_active:
        yield ContractWarning("prerequisite.not_active", _weight(contract.state in RUNNING), {"code": code})
    yield from _kept(facts)


def _kept(facts: ContractFacts) -> Iterator[ContractWarning]:
    """What PNRR paid must go on: it stands still or ends now, or ends by its own terms before it may."""
    until, end = facts.maintenance_until, effective_end(facts.clocks)
    if not facts.contract.is_funded:
        return
    if facts.contract.state in (ContractState.CLOSING, ContractState.SUSPENDED):
        if until is None:
            yield _serious("maintenance.unknown")
        elif facts.today < until:
            yield _serious("maintenance.must_go_on", until=until)
    elif until and end and end.on < until and facts.today < until:
        layers = tuple(layer.value for layer in end.layers)
        yield _careful("maintenance.ends_before", on=end.on, layers=layers, until=until)


def _lapses(kind: str, until: date | None, today: date, **params: object) -> Iterator[ContractWarning]:
    if until is None:
        return
    if until < today:
        yield _serious(f"{kind}.lapsed", on=until, **params)
    elif until - timedelta(days=SOON_DAYS) <= today:
        yield _careful(f"{kind}.lapses_soon", on=until, days=(until - today).days, **params)


def _report(concession: Concession) -> Iterator[ContractWarning]:
    """The comune's own must be told to the portal of RGS; who only joins one tells nothing (concessions.md 1.5)."""
    if concession.is_ours and concession.kind in NOT_EXTENDABLE and concession.signed_on and not concession.reported_on:
        yield _careful("report.not_made", on=concession.signed_on)


def _is_extension(change: ContractChange, concession: Concession | None) -> bool:
    """Whether a concession that may not be extended is; a contract below it may be, as long as the concession runs."""
    if concession is None or concession.kind not in NOT_EXTENDABLE or concession.may_be_extended:
        return False
    is_later = _later(change.new_ends_on, concession.ends_on)
    if change.concession_id is None:
        return is_later
    return change.kind == "extension" or is_later or bool(change.override_reason and change.new_ends_on)


def _serious_first(found: Iterable[ContractWarning]) -> tuple[ContractWarning, ...]:
    return tuple(sorted(found, key=lambda one: one.severity is not WarningSeverity.SERIOUS))


def _weight(is_serious: bool) -> WarningSeverity:  # noqa: FBT001 - says how much it weighs
    return WarningSeverity.SERIOUS if is_serious else WarningSeverity.CAREFUL


def _serious(code: str, **params: object) -> ContractWarning:
    return ContractWarning(code, WarningSeverity.SERIOUS, params)


def _careful(code: str, **params: object) -> ContractWarning:
    return ContractWarning(code, WarningSeverity.CAREFUL, params)
