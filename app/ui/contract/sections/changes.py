# SPDX-License-Identifier: EUPL-1.2
"""Modifiche: addenda, revisions, suspensions, substitution and end, with the lists of ANAC in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.errors import CampanileError
from app.text import _
from app.text.change_words import change_kind_label
from app.ui.accession.ask import Answers
from app.ui.accession.entries import Entry, amount_line, day_line, line
from app.ui.contract.change_kind import CHANGES_ORDER, change_part
from app.ui.contract.form import FormSection
from app.ui.contract.parts import PartsBox
from app.ui.contract.place import OwnerPlace
from app.ui.documents.options import key_choice

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store

_NEEDS_REASON = ("change.extension_needs_reason", "change.half_needs_reason")


class ChangesBox(PartsBox):
    """Where a rule speaks against a change, the reason is asked for and the change is entered with it."""

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
            blamed={
                **dict.fromkeys(_NEEDS_REASON, "override_reason"),
                "contract.term_reversed": "new_ends_on",
                "contract.amount_out_of_range": "value",
            },
        )
        self.changes.ask.entries["override_reason"].field.hide()
        self.add_piece(self.changes)

    def show_view(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show what is kept."""
        self.changes.show_view(view)

    def _add(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.contract_changes import add_change

        fields = dict(answers)
        kind = str(fields.pop("kind"))
        return add_change(store, self.place.owner, kind, **fields)


def _ask(place: OwnerPlace) -> dict[str, Entry]:
    return {
        "kind": key_choice(_("Che cosa è cambiato"), [(kind, change_kind_label(kind)) for kind in CHANGES_ORDER]),
        "act": line(_("Atto"), _("Per esempio: determina n. 12 del 03/02/2027")),
        "on": day_line(_("Data dell'atto"), place.today),
        "value": amount_line(_("Quanto cambia il valore"), _("In euro; con il meno davanti se diminuisce.")),
        "new_ends_on": day_line(_("Nuova scadenza, se cambia"), place.today),
        "override_reason": line(_("Perché si può (obbligatorio)")),
    }
