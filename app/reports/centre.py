# SPDX-License-Identifier: EUPL-1.2
"""One aggregation centre on paper: what it is, what it offers, where we stand, each fact with its source."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.centres import CentreView, look_at_centre
from app.actions.municipality import show_office
from app.domain.catalogue import Fact
from app.domain.municipality import Office
from app.reports import page, style, words
from app.store import Store
from app.text import _, day, in_language, speaking
from app.text.accession_labels import kind_label, state_label
from app.text.catalogue_labels import fact_label, publisher_label
from app.text.centre_labels import centre_kind_label, inferred_mark, not_told, place_label


@dataclass(frozen=True, slots=True)
class CentreReport:
    """The centre as its card shows it."""

    office: Office
    view: CentreView
    printed_at: datetime  # UTC


def gather(store: Store, code: str, *, now: datetime) -> CentreReport:
    """Read a centre by its code; one that is not in the catalogue is refused by the catalogue."""
    return CentreReport(show_office(store), look_at_centre(store, code.upper()), now)


def draw(report: CentreReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: CentreReport) -> page.Sheet:
    return page.Sheet(
        title=_("Scheda del centro"),
        comune=words.comune_name(report.office),
        subject=_("Centro di aggregazione: {name}").format(name=report.view.centre.name),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(_source(report.view),),
    )


def _source(view: CentreView) -> str:
    if view.edition is None:
        return _("Fonte: nessuna edizione del catalogo caricata")
    return _("Fonte: catalogo, edizione n. {number} del {day}, a cura di {publisher}").format(
        number=view.edition.number,
        day=day(view.edition.published_on),
        publisher=publisher_label(view.edition.publisher),
    )


def _story(report: CentreReport) -> list[Flowable]:
    view, centre = report.view, report.view.centre
    return [
        style.text(centre.name, style.TITLE),
        style.text(f"{centre.code} · {centre_kind_label(centre.kind)}", style.SUBTITLE),
        Spacer(0, 8),
        *(style.text(line, style.LEAD) for line in _remarks(view)),
        style.facts(_rows(view)),
        *_services(view),
        *_facts(view),
    ]


def _remarks(view: CentreView) -> list[str]:
    found = []
    if view.centre.is_withdrawn:
        found.append(_("Ritirato: l'ultima edizione del suo editore non lo contiene più."))
    if view.expired_on:
        found.append(_("Il suo catalogo è scaduto il {day}").format(day=day(view.expired_on)))
    return found


def _rows(view: CentreView) -> list[tuple[str, str]]:
    centre = view.centre
    ours = [
        _("{kind} n. {id}: {state}").format(
            kind=kind_label(one.kind.value), id=one.id, state=state_label(one.state.value).lower()
        )
        for one in view.ours
    ]
    return [
        (_("Capofila"), centre.lead_authority or not_told()),
        (_("Provincia"), centre.province or not_told()),
        (_("Bacino"), "\n".join(part for part in (place_label(view.place.value), ", ".join(centre.catchment)) if part)),
        (_("Noi"), "\n".join(ours) or _("Nessuna pratica con questo centro.")),
    ]


def _services(view: CentreView) -> list[Flowable]:
    lines = [f"{one.code} · {in_language(one.name, one.name_en)}" for one in view.services]
    lines = lines or [_("Nessuna fonte consultata mostra quali servizi offre.")]
    return style.section(_("Servizi offerti"), *(style.item(line) for line in lines))


def _facts(view: CentreView) -> list[Flowable]:
    facts = view.centre.facts
    if not facts:
        return []
    heads = (_("Punto"), _("Dato"), _("Fonte"))
    rows = [(fact_label(fact.field), _value(fact), fact.source) for fact in facts]
    notice = words.missing_notice(style.count_missing(rows))
    listed = style.listing(heads, rows, style.spread((34, 68, 60)))
    return style.section(_("Dati con fonte"), listed, *([style.text(notice, style.SMALL)] if notice else []))


def _value(fact: Fact) -> str:
    value = in_language(fact.value, fact.value_en)
    return f"{value} {inferred_mark()}" if fact.inferred else value
