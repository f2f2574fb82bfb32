# SPDX-License-Identifier: EUPL-1.2
"""What is typed of a change: each kind has the fields that it can have, and the reasons that ANAC lists for it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.domain.codes import check_cig, check_cup, check_fiscal_code
from app.domain.contract_changes import CHANGE_KINDS, LETTERS, SUBSTITUTION_DAYS, ContractChange
from app.text import _, day, money
from app.text.change_words import change_kind_label, change_reasons, letter_label
from app.ui.accession.entries import Entry, amount_line, area, code_line, day_line, line
from app.ui.contract.parts import PartKind, Told
from app.ui.contract.place import OwnerPlace
from app.ui.documents.options import key_choice

CHANGES_ORDER = CHANGE_KINDS
_FIELDS = {
    "addendum": ("letter", "value", "new_ends_on", "new_cig", "override_reason"),
    "price_revision": ("value", "override_reason"),
    "plan_revision": ("letter", "value", "new_ends_on"),
    "suspension": ("until",),
    "resumption": ("new_ends_on",),
    "extension": ("value", "new_ends_on", "new_cig", "override_reason"),
    "termination": ("new_ends_on",),
    "withdrawal": ("new_ends_on",),
    "substitution": ("new_supplier", "new_supplier_vat", "new_cig"),
    "cup_change": ("new_cup",),
}
_ROWS = (
    *(("subject",), ("act", "on"), ("reason_code",), ("letter",), ("effective_on", "until"), ("value", "new_ends_on")),
    *(("new_cig", "new_cup"), ("new_supplier", "new_supplier_vat"), ("override_reason",), ("note",)),
)


def change_part() -> PartKind:
    """A change in the list."""
    return PartKind(
        "change",
        lambda view: view.changes,
        _title,
        _told,
        _entries,
        _ROWS,
        _correct("correct_change"),
        _correct("remove_change"),
        document=_("L'atto"),
        document_kind=lambda _change: "agreement",
        blamed=(
            *(("contract.term_reversed", "new_ends_on"), ("contract.amount_out_of_range", "value")),
            ("change.extension_needs_reason", "override_reason"),
            ("change.half_needs_reason", "override_reason"),
        ),
    )


def _correct(name: str) -> Any:  # noqa: ANN401 - gives an action
    """An action on changes, found once it is needed."""

    def found() -> Any:  # noqa: ANN401 - an action
        from app.actions import contract_changes

        return getattr(contract_changes, name)

    return found


def _title(change: ContractChange) -> str:
    parts = (change_kind_label(change.kind), change.act or day(change.on))
    return ", ".join(part for part in parts if part)


def _told(change: ContractChange) -> Told:
    if change.kind == "termination" and change.on is not None:
        until = day(change.on + timedelta(days=SUBSTITUTION_DAYS))
        return _("sostituto dei finanziatori entro il {day}").format(day=until), "warning"
    if change.new_ends_on is not None:
        return _("fine {day}").format(day=day(change.new_ends_on)), "info"
    if change.value is not None:
        return money(change.value), "info"
    return day(change.on), "neutral"


def _entries(place: OwnerPlace, change: ContractChange) -> dict[str, Entry]:
    fields = _FIELDS.get(change.kind, ())
    reasons = change_reasons(change.kind)
    made = {
        "subject": area(_("Che cosa cambia"), lines=2),
        "act": line(_("Atto")),
        "on": day_line(_("Data dell'atto"), place.today),
        "effective_on": day_line(_("Vale dal"), place.today),
        **{name: entry for name, entry in _special(place).items() if name in fields},
        "note": area(_("Nota"), lines=1),
    }
    if reasons:
        made["reason_code"] = key_choice(_("Motivo, secondo l'elenco ANAC"), [("", _("Non indicato")), *reasons])
    return made


def _special(place: OwnerPlace) -> dict[str, Entry]:
    letters = [(letter, letter_label(letter) or _("Non indicata")) for letter in LETTERS]
    return {
        "letter": key_choice(_("Lettera dell'art. 189 c. 1 D.Lgs. 36/2023"), letters),
        "until": day_line(_("Fino al"), place.today),
        "value": amount_line(_("Quanto cambia il valore"), _("In euro; con il meno davanti se diminuisce.")),
        "new_ends_on": day_line(_("Nuova scadenza"), place.today),
        "new_cig": code_line(_("Nuovo CIG"), check_cig),
        "new_cup": code_line(_("Nuovo CUP"), check_cup),
        "new_supplier": line(_("Nuovo fornitore")),
        "new_supplier_vat": code_line(_("Partita IVA del nuovo fornitore"), check_fiscal_code),
        "override_reason": line(_("Perché si può, dove una regola è contraria")),
    }
