# SPDX-License-Identifier: EUPL-1.2
"""`catalogue search | show | import | verify`: what is on offer, and signed editions of it."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from app.actions import catalogue as actions
from app.actions.editions import claims_as_shipped
from app.actions.publishing import look_at_edition
from app.cli.catalogue_import import import_word
from app.cli.grammar import word_group
from app.cli.publish_words import edition_json, edition_lines
from app.cli.words import Words, pass_words
from app.domain.catalogue import Service
from app.domain.dates import to_rome
from app.text import _, in_language, ngettext
from app.text.catalogue_labels import area_label


@word_group(help=_("I servizi del catalogo."))
def catalogue() -> None:
    """Words on the catalogue."""


@catalogue.command(help=_("Cerca tra i servizi; senza testo li elenca tutti."))
@click.argument("text", default="", metavar=_("[TESTO]"))
@click.option("--area", default="", metavar=_("AREA"), help=_("L'area, come sta nel catalogo."))
@click.option("--centre", default="", metavar=_("CODICE"), help=_("Il codice del centro che lo offre."))
@click.option("--measure", default="", metavar=_("MISURA"), help=_("La misura PNRR, come sta nel catalogo."))
@click.option("--limit", default=None, metavar=_("NUMERO"), type=click.IntRange(1), help=_("Quanti al massimo."))
@pass_words
def search(words: Words, text: str, area: str, centre: str, measure: str, limit: int | None) -> None:
    """Services that match every word, each as a beginning."""
    wanted = actions.CatalogueFilter(text=text, area=area, centre=centre, measure=measure, limit=limit)
    answer = actions.search_services(words.store, wanted)
    rows = [(row.service, row.mark) for row in answer.services]
    document = [
        {
            "code": service.code,
            "area": service.area,
            "name": service.name,
            "summary": service.summary,
            "measure": service.measure,
            "is_starred": mark.is_starred,
        }
        for service, mark in rows
    ]
    words.answer(
        document, [f"{service.code}  {_name(service)}  ({area_label(service.area)})" for service, _mark in rows]
    )
    count = ngettext("{count} servizio", "{count} servizi", answer.total)
    words.say(count.format(count=answer.total))


@catalogue.command(help=_("Mostra la scheda di un servizio."))
@click.argument("code", metavar=_("CODICE"))
@pass_words
def show(words: Words, code: str) -> None:
    """All we know of one service."""
    card = actions.show_service(words.store, code)
    words.answer(_card_json(card), _card_lines(card))


@catalogue.command(help=_("Controlla un'edizione firmata, senza importarla e senza un archivio."))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@pass_words
def verify(words: Words, file: Path) -> None:
    """Check a signed edition."""
    signed, today = look_at_edition(file), to_rome(datetime.now(UTC)).date()
    words.answer(edition_json(signed, today), edition_lines(signed, today, claims_as_shipped(signed.head)))


catalogue.add_command(import_word)


def _name(service: Service) -> str:
    return in_language(service.name, service.name_en)


def _card_json(card: actions.ServiceCard) -> dict[str, Any]:
    return asdict(card.service) | {
        "is_starred": card.mark.is_starred,
        "note": card.mark.note,
        "edition": card.edition.number if card.edition else None,
        "needed_by": [service.code for service in card.needed_by],
        "centres": [centre.code for centre in card.centres],
        "projects": [project.cup for project in card.projects],
    }


def _card_lines(card: actions.ServiceCard) -> list[str]:
    service = card.service
    lines = [f"{service.code}  {_name(service)}", area_label(service.area), ""]
    lines += [in_language(service.description, service.description_en), ""]
    lines += [_("Misura: {measure}").format(measure=service.measure)] if service.measure else []
    lines += [_("Base giuridica: {text}").format(text=law.text) for law in service.legal_basis]
    lines += [_("Serve prima: {name}").format(name=f"{other.code} {_name(other)}") for other in card.prerequisites]
    lines += [_("Lo offre: {name}").format(name=centre.name) for centre in card.centres]
    lines += [_("Fonte: {text}").format(text=source.text) for source in service.sources]
    return lines
