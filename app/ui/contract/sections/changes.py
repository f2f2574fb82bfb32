# SPDX-License-Identifier: EUPL-1.2
"""Modifiche: addenda, revisions, suspensions, substitution and end, with the lists of ANAC in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox

from app.domain.contract_effects import addenda_share
from app.domain.contract_warnings import HALF
from app.errors import CampanileError
from app.text import _
from app.text.change_words import addenda_words, change_kind_label
from app.ui.accession.ask import Answers
from app.ui.accession.entries import Entry, amount_line, day_line, line, tick
from app.ui.contract.change_kind import CHANGES_ORDER, change_part
from app.ui.contract.form import FormSection
from app.ui.contract.parts import PartsBox
from app.ui.contract.place import OwnerPlace
from app.ui.documents.options import key_choice
from app.ui.widgets.button import Button

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store

_OF_FEE = ("suspension", "resumption")
"""Changes that may stop what is due, or let it go on."""
_ASK_ROWS = (("kind",), ("act", "on"), ("until", "with_fee"), ("value", "new_ends_on"), ("override_reason",))
"""Few enough that the button below is in sight on the smallest screen."""
_NEEDS_REASON = ("change.extension_needs_reason", "change.half_needs_reason")


class ChangesBox(PartsBox):
    """Where a rule speaks against a change, the reason is asked for and the change is entered with it."""

    def ask_for(self, kind: str, *, of_contract: bool) -> None:
        """Ask what a kind of change can have: only a suspension has a last day, only a contract has a fee."""
        fields = {name: entry.field for name, entry in self.ask.entries.items()}
        fields["until"].setVisible(kind == "suspension")
        fields["with_fee"].setVisible(of_contract and kind in _OF_FEE)
        for name in ("value", "new_ends_on"):
            fields[name].setVisible(kind != "suspension")

    def on_refused(self, error: CampanileError) -> None:
        """Ask why, where it may be entered all the same."""
        if error.code in _NEEDS_REASON:
            self.ask.entries["override_reason"].field.show()
        super().on_refused(error)


class ChangesSection(FormSection):
    """Of a contract, or of a concession."""

    def build(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Lay out what changed, and the question for one more change."""
        self.add_text(
            _("Ogni atto che cambia durata, importi, codici o fornitore. La nuova scadenza vale subito.")
            if hasattr(view, "contract")
            else _("Ogni atto che cambia durata, importi o gestore. La nuova scadenza vale subito.")
        )
        self.changes = ChangesBox(
            self.place,
            change_part(),
            _("Nessuna modifica finora."),
            _("Aggiungi una modifica"),
            _ask(self.place),
            self._add,
            ask_rows=_ASK_ROWS,
            blamed={
                **dict.fromkeys(_NEEDS_REASON, "override_reason"),
                "contract.term_reversed": "new_ends_on",
                "fee.term_reversed": "until",
                "fee.suspension_start_missing": "on",
                "fee.suspended_already": "with_fee",
                "contract.amount_out_of_range": "value",
            },
        )
        self.changes.ask.entries["override_reason"].field.hide()
        if isinstance(self.changes.ask.confirm, Button):
            self.changes.ask.confirm.set_role("primary")
        kind = self.changes.ask.entries["kind"].field.field
        if isinstance(kind, QComboBox):
            kind.currentIndexChanged.connect(lambda _index: self._ask_for())
        self._ask_for()
        self.sum = self.add_text()
        self.add_piece(self.changes)

    def show_view(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show what is kept."""
        self.changes.show_view(view)
        owner = view.contract if hasattr(view, "contract") else view.concession
        count, share = addenda_share(owner.value, view.changes)
        is_over = share is not None and share > HALF
        words = addenda_words(count, share, is_over=is_over)
        self.sum.set_role("warning" if is_over else "muted")
        self.sum.setText(words)
        self.sum.setVisible(bool(words))

    def _ask_for(self) -> None:
        of_contract = self.place.owner.contract_id is not None
        self.changes.ask_for(self.changes.ask.entries["kind"].text, of_contract=of_contract)

    def _add(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.contract_changes import add_change

        fields = dict(answers)
        kind, with_fee = str(fields.pop("kind")), bool(fields.pop("with_fee"))
        if kind == "suspension":
            fields = {name: value for name, value in fields.items() if name not in ("value", "new_ends_on")}
        else:
            fields.pop("until")
        return add_change(store, self.place.owner, kind, with_fee=with_fee and kind in _OF_FEE, **fields)


def _ask(place: OwnerPlace) -> dict[str, Entry]:
    return {
        "kind": key_choice(_("Che cosa è cambiato"), [(kind, change_kind_label(kind)) for kind in CHANGES_ORDER]),
        "act": line(_("Atto"), _("Per esempio: determina n. 12 del 03/02/2027")),
        "on": day_line(_("Data dell'atto"), place.today),
        "until": day_line(_("Ultimo giorno di sospensione (vuoto: dura)"), place.today),
        "with_fee": tick(_("Vale anche per il canone"), _("Senza la spunta il canone non cambia.")),
        "value": amount_line(_("Quanto cambia il valore"), _("In euro; con il meno davanti se diminuisce.")),
        "new_ends_on": day_line(_("Nuova scadenza, se cambia"), place.today),
        "override_reason": line(_("Perché si può (obbligatorio)")),
    }
