# SPDX-License-Identifier: EUPL-1.2
"""The words of the cards: names in the language in use, and what was concluded marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _, day, in_language, ngettext
from app.text.catalogue_labels import addressee_label, fee_model_label, publisher_label
from app.text.centre_labels import inferred_mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.actions.catalogue import CatalogueAnswer
    from app.domain.calls import Call
    from app.domain.catalogue import Centre, EditionInfo, Service, Source


def service_name(service: Service) -> str:
    """The name of a service."""
    return in_language(service.name, service.name_en)


def withdrawn(name: str) -> str:
    """A name marked as no longer told by its publisher."""
    return _("{name} (ritirato)").format(name=name)


def service_line(service: Service) -> str:
    """`PAB-01 · pagoPA`."""
    return f"{service.code} · {service_name(service)}"


def sourced(source: Source) -> str:
    """A source as it is said, marked where the fact was concluded from it."""
    return f"{source.text} {inferred_mark()}" if source.inferred else source.text


def addressees(service: Service) -> str:
    """Whom it is for."""
    return capital(", ".join(addressee_label(name).lower() for name in service.addressees))


def fees(service: Service) -> str:
    """How one pays for it; never how much."""
    if not service.fee_models:
        return _("Le fonti consultate non lo dicono.")
    said = capital("; ".join(fee_model_label(model).lower() for model in service.fee_models))
    return f"{said} {inferred_mark()}." if service.fee_inferred else f"{said}."


def measure(service: Service) -> str:
    """The measure that typically paid it."""
    if not service.measure:
        return _("Nessuna misura del PNRR nota.")
    said = _("Di solito la misura {measure} del PNRR").format(measure=service.measure)
    return f"{said} {inferred_mark()}." if service.measure_inferred else f"{said}."


def calls(found: Iterable[Call]) -> str:
    """Whether one can still apply; nothing where no call is known. The last to close comes first."""
    known = list(found)
    if not known:
        return ""
    open_ones = [call for call in known if not call.is_closed]
    if open_ones:
        last = max(call.closes_on for call in open_ones)
        return _("Un avviso per i comuni è aperto fino al {day}.").format(day=day(last))
    said = ngettext(
        "L'avviso per i comuni è chiuso dal {day}.",
        "I {count} avvisi per i comuni sono chiusi, l'ultimo dal {day}.",
        len(known),
    )
    return said.format(count=len(known), day=day(known[0].closes_on))


def duty(service: Service) -> str:
    """Whether the law asks for it."""
    if service.is_mandatory is None:
        return _("Le fonti consultate non lo dicono.")
    return _("Sì, la legge lo chiede ai comuni.") if service.is_mandatory else _("No.")


def totals(answer: CatalogueAnswer) -> str:
    """How many services are shown of how many, how many are law, how many have a star."""
    total = answer.edition.services if answer.edition else answer.total
    parts = (
        ngettext("{count} servizio su {total}", "{count} servizi su {total}", answer.total).format(
            count=answer.total, total=total
        ),
        ngettext("{count} obbligatorio per legge", "{count} obbligatori per legge", answer.mandatory).format(
            count=answer.mandatory
        ),
        ngettext("{count} con stella", "{count} con stella", answer.starred).format(count=answer.starred),
    )
    return " · ".join(parts)


def edition_line(edition: EditionInfo | None) -> str:
    """Which edition of the catalogue, of which day, by whom, signed or not."""
    if edition is None:
        return _("Nessuna edizione del catalogo")
    if edition.key_id:
        return _("Catalogo n. {number} del {day}, firma di {publisher}, vale fino al {until}").format(
            number=edition.number,
            day=day(edition.published_on),
            publisher=publisher_label(edition.publisher),
            until=day(edition.valid_until),
        )
    return _("Catalogo n. {number} del {day}, a cura di {publisher}").format(
        number=edition.number, day=day(edition.published_on), publisher=publisher_label(edition.publisher)
    )


def centre_place(centre: Centre) -> str:
    """`Provincia di Lecco · LC`: who leads it and where."""
    return " · ".join(part for part in (centre.lead_authority, centre.province) if part)


def capital(line: str) -> str:
    """The line with a capital at its beginning."""
    return line[:1].upper() + line[1:]
