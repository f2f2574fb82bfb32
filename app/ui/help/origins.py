# SPDX-License-Identifier: EUPL-1.2
"""Where the facts come from, of which day they are, and what this program is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import app
from app.text import _, day
from app.text.accession_labels import body_label, kind_label
from app.text.catalogue_labels import publisher_label
from app.ui.help.entry import Entry

if TYPE_CHECKING:
    from app.actions.sources import SourceNote
    from app.domain.catalogue import EditionInfo
    from app.domain.procedures import Template


def origins(
    notes: Iterable[SourceNote], edition: EditionInfo | None, templates: Iterable[Template] = ()
) -> list[Entry]:
    """The shipped files, the catalogue, the checklists of procedures, the open data."""
    found = [
        Entry(
            _("{what}, al {day}").format(what=note.what, day=day(note.on)),
            "\n".join(f"• {line}" for line in (*note.sources, *note.notes)),
        )
        for note in notes
    ]
    found += [_edition_entry(edition)] if edition is not None else []
    found += _checklists(list(templates))
    return [*found, _open_data()]


def _edition_entry(edition: EditionInfo) -> Entry:
    title = _("Catalogo n. {number}, pubblicato il {day}")
    text = _("{publisher}. Ogni scheda nomina le sue fonti; ciò che è dedotto è segnato come tale.")
    return Entry(
        title.format(number=edition.number, day=day(edition.published_on)),
        text.format(publisher=publisher_label(edition.publisher)),
        page="catalogue",
    )


def _checklists(templates: list[Template]) -> list[Entry]:
    if not templates:
        return []
    told = _(
        "Ogni riga di una pratica nomina la sua regola; chi delibera lo dice la fonte. Una lista propria del "
        "comune, nella cartella procedures dei dati, vale al posto di queste."
    )
    text = "\n".join([told, *(f"• {_template_words(template)}" for template in templates)])
    return [Entry(_("Liste di adesione, rinnovo e recesso"), text, page="accessions")]


def _open_data() -> Entry:
    return Entry(
        _("Progetti finanziati"),
        _(
            "Vengono dai file che importi: «Dati PNRR PADigitale2026 Copyright (c) Dipartimento per la "
            "trasformazione "
            "digitale», licenza Creative Commons Attribuzione 4.0 (CC BY 4.0). Nelle stampe la fonte è "
            "sempre scritta."
        ),
        page="funding",
    )


def _template_words(template: Template) -> str:
    kind = kind_label(template.kind.value)
    name = f"{kind} ({template.centre})" if template.centre else kind
    return _("{name}: delibera {body}. {source}").format(
        name=name, body=body_label(template.body), source=template.body_source
    )


def program() -> list[Entry]:
    """Version, licence, what leaves this computer."""
    return [
        Entry(_("Versione"), _("Campanile {version}").format(version=app.__version__)),
        Entry(_("Licenza"), _("EUPL-1.2: si può usare, studiare, cambiare e ridistribuire alle sue condizioni.")),
        Entry(
            _("Rete e dati"),
            _("Il programma non usa la rete e non manda nulla a nessuno: tutto resta nella cartella dei dati."),
            page="settings",
            key="folder",
        ),
        Entry(
            _("Quando qualcosa si rompe"),
            _("Ciò che era salvato resta. Il rapporto per chi ripara è nella cartella logs, dentro quella dei dati."),
        ),
        Entry(
            _("Accessibilità"),
            _(
                "Tutto si fa da tastiera; ogni campo e pulsante ha un nome per chi ascolta lo schermo; "
                "ingrandimento fino "
                "al 200 %, contrasto alto. Nessuno stato è detto dal solo colore."
            ),
            page="settings",
            key="look",
        ),
    ]
