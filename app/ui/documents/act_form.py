# SPDX-License-Identifier: EUPL-1.2
"""What is written of an act, kept as it is typed; the days of the law stand beside those of the clerk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import to_rome
from app.text import _, day, weekday
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import Entry, area, day_line, line, tick
from app.ui.accession.form import grid_of, texts_of
from app.ui.documents import options
from app.ui.theme import unit
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.acts import ActView
    from app.actions.changes import Changes
    from app.actions.document_survey import Procedure
    from app.domain.acts import Act
    from app.domain.documents import Document
    from app.store import Store
    from app.ui.desk import Desk

_BLAMED = {
    "act.publication_reversed": "published_until",
    "act.published_before": "published_on",
    "act.enforceable_before": "enforceable_on",
    "act.enforceable_reason_missing": "enforceable_on",
}
_FIRST = (
    *(("kind", "body"), ("number", "on"), ("subject",), ("is_immediate",), ("published_on", "published_until")),
    ("publication_place",),
)
_OWN = (("enforceable_on", "enforceable_reason"),)
_LAST = (
    *(("technical_opinion_on", "accounting_opinion_on"), ("auditor_opinion_on",), ("document_id",)),
    *(("accession_id",), ("note",)),
)


class ActForm(QWidget):
    """One act; `stale` asks to read it again where somebody else changed it meanwhile."""

    stale = Signal()

    def __init__(self, desk: Desk, act: Act, procedures: Iterable[Procedure], documents: Iterable[Document]) -> None:
        super().__init__()
        self._act = act
        self.entries = _entries(desk, list(procedures), list(documents))
        drafts = desk.typed.setdefault("act", {})
        self.save = Autosave(desk.tasks, self.entries, drafts, str(act.id), self._write, self, blamed=_BLAMED)
        self.save.stale.connect(self.stale)
        self.computed = Label("", "muted", wraps=True)
        self.own = Expander(_("È esecutivo da un altro giorno"))
        self.own.body.addLayout(grid_of(self.entries, *_OWN))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(8))
        layout.addLayout(grid_of(self.entries, *_FIRST))
        layout.addWidget(self.computed)
        layout.addWidget(self.own)
        layout.addLayout(grid_of(self.entries, *_LAST))

    def show_act(self, view: ActView) -> None:
        """Show what is kept, and the days that follow from it; what is being typed stays."""
        self._act = view.act
        self.save.show_values(view.act.version, texts_of(view.act, self.entries))
        self.computed.setText(_computed_words(view))
        if view.act.enforceable_on is not None:
            self.own.open()

    def _write(self, store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.acts import correct_act, show_act

        changes = correct_act(store, self._act.id, seen, **values)
        return show_act(store, self._act.id).act.version, changes


def _computed_words(view: ActView) -> str:
    """`Quindici giorni all'albo: fino al 07/10/2026. Esecutivo da sabato 03/10/2026 (TUEL art. 134)`."""
    parts = []
    if view.computed_published_until:
        until = _("Quindici giorni all'albo: fino al {day} (TUEL art. 124).")
        parts.append(until.format(day=day(view.computed_published_until)))
    on = view.computed_enforceable_on
    if on and view.act.is_immediate:
        parts.append(
            _("Eseguibile subito, da {weekday} {day} (TUEL art. 134 c. 4).").format(weekday=weekday(on), day=day(on))
        )
    elif on:
        parts.append(_("Esecutivo da {weekday} {day} (TUEL art. 134 c. 3).").format(weekday=weekday(on), day=day(on)))
    return " ".join(parts) or _("Scrivi la pubblicazione: da lì si calcolano i giorni all'albo e l'esecutività.")


def _entries(desk: Desk, procedures: list[Procedure], documents: list[Document]) -> dict[str, Entry]:
    def today() -> date:
        return to_rome(desk.workspace.clock()).date()

    return {
        "kind": options.key_choice(_("Che atto è"), options.act_kinds()),
        "body": options.key_choice(_("Organo"), options.bodies()),
        "number": line(_("Numero")),
        "on": day_line(_("Data"), today),
        "subject": line(_("Oggetto")),
        "is_immediate": tick(_("Dichiarato immediatamente eseguibile")),
        "published_on": day_line(_("All'albo dal"), today),
        "published_until": day_line(_("Fino al"), today),
        "publication_place": line(_("Dove è pubblicato"), _("Per esempio: albo pretorio online, n. 412")),
        "enforceable_on": day_line(_("Esecutivo dal"), today),
        "enforceable_reason": line(_("Perché quel giorno")),
        "technical_opinion_on": day_line(_("Parere di regolarità tecnica"), today),
        "accounting_opinion_on": day_line(_("Parere di regolarità contabile"), today),
        "auditor_opinion_on": day_line(_("Parere dell'organo di revisione"), today),
        "document_id": options.number_choice(_("Il file"), options.documents(documents, _("Nessuno"))),
        "accession_id": options.number_choice(_("Pratica"), options.procedures(procedures)),
        "note": area(_("Nota"), lines=2),
    }
