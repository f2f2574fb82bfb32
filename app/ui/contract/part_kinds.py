# SPDX-License-Identifier: EUPL-1.2
"""The things that hang on a contract or a concession: plan, people, guarantees, what the end asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain.concessions import CONTACT_ROLES, ClosingItem, Contact, Guarantee, Milestone
from app.domain.deadlines import SOON_DAYS
from app.text import _, day
from app.text.concession_labels import closing_label, guarantee_label, milestone_label, role_label
from app.text.distance import days_away
from app.text.number_words import numbered
from app.ui.accession.entries import Entry, amount_line, area, day_line, line
from app.ui.contract.parts import PartKind, Told
from app.ui.contract.place import OwnerPlace
from app.ui.documents.options import key_choice


def milestones(today: date) -> PartKind:
    """The plan of activation; the minutes of the acceptance are the document of its point."""
    return PartKind(
        "milestone",
        lambda view: view.milestones,
        lambda one: milestone_label(one.key, one.title),
        lambda one: planned_words(one.planned_on, one.done_on, today),
        _milestone_entries,
        (("planned_on", "done_on"), ("note",)),
        _correct("correct_milestone"),
        _correct("remove_milestone"),
        document=_("Il verbale o il documento di questo passo"),
        document_kind=lambda one: "acceptance" if one.key == "acceptance" else "other",
        is_removable=lambda one: not one.key,
    )


def contacts(today: date) -> PartKind:
    """People, with their mandates."""
    return PartKind(
        "contact",
        lambda view: view.contacts,
        lambda one: f"{role_label(one.role)}: {one.name}",
        lambda one: until_words(one.until, today),
        _contact_entries,
        (("role", "name"), ("email", "phone"), ("mandate",), ("since", "until")),
        _correct("correct_contact"),
        _correct("remove_contact"),
        blamed=(("contract.term_reversed", "until"),),
    )


def guarantees(today: date) -> PartKind:
    """Bonds and insurances."""
    return PartKind(
        "guarantee",
        lambda view: view.guarantees,
        _guarantee_title,
        lambda one: _guarantee_told(one, today),
        _guarantee_entries,
        (("issuer", "number"), ("amount", "released_on"), ("starts_on", "ends_on"), ("note",)),
        _correct("correct_guarantee"),
        _correct("remove_guarantee"),
        document=_("La polizza o la garanzia"),
        blamed=(("contract.term_reversed", "ends_on"), ("contract.amount_out_of_range", "amount")),
    )


def closing_items(today: date, end: Callable[[], date | None]) -> PartKind:
    """What the end asks for, by the day on which the service ends; a line of ours is set aside with its reason."""
    return PartKind(
        "closing",
        lambda view: view.closing,
        lambda one: closing_label(one.key, one.title),
        lambda one: _closing_told(one, today, end()),
        _closing_entries,
        (("done_on", "skipped_reason"), ("note",)),
        _correct("correct_closing_item"),
        _correct("remove_closing_item"),
        document=_("Il documento che lo prova"),
        is_removable=lambda one: not one.key,
    )


def contact_ask() -> dict[str, Entry]:
    """What one more person needs."""
    return {"role": _role(), "name": line(_("Nome e cognome (obbligatorio)"))}


def guarantee_ask() -> dict[str, Entry]:
    """What one more guarantee needs."""
    options = [(kind, guarantee_label(kind)) for kind in ("bond", "insurance")]
    return {"kind": key_choice(_("Che cos'è"), options), "issuer": line(_("Chi la rilascia"))}


def until_words(until: date | None, today: date) -> Told:
    """How far the last day of a mandate or of a guarantee is."""
    if until is None:
        return _("senza scadenza scritta"), "neutral"
    left = (until - today).days
    if left < 0:
        return _("scaduto il {day}").format(day=day(until)), "bad"
    told = _("fino al {day}, {away}").format(day=day(until), away=days_away(left))
    return (told, "warning") if left <= SOON_DAYS else (_("fino al {day}").format(day=day(until)), "good")


def planned_words(planned: date | None, done: date | None, today: date) -> Told:
    """Done, or how far its day is."""
    if done is not None:
        return _("fatto il {day}").format(day=day(done)), "good"
    if planned is None:
        return _("data da inserire"), "neutral"
    left = (planned - today).days
    told = _("previsto il {day}, {away}").format(day=day(planned), away=days_away(left))
    return told, "bad" if left < 0 else "warning" if left <= SOON_DAYS else "info"


def _correct(name: str) -> Any:  # noqa: ANN401 - gives an action
    """An action on the parts, found once it is needed."""

    def found() -> Any:  # noqa: ANN401 - an action
        from app.actions import contract_parts

        return getattr(contract_parts, name)

    return found


def _role() -> Entry:
    return key_choice(_("Ruolo"), [(role, role_label(role)) for role in CONTACT_ROLES])


def _milestone_entries(place: OwnerPlace, _one: Milestone) -> dict[str, Entry]:
    return {
        "planned_on": day_line(_("Previsto il"), place.today),
        "done_on": day_line(_("Fatto il"), place.today),
        "note": area(_("Nota"), lines=1),
    }


def _contact_entries(place: OwnerPlace, _one: Contact) -> dict[str, Entry]:
    return {
        "role": _role(),
        "name": line(_("Nome e cognome (obbligatorio)")),
        "email": line(_("Posta elettronica o PEC")),
        "phone": line(_("Telefono")),
        "mandate": line(_("Atto di nomina"), _("Per esempio: decreto del Sindaco n. 4 del 12/01/2026")),
        "since": day_line(_("In carica dal"), place.today),
        "until": day_line(_("In carica fino al"), place.today),
    }


def _guarantee_entries(place: OwnerPlace, _one: Guarantee) -> dict[str, Entry]:
    return {
        "issuer": line(_("Chi la rilascia")),
        "number": line(_("Numero")),
        "amount": amount_line(_("Importo garantito")),
        "released_on": day_line(_("Svincolata il"), place.today),
        "starts_on": day_line(_("Vale dal"), place.today),
        "ends_on": day_line(_("Vale fino al"), place.today),
        "note": area(_("Nota"), lines=1),
    }


def _guarantee_title(one: Guarantee) -> str:
    parts = (guarantee_label(one.kind), one.issuer, numbered(one.number))
    return ", ".join(part for part in parts if part)


def _guarantee_told(one: Guarantee, today: date) -> Told:
    if one.released_on is not None:
        return _("svincolata il {day}").format(day=day(one.released_on)), "neutral"
    return until_words(one.ends_on, today)


def _closing_told(one: ClosingItem, today: date, end: date | None) -> Told:
    if one.done_on is not None:
        return _("fatto il {day}").format(day=day(one.done_on)), "good"
    if one.skipped_reason:
        return _("non serve"), "neutral"
    if end is None:
        return _("da fare, fine da inserire"), "warning"
    left = (end - today).days
    told = _("da fare per la fine, {day}, {away}").format(day=day(end), away=days_away(left))
    return told, "bad" if left < 0 else "warning" if left <= SOON_DAYS else "info"


def _closing_entries(place: OwnerPlace, _one: ClosingItem) -> dict[str, Entry]:
    return {
        "done_on": day_line(_("Fatto il"), place.today),
        "skipped_reason": line(_("Non serve perché")),
        "note": area(_("Nota"), lines=1),
    }
