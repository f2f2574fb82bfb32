# SPDX-License-Identifier: EUPL-1.2
"""How a contract reads: the names of its parts, the tone of its state, where a warning is put right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.domain.contract_states import ContractState, ContractStep, ContractWay
from app.domain.contract_warnings import ContractWarning, WarningSeverity
from app.text import _, day, in_language
from app.text.concession_labels import contract_to_do_label, layer_label
from app.text.distance import days_away
from app.ui.widgets.timeline import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.catalogue import Service
    from app.domain.clocks import Clock, ClockEnd
    from app.domain.concessions import ServiceContract

_TONES = {
    ContractState.REQUESTED: "neutral",
    ContractState.ACTIVATING: "info",
    ContractState.ACCEPTED: "info",
    ContractState.ACTIVE: "good",
    ContractState.SUSPENDED: "warning",
    ContractState.CLOSING: "warning",
    ContractState.CEASED: "neutral",
    ContractState.REFUSED: "bad",
}
CLOSING_STEPS = (ContractStep.BEGIN_CLOSING, ContractStep.GIVE_UP_CLOSING, ContractStep.CEASE)
"""Recorded in the part of the end; all others in that of the activation."""
LIVING_STEPS = tuple(step for step in ContractStep if step not in CLOSING_STEPS)
_LAYER_TONES = {"L0": "neutral", "L1": "bar_good", "L2": "accent"}
_PLACES = {
    "clock.contract_outlasts_membership": ("contract", "ends_on"),
    "clock.contract_outlasts_concession": ("contract", "ends_on"),
    "clock.membership_outlasts_concession": ("contract", "accession_id"),
    "clock.started_after_membership": ("contract", "starts_on"),
    "year.no_commitment": ("money", "commitment"),
    "fee.goes_on": ("fees", "suspension"),
    "levels.to_contest": ("levels", "contest"),
    "change.extension": ("changes", "change"),
    "change.over_half": ("changes", "change"),
    "bond.lapsed": ("people", "guarantee"),
    "bond.lapses_soon": ("people", "guarantee"),
    "insurance.lapsed": ("people", "guarantee"),
    "insurance.lapses_soon": ("people", "guarantee"),
    "cloud.lapsed": ("people", "cloud_until"),
    "cloud.lapses_soon": ("people", "cloud_until"),
    "mandate.lapsed": ("people", "contact"),
    "mandate.lapses_soon": ("people", "contact"),
    "dpa.missing": ("people", "dpa"),
    "prerequisite.not_active": ("activation", "prerequisite"),
    "cig.missing": ("contract", "cig"),
    "cig.parent": ("contract", "cig"),
    "cig.malformed": ("contract", "cig"),
    "maintenance.ends_before": ("contract", "ends_on"),
    "maintenance.must_go_on": ("closing", "step"),
    "maintenance.unknown": ("contract", "paid_on"),
    "report.not_made": ("concession", "reported_on"),
}
_PARTS = ("guarantee", "contact")


def section_title(key: str) -> str:
    """The name of a part, in the words of the office."""
    titles = {
        "overview": _("In breve"),
        "contract": _("Contratto"),
        "activation": _("Attivazione"),
        "people": _("Persone e garanzie"),
        "fees": _("Canone"),
        "invoices": _("Fatture"),
        "money": _("Spesa"),
        "levels": _("Livelli di servizio"),
        "changes": _("Modifiche"),
        "closing": _("Fine"),
    }
    return titles[key]


def contract_tone(state: ContractState) -> str:
    """The tone of a state."""
    return _TONES[state]


def next_way(ways: Iterable[ContractWay]) -> ContractWay | None:
    """The step that comes next by itself: starting, accepting, going live, resuming, ceasing; no step aside."""
    likely = (
        *(ContractStep.BEGIN_ACTIVATION, ContractStep.PASS_ACCEPTANCE, ContractStep.GO_LIVE),
        *(ContractStep.RESUME, ContractStep.CEASE),
    )
    return next((way for step in likely for way in ways if way.step is step), None)


def going_words(way: ContractWay) -> str:
    """On a button that leads to the step; the one that records it has the words alone."""
    return _("{step}…").format(step=contract_to_do_label(way.step.value))


def step_place(step: ContractStep) -> str:
    """The part in which a step is recorded."""
    return "closing" if step in CLOSING_STEPS else "activation"


def warning_place(warning: ContractWarning) -> tuple[str, str]:
    """The part and the field where a warning is put right."""
    code = warning.code
    section, field = _PLACES.get(code, ("contract", "cup" if code.startswith("cup.") else "ends_on"))
    on = warning.params.get("on")
    return section, f"{field}:{on.isoformat()}" if field in _PARTS and isinstance(on, date) else field


def warning_tone(warning: ContractWarning) -> str:
    """What is wrong already is told more strongly than what will be."""
    return "bad" if warning.severity is WarningSeverity.SERIOUS else "warning"


def term_words(starts_on: date | None, ends_on: date | None) -> str:
    """`dal 01/01/2026 al 31/12/2030`; a day that nobody typed is said so."""
    if starts_on and ends_on:
        return _("dal {start} al {end}").format(start=day(starts_on), end=day(ends_on))
    if starts_on:
        return _("dal {start}, senza fine scritta").format(start=day(starts_on))
    if ends_on:
        return _("fino al {end}").format(end=day(ends_on))
    return _("date da inserire")


def spans(clocks: Iterable[Clock], own: str = "") -> list[Span]:
    """The three clocks as a timeline shows them; `own` is the name that stands above them already."""
    made = []
    for clock in clocks:
        told = _("{layer}: {term}") if clock.name == own else _("{layer}: {name}, {term}")
        words = told.format(
            layer=layer_label(clock.layer.value), name=clock.name, term=term_words(clock.starts_on, clock.ends_on)
        )
        made.append(Span(words, clock.starts_on, clock.ends_on, _LAYER_TONES[clock.layer.value]))
    return made


def end_words(end: ClockEnd | None, today: date) -> str:
    """When the service ends, and which of the clocks says so."""
    if end is None:
        return _("Fine da inserire")
    layers = _(" e ").join(layer_label(layer.value).lower() for layer in end.layers)
    if end.on < today:
        return _("Finito il {day} ({layers})").format(day=day(end.on), layers=layers)
    away = days_away((end.on - today).days)
    return _("Finisce il {day}, {away} ({layers})").format(day=day(end.on), away=away, layers=layers)


def source_words(contract: ServiceContract) -> str:
    """The acts that the facts of a contract were copied from, as far as they were typed."""
    parts = []
    if contract.reference:
        parts.append(_("contratto n. {number}").format(number=contract.reference))
    if contract.determination:
        on = day(contract.determination_on)
        told = _("determina n. {number} del {day}") if on else _("determina n. {number}")
        parts.append(told.format(number=contract.determination, day=on))
    return _("Lo dicono: {acts}").format(acts=_(" e ").join(parts)) if parts else ""


def service_name(service: Service | None, code: str) -> str:
    """The name of a service of the catalogue; else its code as typed."""
    if service is None:
        return code
    return f"{service.code} · {in_language(service.name, service.name_en)}"
