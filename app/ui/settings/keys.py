# SPDX-License-Identifier: EUPL-1.2
"""Chiavi dei centri: whose signature is believed since when, and the way to believe one no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.text import _, day_of, ngettext
from app.text.catalogue_labels import publisher_label
from app.ui.settings.section import Section
from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.domain.publisher_keys import KnownKey
    from app.ui.desk import Desk


class KeysSection(Section):
    """A key comes in with the first edition or answer that it signed, once its fingerprint was compared."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Con queste chiavi i centri firmano i cataloghi e le risposte."))
        self.add_button(
            _("Importa un'edizione…"), lambda: desk.window.open_page("catalogue", "import"), icon="download"
        )
        self.table = _table()
        self.card = Card(_("Scheda della chiave"))
        self.revoke_button: QPushButton | None = None
        self.body.addWidget(PageSplit(self.table, self.card), 1)
        self.table.set_empty(
            _("Ancora nessuna chiave"),
            _("La prima arriva con un'edizione firmata del catalogo, dopo che ne hai confrontato l'impronta."),
            icon="shield",
        )
        self.table.selected.connect(self._on_selected)

    def refresh(self) -> None:
        """Read the keys again."""
        from app.actions.editions import list_publisher_keys

        self.desk.tasks.query(self, list_publisher_keys, self._on_read, lambda _error: self.setEnabled(False))

    def on_changed(self, changes: Changes) -> None:
        """An edition or an answer brought one, or one was revoked."""
        if changes.catalogue or changes.accessions:
            self.refresh()

    def import_edition(self) -> None:
        """Ask for an edition, which may bring a key."""
        self.desk.window.open_page("catalogue", "import")

    def revoke(self) -> None:
        """Believe the chosen key no longer; the toast takes it back."""
        from app.actions.editions import revoke_publisher_key

        known = self.table.current()
        if known is None:
            return
        key_id, publisher = known.pinned.key.key_id, publisher_label(known.pinned.publisher)
        self.desk.tasks.act(
            self,
            lambda store: revoke_publisher_key(store, key_id),
            lambda _changes: self.desk.window.toast(
                _("Revocata la chiave di {publisher}").format(publisher=publisher), with_undo=True
            ),
        )

    def _on_read(self, known: list[KnownKey]) -> None:
        self.table.show_rows(known)
        self.table.set_footer(ngettext("{count} chiave", "{count} chiavi", len(known)).format(count=len(known)))
        self._on_selected(self.table.current())

    def _on_selected(self, known: KnownKey | None) -> None:
        if known is None:
            self.card.show_empty(_("Nessuna chiave scelta"), _("La sua impronta compare qui."), "shield")
            return
        pinned, self.revoke_button = known.pinned, None
        self.card.clear()
        self.card.set_title(publisher_label(pinned.publisher), _state(known))
        self.card.add_row(_("Impronta"), pinned.key.fingerprint)
        self.card.add_row(_("Chiave"), pinned.key.key_id, copy=True, mono=True)
        self.card.add_row(_("Confrontata il"), day_of(known.pinned_at))
        self.card.add_row(_("Parla per"), ", ".join(pinned.centre_codes) or "–")
        self.card.add_row(_("Ultimo numero d'ordine"), str(known.highest_sequence) if known.highest_sequence else "–")
        if pinned.replaced_by:
            self.card.add_row(_("Sostituita dalla chiave"), pinned.replaced_by, mono=True)
        if pinned.is_revoked:
            told = _("Ciò che ha portato resta nel catalogo. Un'edizione nuova vorrà una chiave da confrontare.")
            self.card.add_callout(_("Revocata: nulla di ciò che firma entra più"), told)
            return
        self.revoke_button = button(_("Revoca la chiave"), self.revoke, role="danger")
        told = _("Se il centro dice che è stata rubata o persa: ciò che firma non entra più, ciò che è entrato resta.")
        self.card.set_footer(told, self.revoke_button)


def _table() -> DataTable:
    columns = [
        Column("publisher", _("Di chi è"), _publisher, stretch=True, width=160, tooltip=_publisher),
        Column("state", _("Stato"), _state, kind="status", tone=_tone),
        Column("since", _("Confrontata il"), _since, lambda known: known.pinned_at, kind="date"),
        Column("key", _("Chiave"), lambda known: known.pinned.key.key_id, kind="code"),
    ]
    return DataTable(columns, name=_("Chiavi dei centri"), identity=lambda known: known.pinned.key.key_id)


def _publisher(known: KnownKey) -> str:
    return publisher_label(known.pinned.publisher)


def _since(known: KnownKey) -> str:
    return day_of(known.pinned_at)


def _state(known: KnownKey) -> str:
    if known.pinned.is_revoked:
        return _("Revocata")
    return _("Sostituita") if known.pinned.replaced_by else _("In uso")


def _tone(known: KnownKey) -> str:
    if known.pinned.is_revoked:
        return "bad"
    return "neutral" if known.pinned.replaced_by else "good"
