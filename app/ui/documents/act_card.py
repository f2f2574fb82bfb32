# SPDX-License-Identifier: EUPL-1.2
"""The card of an act: its fields, its file, the procedure it belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.text import _
from app.text.accession_labels import body_label
from app.text.document_labels import act_name
from app.ui.documents.act_form import ActForm
from app.ui.documents.words import document_name, procedure_name
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink

if TYPE_CHECKING:
    from app.actions.acts import ActView
    from app.actions.document_survey import Survey
    from app.ui.desk import Desk


class ActCard(Card):
    """Built anew only for another act, or when what it may name changed."""

    removal_wanted = Signal()
    stale = Signal()
    thing_wanted = Signal(str, str)  # a page, and the key of the thing on it

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Atto scelto"))
        self._desk = desk
        self._shown: object = None
        self.view: ActView | None = None
        self.form: ActForm | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """No act is chosen."""
        self.view, self.form, self._shown = None, None, None
        self.show_empty(
            _("Scegli un atto"), _("Qui lo scrivi: numero, pubblicazione, esecutività, pareri, file."), "list"
        )

    def show_act(self, view: ActView, survey: Survey) -> None:
        """All the fields of an act."""
        self.view = view
        shown = _beside_its_fields(view, survey)
        if self.form is None or shown != self._shown:
            self._shown = shown
            self._build(view, survey)
        if self.form is not None:
            self.form.show_act(view)
        self.title.setText(act_name(view.act.kind, view.act.number, view.act.on))
        self.body_name.setText(body_label(view.act.body) or _("Organo non indicato"))
        told = _("Nel registro c'è già {act}, con lo stesso numero.")
        names = [act_name(other.kind, other.number, other.on) for other in view.namesakes]
        self.similar.show_words(_("C'è un atto simile"), told.format(act=", ".join(names)), "warning")
        self.similar.setVisible(bool(names))

    def flush(self) -> None:
        """Keep what was typed."""
        if self.form is not None:
            self.form.save.flush()

    def _build(self, view: ActView, survey: Survey) -> None:
        self.clear()
        self.title = Label("", "heading", wraps=True)
        self.body_name = Label("", "muted", wraps=True)
        self.similar = Callout(_("C'è un atto simile"), "", "warning", _("Guardalo"), self._look_at_similar)
        for widget in (self.title, self.body_name, self.similar):
            self.add_widget(widget)
        self.form = ActForm(self._desk, view.act, survey.procedures, [row.document for row in survey.documents])
        self.form.stale.connect(self.stale)
        self.add_widget(self.form)
        self._add_ties(view)
        self.remove_button = button(_("Elimina"), self.removal_wanted.emit, role="danger", icon="trash")
        self.remove_button.setAccessibleName(_("Elimina l'atto {act}").format(act=act_name(view.act.kind)))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.remove_button)
        layout.addStretch(1)
        self.add_heading(_("Altro"))
        self.add_widget(row)

    def _look_at_similar(self) -> None:
        if self.view is not None and self.view.namesakes:
            self.thing_wanted.emit("documents", f"act:{self.view.namesakes[0].id}")

    def _add_ties(self, view: ActView) -> None:
        ties: list[tuple[str, str, str]] = []
        if view.document is not None:
            told = _("Il file: {name}").format(name=document_name(view.document))
            ties.append((told, "documents", str(view.document.id)))
        if view.accession is not None:
            told = _("Pratica: {name}").format(name=procedure_name(view.accession))
            ties.append((told, "accession", str(view.accession.id)))
        if ties:
            self.add_heading(_("Dove serve"))
        for told, page, key in ties:
            self.add_widget(LongLink(told, partial(self.thing_wanted.emit, page, key)))


def _beside_its_fields(view: ActView, survey: Survey) -> tuple[object, ...]:
    """All that the card shows and its fields do not; not the number: it may be what is being typed."""
    return (
        view.act.id,
        tuple(one.accession.id for one in survey.procedures),
        tuple((row.document.id, document_name(row.document)) for row in survey.documents),
    )
