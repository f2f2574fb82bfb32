# SPDX-License-Identifier: EUPL-1.2
"""Doing what a period of a service level asks for: a question, or at once with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _
from app.ui.contract.level_contest_dialog import ContestDialog
from app.ui.contract.level_dialogs import ReadingDialog
from app.ui.contract.level_step_dialogs import DecideDialog, DeductDialog, ReplyDialog
from app.ui.contract.level_words import period_words

if TYPE_CHECKING:
    from app.actions.level_views import LevelPeriod, LevelsYear
    from app.domain.service_levels import Reading
    from app.ui.desk import Desk


def take_step(desk: Desk, parent: QWidget, year: LevelsYear, row: LevelPeriod, step: str) -> None:
    """Ask what the step needs; a step back is done at once."""
    reading = row.reading
    if step in ("read", "correct"):
        ReadingDialog(desk, year, parent, row).open()
    elif step == "contest":
        ContestDialog(desk, year, parent, row).open()
    elif step == "reply":
        ReplyDialog(desk, row, parent).open()
    elif step == "decide":
        DecideDialog(desk, row, parent).open()
    elif step == "deduct":
        _deduct(desk, parent, year, row)
    elif reading is not None:
        _take_back(desk, parent, row, reading, step)


def _deduct(desk: Desk, parent: QWidget, year: LevelsYear, row: LevelPeriod) -> None:
    if year.invoices:
        DeductDialog(desk, year, row, parent).open()
    else:
        desk.window.toast(_("Il contratto non ha fatture da pagare: si detrae quando ne arriva una."))


def _take_back(desk: Desk, parent: QWidget, row: LevelPeriod, reading: Reading, step: str) -> None:
    from app.actions.level_penalties import take_back_contestation, take_back_deduction, take_up

    job, told = {
        "take_back_contest": (take_back_contestation, _("Annullata la contestazione di {period}")),
        "take_up": (take_up, _("La penale di {period} è di nuovo dovuta")),
        "take_back_deduct": (take_back_deduction, _("Annullata la detrazione di {period}")),
    }[step]
    words = told.format(period=period_words(row))
    desk.tasks.act(
        parent,
        lambda store: job(store, reading.id, reading.version),
        lambda _done: desk.window.toast(words, with_undo=True),
    )
