# SPDX-License-Identifier: EUPL-1.2
"""What joining takes, in words: the remarks on a centre, what comes first, what is paid already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.centres import InCatchment
from app.text import _, day, in_language, money
from app.text.accession_labels import actor_label, choice_label, state_label
from app.text.centre_labels import place_label
from app.text.labels import status_label
from app.ui.catalogue.words import service_line
from app.ui.centres.words import place_told

if TYPE_CHECKING:
    from app.actions.accession_services import ServicePlan
    from app.actions.joining import JoiningOption, JoiningPlan

Remark = tuple[str, str, str]
"""Title, sentence and tone."""


def option_words(option: JoiningOption) -> str:
    """A centre to choose, with what speaks for it or against."""
    parts = [option.centre.name, place_label(option.place.value).lower()]
    if option.member:
        parts.append(_("siamo già membri"))
    if option.open_one:
        parts.append(_("richiesta n. {id} in corso").format(id=option.open_one.id))
    return " · ".join(parts)


def remarks(plan: JoiningPlan, option: JoiningOption, province: str) -> list[Remark]:
    """What one should know of a centre before asking it."""
    found = [*_of_our_place(option), *_of_the_catalogue(plan, option)]
    if option.place is not InCatchment.INSIDE:
        found.append((*place_told(option.centre, province), "info"))
    return found


def needs(option: JoiningOption) -> list[str]:
    """The acts and documents of the centre's template, each with who makes it."""
    template = option.template
    lines = (item for item in template.items if item.act_kind or any(slot.is_required for slot in item.slots))
    return [
        f"{in_language(item.title, item.title_en)} ({actor_label(item.actor.value, template.body)})" for item in lines
    ]


def first_needed(plan: ServicePlan) -> list[str]:
    """What the services need first, in the order in which one needs it, with what becomes of each."""
    lines = [_("{service}: si chiede insieme").format(service=service_line(one)) for one in plan.prerequisites]
    wanted = {service.code for service in plan.wanted}
    for one in plan.settled:
        if one.code not in wanted:
            said = choice_label(one.choice.value).lower()
            lines.append(_("{code} · {name}: {choice}").format(code=one.code, name=one.name, choice=said))
    return lines


def already_paid(plan: ServicePlan) -> list[str]:
    """The projects of public money that pay some of the services already."""
    from app.actions.funding import call_label

    return [
        _("{service}: {call}, CUP {cup}, {amount}, {status}").format(
            service=service_line(service),
            call=call_label(project.call),
            cup=project.cup,
            amount=money(project.amount),
            status=status_label(project.status).lower(),
        )
        for service, projects in plan.funded
        for project in projects
    ]


def button_words(option: JoiningOption) -> str:
    """What the button does."""
    if option.open_one is None:
        return _("Apri l'adesione")
    words = _("Aggiungi alla richiesta n. {id}") if option.takes_services else _("Vai alla richiesta n. {id}")
    return words.format(id=option.open_one.id)


def _of_our_place(option: JoiningOption) -> list[Remark]:
    found: list[Remark] = []
    if option.open_one:
        title = _("Con questo centro c'è già una richiesta, la n. {id}: {state}").format(
            id=option.open_one.id, state=state_label(option.open_one.state.value).lower()
        )
        told = (
            _("I servizi scelti si aggiungono a quella.")
            if option.takes_services
            else _("È già partita: i suoi servizi non si cambiano più. Correggila dalla sua pagina, se serve.")
        )
        found.append((title, told, "info"))
    elif option.member:
        title = _("Il comune aderisce già a questo centro, dal {day}").format(day=day(option.member.starts_on))
        if option.member.starts_on is None:
            title = _("Il comune aderisce già a questo centro")
        told = _(
            "Guarda nella convenzione se un servizio in più vuole un'altra richiesta, o solo il modulo del centro."
        )
        found.append((title, told, "warning"))
    return found


def _of_the_catalogue(plan: JoiningPlan, option: JoiningOption) -> list[Remark]:
    found: list[Remark] = []
    missing = [service_line(service) for service in plan.wanted if service.code not in option.offers]
    if missing:
        title = _("Nessuna fonte mostra che questo centro lo offre: {services}").format(services="; ".join(missing))
        found.append((title, _("Chiedilo al centro prima di portare la proposta in Consiglio o in Giunta."), "warning"))
    if option.centre.is_withdrawn or any(service.is_withdrawn for service in plan.wanted):
        told = _("L'ultima edizione del suo editore non lo contiene più. Chiedi al centro prima di aderire.")
        found.append((_("Ritirato dal catalogo"), told, "warning"))
    if option.expired_on:
        title = _("Il catalogo di questo centro è scaduto il {day}").format(day=day(option.expired_on))
        told = _("Si può preparare, ma per inviare serve un'edizione nuova: chiedila al centro.")
        found.append((title, told, "warning"))
    return found
