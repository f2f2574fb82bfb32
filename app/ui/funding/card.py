# SPDX-License-Identifier: EUPL-1.2
"""The card of a project: what the open data tell of it, what the call says, what imports changed, the note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.funding import Project, ProjectId, Status
from app.text import _, day, money
from app.text.code_reasons import code_reason
from app.text.labels import status_label
from app.ui.funding import card_sections as sections
from app.ui.funding.words import STATUS_TONES, known_steps
from app.ui.theme import unit
from app.ui.widgets.card import Card
from app.ui.widgets.fields import NoteField
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.panel import rule
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.funding import ProjectCard
    from app.ui.funding.notes import Notes

_OLD_DAYS = 365
_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class FundingCard(Card):
    """Built anew where something changed; the note that is being typed in stays as it is."""

    def __init__(
        self,
        notes: Notes,
        open_project: Callable[[ProjectId], object],
        open_service: Callable[[str], object],
    ) -> None:
        self._notes = notes
        self._open_project = open_project
        self._open_service = open_service
        self._shown: ProjectCard | None = None
        self._refusal: tuple[str, str] | None = None
        self.note: NoteField | None = None
        super().__init__(_("Progetto scelto"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """No project is chosen."""
        self.keep_note()
        self._shown, self.note = None, None
        self.show_empty(_("Scegli un progetto"), _("Qui vedi a che punto è, i suoi importi e le sue scadenze."), "euro")

    def show_project(self, card: ProjectCard, labels: Callable[[str], str], today: date) -> None:
        """Show a project; nothing moves where only the note was saved."""
        self.keep_note()
        self._notes.see(card.project)
        before = self._shown
        is_same_project = before is not None and before.project.id == card.project.id
        typing = self._cursor() if is_same_project else None
        refusal = self._notes.unsaved(card.project.id)
        if before is None or _without_note(before) != _without_note(card) or refusal != self._refusal:
            self._refusal = refusal
            self._build(card, labels, today)
            if typing is not None and self.note is not None:
                self._put_cursor(typing)
        self._shown = card
        if self.note is not None:
            self.note.show_text(self._notes.typed(card.project))

    def keep_note(self) -> None:
        """Save at once what is being typed."""
        if self.note is not None:
            self.note.flush()

    def _build(self, card: ProjectCard, labels: Callable[[str], str], today: date) -> None:
        project = card.project
        self.clear()
        self._add_head(project, labels(project.call))
        self._add_cup(project.cup)
        self.add_text(sections.composition_line(card.composition), muted=True)
        self.add_steps(known_steps(project))
        self._add_remarks(card, today)
        sections.add_deadlines(self, card, today)
        sections.add_dates(self, card)
        sections.add_composition(self, card)
        sections.add_limits(self, card)
        sections.add_twins(self, card, labels, self._open_project)
        self._add_note(project)
        sections.add_changes(self, card)
        sections.add_services(self, card, self._open_service)
        told = _("Dati aperti fino al {day}, file {file}")
        self.set_footer(told.format(day=day(project.as_of), file=project.source_file))

    def _add_head(self, project: Project, label: str) -> None:
        head = QWidget()
        grid = QGridLayout(head)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(unit(12))
        grid.setVerticalSpacing(unit(4))
        grid.setColumnStretch(0, 1)
        pill = Pill(status_label(project.status.value), STATUS_TONES[project.status])
        amount = Label(money(project.amount), "figure")
        amount.setAccessibleName(_("Importo: {amount}").format(amount=money(project.amount)))
        grid.addWidget(Label(label, "heading", wraps=True), 0, 0)
        grid.addWidget(pill, 0, 1, _TOP_RIGHT)
        grid.addWidget(Label(project.call, "muted", wraps=True), 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(amount, 1, 1, _TOP_RIGHT)
        self.add_widget(head)

    def _add_cup(self, cup: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit(8))
        row.addWidget(Label(_("CUP"), "muted"))
        words = Label(cup or _("non indicato nei dati aperti"), "mono" if cup else "muted")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{_('CUP')}: {words.text()}")
        row.addWidget(words)
        if cup:
            link = Link(_("Copia"), lambda: QGuiApplication.clipboard().setText(cup))
            link.setAccessibleName(_("Copia il CUP"))
            row.addWidget(link)
        row.addStretch(1)
        self.add_widget(line)

    def _add_remarks(self, card: ProjectCard, today: date) -> None:
        project, check = card.project, card.cup_check
        if project.cup and not (check.is_well_formed and check.is_usual):
            reason = code_reason(check.reason)
            if check.hint:
                reason = _("{reason} Forse è {hint}.").format(reason=reason, hint=check.hint)
            self.add_callout(_("Il CUP va controllato"), reason)
        if project.status is Status.RENUNCIATION_PENDING:
            told = _(
                "La data dello stato non è quella del decreto: di solito vuol dire che la rinuncia è stata chiesta."
            )
            self.add_callout(_("Rinuncia in corso, dedotta"), told, "bad")
        if project.status is Status.FUNDED and (today - project.as_of).days > _OLD_DAYS:
            told = _("Il file arriva al {day}: lo stato può essere cambiato. Importa quello più recente della misura.")
            self.add_callout(_("Dati di oltre un anno fa"), told.format(day=day(project.as_of)), "info")

    def _add_note(self, project: Project) -> None:
        self.add_widget(rule())
        self.note = NoteField(_("Nota dell'ufficio"))
        self.note.editor.setAcceptDrops(False)
        self.note.edited.connect(lambda text: self._notes.write(project.id, text))
        self.add_widget(self.note)
        if self._refusal:
            text, why = self._refusal
            title = _("La nota non è stata salvata")
            self.add_callout(title, why, "bad", _("Salva la mia nota"), lambda: self._notes.write(project.id, text))

    def _cursor(self) -> int | None:
        editor = self.note.editor if self.note else None
        return editor.textCursor().position() if editor is not None and editor.hasFocus() else None

    def _put_cursor(self, position: int) -> None:
        if self.note is None or self._shown is None:
            return
        editor = self.note.editor
        self.note.show_text(self._notes.typed(self._shown.project))
        cursor = editor.textCursor()
        cursor.setPosition(min(position, len(editor.toPlainText())))
        editor.setTextCursor(cursor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _without_note(card: ProjectCard) -> ProjectCard:
    return replace(card, project=replace(card.project, note="", version=0))
