# SPDX-License-Identifier: EUPL-1.2
"""The card of a procedure: where it stands, what comes next and who acts, its days, its membership, its services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.accession_states import ENDED, MEMBER, State, group_of
from app.domain.accessions import Accession, Choice
from app.domain.checklist import next_item
from app.domain.coherence import Severity
from app.text import _, day, ngettext
from app.text.accession_labels import choice_label, kind_label, state_label
from app.text.duty_words import duty_label, duty_why
from app.text.reckoning_words import reckoning_words
from app.ui.accessions.words import (
    follow_up,
    follow_words,
    name_of,
    next_words,
    parent_of,
    parent_words,
    progress_words,
    state_tone,
    untold_windows,
    when_words,
)
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView

_AT_MOST = 6  # days; the page of the procedure has them all


class AccessionCard(Card):
    """Built anew for each procedure; every wish carries the number of the procedure."""

    wanted = Signal(str)  # the key of the page of the procedure
    contracts_wanted = Signal()
    renewal_wanted = Signal()
    withdrawal_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_("Pratica scelta"))
        self._today = today
        self.view: AccessionView | None = None
        self.go_on: QPushButton | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """No procedure is chosen."""
        self.view = None
        self.show_empty(_("Scegli una pratica"), _("Qui vedi a che punto è e che cosa viene dopo."), "link")

    def show_accession(self, view: AccessionView) -> None:
        """Everything worth knowing at a glance."""
        self.clear()
        self.view = view
        accession = view.accession
        kind = kind_label(accession.kind.value)
        self.set_title(accession.centre_name, f"{kind} · {accession.lead_authority}")
        self.add_pill_row(_("Stato"), state_label(accession.state.value), state_tone(accession.state))
        self._add_kin(view)
        self._add_progress(view)
        self._add_duties(view)
        self._add_clock(accession)
        self._add_services(view)
        self._add_more(accession)
        self._add_foot(view)

    def _add_kin(self, view: AccessionView) -> None:
        """The way between a membership and its renewal or withdrawal."""
        follow, parent = follow_up(view), parent_of(view)
        if follow is not None:
            self.add_row(kind_label(follow.kind.value), state_label(follow.state.value))
            self.add_link(_("Apri l'adesione"), lambda: self.wanted.emit(str(view.accession.id)))
        if parent is not None:
            self.add_link(parent_words(view.accession.kind), lambda: self.wanted.emit(str(parent.id)))

    def _add_progress(self, view: AccessionView) -> None:
        accession = view.accession
        if group_of(accession.state) == "open":
            self.add_row(_("Fatto"), progress_words(view.done, view.total))
            item = next_item(view.case)
            words, who = next_words(accession, item)
            if words:
                self.add_heading(_("Che cosa viene dopo"))
                key = f"{accession.id}:{item.key}" if item else str(accession.id)
                self.add_link(words, lambda: self.wanted.emit(key))
                self.add_row(_("Chi agisce"), who)
        blocks = sum(finding.severity is Severity.BLOCK for finding in view.findings)
        if view.findings:
            told = ngettext("{count} controllo da guardare", "{count} controlli da guardare", len(view.findings))
            stops = ngettext("{count} ferma l'invio", "{count} fermano l'invio", blocks).format(count=blocks)
            words = told.format(count=len(view.findings))
            self.add_link(f"{words}: {stops}" if blocks else words, lambda: self.wanted.emit(f"{accession.id}:checks"))

    def _add_duties(self, view: AccessionView) -> None:
        if not view.duties:
            return
        self.add_heading(_("Date"))
        for duty in view.duties[:_AT_MOST]:
            tone = "bad" if duty.is_late(self._today()) else ""
            row = self.add_row(duty_label(duty.key), when_words(duty.on, self._today(), duty.key), tone=tone)
            row.setToolTip("\n".join((duty_why(duty.key), *reckoning_words(duty))))

    def _add_clock(self, accession: Accession) -> None:
        if accession.state not in (*MEMBER, *ENDED) or not (accession.starts_on or accession.ends_on):
            return
        self.add_heading(_("L'adesione"))
        self.add_row(_("Comincia il"), day(accession.starts_on))
        self.add_row(_("Finisce il"), day(accession.ends_on))
        self.add_row(_("Preavviso di recesso"), notice_words(accession) or _("non scritto"))
        if accession.renewal_months:
            told = ngettext("{count} mese prima della fine", "{count} mesi prima della fine", accession.renewal_months)
            self.add_row(_("Rinnovo"), told.format(count=accession.renewal_months))
        if accession.state in (State.ACTIVE, State.RENEWING):
            self._add_untold(accession)
        if accession.terms_source:
            self.add_source(_("Lo dice: {source}").format(source=accession.terms_source))

    def _add_untold(self, accession: Accession) -> None:
        """The windows that cannot be worked out, so that nobody takes their silence for "there is none"."""
        for field, words in untold_windows(accession):
            key = f"{accession.id}:start:{field}"
            slot = partial(self.wanted.emit, key)
            self.add_callout(words, _("Copia il dato dalla convenzione."), "warning", _("Scrivilo"), slot)

    def _add_services(self, view: AccessionView) -> None:
        if not view.case.services:
            return
        self.add_heading(_("Servizi"))
        for service in view.case.services:
            is_asked = service.choice is Choice.REQUESTED
            told = service.name if is_asked else f"{service.name} ({choice_label(service.choice.value)})"
            self.add_text(told, muted=not is_asked)

    def _add_more(self, accession: Accession) -> None:
        deeds = []
        if accession.state is State.ACTIVE:
            deeds = [
                button(_("Contratti dei servizi"), self.contracts_wanted.emit, icon="contract"),
                button(_("Rinnovo"), self.renewal_wanted.emit, icon="refresh"),
                button(_("Recesso"), self.withdrawal_wanted.emit, role="quiet"),
            ]
        elif accession.state in (State.DRAFT, State.PROPOSED):
            deeds = [button(_("Elimina la bozza"), self.removal_wanted.emit, role="danger", icon="trash")]
        if not deeds:
            return
        self.add_heading(_("Altro"))
        row = QWidget()
        flow = FlowLayout(row, spacing=unit(8))
        for made in deeds:
            flow.addWidget(made)
        self.add_widget(row)

    def _add_foot(self, view: AccessionView) -> None:
        accession, follow = view.accession, follow_up(view)
        is_open = group_of(accession.state) == "open" or follow is not None
        words = follow_words(follow.kind) if follow else _("Continua") if is_open else _("Apri")
        key = str(follow.id if follow else accession.id)
        self.go_on = button(words, lambda: self.wanted.emit(key), role="primary" if is_open else "secondary")
        self.go_on.setAccessibleName(f"{words}: {name_of(accession)}")
        self.set_footer(_("Aperta il {day}").format(day=day(accession.opened_on)), self.go_on)


def notice_words(accession: Accession) -> str:
    """`6 mesi e 15 giorni`; nothing where nothing was copied from the agreement."""
    parts = []
    if accession.notice_months:
        parts.append(ngettext("{count} mese", "{count} mesi", accession.notice_months))
        parts[-1] = parts[-1].format(count=accession.notice_months)
    if accession.notice_days:
        parts.append(ngettext("{count} giorno", "{count} giorni", accession.notice_days))
        parts[-1] = parts[-1].format(count=accession.notice_days)
    return _(" e ").join(parts)
