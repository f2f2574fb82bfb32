# SPDX-License-Identifier: EUPL-1.2
"""The chosen line: where it stands, what it lacks, its short form, the step to record, why the rule is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.checklist import ItemState
from app.text import _, in_language
from app.text.accession_labels import actor_label, item_state_label
from app.ui.accession.due_row import DueRow
from app.ui.accession.form import LineForm
from app.ui.accession.line_note import LineNote
from app.ui.accession.missing_box import MissingBox
from app.ui.accession.place import Place
from app.ui.accession.skip_row import SkipRow
from app.ui.accession.slots_box import SlotsBox
from app.ui.accession.step_box import StepBox
from app.ui.accession.whole_area import WholeArea
from app.ui.accession.words import ITEM_ICONS, ITEM_TONES
from app.ui.accessions.words import item_title
from app.ui.theme import unit
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label
from app.ui.widgets.page import bring_into_sight
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView


class LinePanel(QFrame):
    """Made once for each line; shown anew, it leaves what is being typed where it is."""

    def __init__(self, place: Place, key: str, form: LineForm) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.key = key
        self.form = form
        self.title = Label("", "heading", wraps=True)
        self.state = Pill()
        self.due = DueRow(place, key)
        self.missing = MissingBox(self.focus_field)
        self.slots = SlotsBox(place, key)
        self.steps = StepBox(place, key, form.aside)
        self.note = LineNote(place, key)
        self.why = Expander(_("Perché?"))
        self.rule = Label("", wraps=True)
        self.law = Label("", "small", wraps=True)
        self.skip = SkipRow(place, key)
        self._lay_out()

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show the line as it is now."""
        item = line.item
        self.title.setText(item_title(item))
        self.state.show_state(item_state_label(line.state.value), ITEM_TONES[line.state], ITEM_ICONS[line.state])
        is_skipped = line.state is ItemState.SKIPPED
        self.due.show_line(line, actor_label(item.actor.value, view.accession.body))
        self.missing.show_line(line)
        self.form.show_view(view, line)
        self.slots.show_view(view, line)
        self.steps.show_view(view)
        self.note.show_line(line)
        self.rule.setText(in_language(item.why, item.why_en))
        self.law.setText(item.law)
        self.law.setVisible(bool(item.law))
        self.why.setVisible(bool(item.why or item.law))
        self.skip.show_line(view, line)
        for widget in (self.due, self.missing, self.form, self.slots):
            widget.setEnabled(not is_skipped)

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field of the line, or into its step; False where there is no such field."""
        found = bool(name) and (self.form.focus_field(name) or self.slots.focus(name))
        if not found and name in ("", "step"):
            found = self.steps.focus()
        focused = self.focusWidget()
        if found and focused is not None:
            bring_into_sight(focused)
        return found

    def focus_usual(self, line: ItemView) -> None:
        """Put the keyboard where the clerk goes on: what is missing, else the step, else the first field."""
        wanted = [missing.field or missing.code for missing in line.missing]
        if not any(self.focus_field(name) for name in wanted) and not self.focus_field("step"):
            self.form.focus_first()

    def flush(self) -> None:
        """Keep what was typed."""
        self.form.flush()
        self.note.flush()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(unit(18), unit(14), unit(18), unit(16))
        body.setSpacing(unit(8))
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addWidget(self.title, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        self.why.body.addWidget(self.rule)
        self.why.body.addWidget(self.law)
        for widget in (self.due, self.missing, self.form, self.slots, self.steps, self.why, self.note, self.skip):
            body.addWidget(widget)
        body.addStretch(1)
        area = self.area = WholeArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_("Riga scelta"))
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)
