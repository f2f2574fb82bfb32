# SPDX-License-Identifier: EUPL-1.2
"""The chosen period: how it came out, how its penalty was reckoned, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.level_rules import Outcome
from app.domain.level_stages import Stage
from app.text import _
from app.text.level_words import stage_label, target_words, working_words
from app.ui.contract.level_words import TONES, missing_line, next_words, period_words, stage_icon, value_words
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.level_views import LevelPeriod

Do = Callable[[str], object]
STEPS = ("read", "contest", "deduct", "reply", "decide", "correct", "take_back_contest", "take_up", "take_back_deduct")


class LevelCard(QFrame):
    """`do` is called with the step that was pressed, a key of STEPS."""

    def __init__(self, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.row: LevelPeriod | None = None
        self.title = Label("", "strong", wraps=True)
        self.pill = Pill("", "neutral")
        self.words = Label("", wraps=True)
        self.trouble = Label("", "warning", wraps=True)
        self.working = Label("", "muted", wraps=True)
        self.source = Label("", "small", wraps=True)
        self.buttons = {
            "read": button(_("Registra la lettura…"), lambda: do("read"), icon="plus"),
            "contest": button(_("Contesta…"), lambda: do("contest"), icon="document"),
            "deduct": button(_("Detrai da una fattura…"), lambda: do("deduct"), icon="euro"),
            "reply": button(_("Registra la risposta…"), lambda: do("reply")),
            "decide": button(_("Decidi la penale…"), lambda: do("decide")),
            "correct": button(_("Correggi la lettura…"), lambda: do("correct")),
            "take_back_contest": button(_("Annulla la contestazione"), lambda: do("take_back_contest")),
            "take_up": button(_("Applica di nuovo"), lambda: do("take_up")),
            "take_back_deduct": button(_("Annulla la detrazione"), lambda: do("take_back_deduct")),
        }
        steps = QWidget()
        flow = FlowLayout(steps, spacing=unit(8))
        for one in self.buttons.values():
            flow.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(16), unit(12), unit(16), unit(14))
        layout.setSpacing(unit(6))
        head = QWidget()
        heads = QHBoxLayout(head)
        heads.setContentsMargins(0, 0, 0, 0)
        heads.setSpacing(unit(10))
        heads.addWidget(self.title, 1)
        heads.addWidget(self.pill)
        for widget in (head, self.words, self.trouble, self.working, self.source, steps):
            layout.addWidget(widget)

    def show_row(self, row: LevelPeriod | None) -> None:
        """Show a period; None hides the card."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        promised = target_words(row.indicator)
        self.title.setText(f"{row.indicator.name} · {period_words(row)}")
        self.pill.show_state(stage_label(row.stage), TONES[row.stage], stage_icon(row.stage))
        measured = _("Misurato {value}, promesso {target}.").format(value=value_words(row), target=promised)
        self.words.setText(f"{measured} {next_words(row)}".strip() if row.reading else next_words(row))
        _say(self.trouble, missing_line(row))
        steps = row.judged.working if row.judged and row.judged.outcome is Outcome.BREACH else ()
        _say(self.working, "\n".join(working_words(step, row.indicator.unit) for step in steps))
        source = row.reading.source if row.reading else ""
        _say(self.source, _("Fonte: {source}").format(source=source) if source else "")
        for name, one in self.buttons.items():
            one.setVisible(name in steps_of(row))


def steps_of(row: LevelPeriod) -> tuple[str, ...]:
    """What can be done with a period now."""
    if row.reading is None:
        return ("read",)
    if row.stage is Stage.DEDUCTED:
        return ("take_back_deduct",)
    if row.stage is Stage.WAIVED:
        return ("take_up", "correct")
    if row.judged is None or row.judged.outcome is not Outcome.BREACH:
        return ("correct",)
    if row.stage is Stage.TO_CONTEST:
        return ("contest", "deduct", "decide", "correct") if row.penalty else ("contest", "decide", "correct")
    deducts = ("deduct",) if row.penalty else ()
    return (*deducts, "reply", "decide", "correct", "take_back_contest")


def _say(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
