# SPDX-License-Identifier: EUPL-1.2
"""The checks of an invoice: what does not fit comes first, with the reason and the way to the field that settles it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.invoice_checks import CheckResult, Outcome
from app.text import _, ngettext
from app.text.invoice_words import check_label, check_words
from app.ui.invoices.words import outcome_icon, outcome_tone, outcome_words
from app.ui.theme import unit
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.domain.concessions import ContractId

_FIELDS = {
    "supplier": "contract:supplier_vat",
    "addressee": "contract:office_code",
    "cig": "contract:cig",
    "cup": "contract:cup",
    "contract_reference": "contract:reference",
    "determination": "contract:determination",
    "period": "fees",
    "amount": "fees",
    "split_payment": "fees",
    "iban": "contract:iban",
    "penalty": "levels",
}
"""The part of the contract, and the field of it, with which each check compares."""
_ORDER = (Outcome.WRONG, Outcome.UNSURE, Outcome.NOT_TOLD)


class ChecksBox(QWidget):
    """Those that fit are folded away; `wanted` carries the key of the page of the contract."""

    wanted = Signal(str)

    def __init__(self, checks: Sequence[CheckResult], contract_id: ContractId | None) -> None:
        super().__init__()
        self._contract_id = contract_id
        self.links: dict[str, LongLink] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(unit(8))
        for outcome in _ORDER:
            for check in checks:
                if check.outcome is outcome:
                    self.body.addWidget(self._row(check))
        fitting = [check for check in checks if check.outcome is Outcome.OK]
        self.fitting: Expander | None = self._folded(fitting) if fitting else None

    def _folded(self, fitting: list[CheckResult]) -> Expander:
        count = len(fitting)
        told = ngettext("{count} controllo che torna", "{count} controlli che tornano", count).format(count=count)
        folded = Expander(told)
        for check in fitting:
            folded.body.addWidget(self._row(check))
        self.body.addWidget(folded)
        return folded

    def _row(self, check: CheckResult) -> QWidget:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addWidget(Label(check_label(check.code), "strong", wraps=True), 1)
        pill = Pill(outcome_words(check.outcome), outcome_tone(check.outcome), icon_name=outcome_icon(check.outcome))
        head.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        reason = Label(check_words(check), wraps=True)
        reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(reason)
        self._add_link(layout, check)
        return row

    def _add_link(self, layout: QVBoxLayout, check: CheckResult) -> None:
        place = _FIELDS.get(check.code)
        if check.outcome is Outcome.OK or place is None or self._contract_id is None:
            return
        key = f"{self._contract_id}:{place}"
        link = LongLink(_place_words(place), partial(self.wanted.emit, key))
        link.setAccessibleName(f"{_place_words(place)}: {check_label(check.code)}")
        self.links[check.code] = link
        layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def summary_words(checks: Sequence[CheckResult]) -> str:
    """`2 non tornano, 1 da guardare`; how many fit is said by the fold that holds them."""
    counts = {outcome: sum(check.outcome is outcome for check in checks) for outcome in Outcome}
    parts = [
        ngettext("{count} non torna", "{count} non tornano", counts[Outcome.WRONG]) if counts[Outcome.WRONG] else "",
        _("{count} da guardare") if counts[Outcome.UNSURE] else "",
        _("{count} senza confronto") if counts[Outcome.NOT_TOLD] else "",
    ]
    shown = zip(parts, _ORDER, strict=True)
    return ", ".join(part.format(count=counts[outcome]) for part, outcome in shown if part)


def _place_words(place: str) -> str:
    if place == "fees":
        return _("Guarda il canone nel contratto")
    return _("Guarda i livelli di servizio") if place == "levels" else _("Guarda questo dato nel contratto")
