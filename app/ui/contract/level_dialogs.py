# SPDX-License-Identifier: EUPL-1.2
"""Writing an indicator as the contract says it, and what was read of it for a period."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import to_rome
from app.domain.fees import PERIODS
from app.domain.level_numbers import read_number
from app.domain.level_rules import CAP_BASES
from app.domain.service_levels import DIRECTIONS, PENALTY_BASES, PENALTY_RULES
from app.text import _
from app.text.level_words import base_label, direction_label, every_period, rule_label
from app.text.number_words import typed_number
from app.ui.accession.entries import ChoiceField, Entry, amount_line, choice, day_line, line, shown
from app.ui.contract.entry_dialog import EntryDialog
from app.ui.contract.level_words import period_words
from app.ui.theme import unit
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import date

    from app.actions.level_views import LevelPeriod, LevelsYear
    from app.domain.concessions import ContractId
    from app.domain.service_levels import Indicator
    from app.ui.desk import Desk

_NUMBERS = ("target", "threshold", "penalty_percent", "penalty_step", "cap_percent")


def number_entry(label: str, hint: str = "") -> Entry:
    """A number with as many decimals as are typed, or nothing."""

    def read(text: str) -> Decimal | None:
        return read_number(text) if text else None

    return Entry(LabeledField(label, QLineEdit(), hint), read, lambda _text: False)


class IndicatorDialog(EntryDialog):
    """A new indicator, or one to correct or to take out; what its rule does not need is not asked."""

    required = {"name": "level.name_missing"}  # noqa: RUF012 - never changed

    def __init__(self, desk: Desk, contract_id: ContractId, parent: QWidget, kept: Indicator | None = None) -> None:
        key = f"indicator:{kept.id}:{kept.version}" if kept else f"indicator:new:{contract_id}"
        super().__init__(desk, parent, _("Correggi l'indicatore") if kept else _("Nuovo indicatore"), key)
        self._contract_id, self._kept = contract_id, kept
        if kept is None:
            self.register_button.setText(_("Aggiungi l'indicatore"))
        self.body.addWidget(
            Label(_("Come sta scritto nel contratto: è la sola fonte della penale."), "muted", wraps=True)
        )
        self.entries = _indicator_fields(lambda: to_rome(desk.workspace.clock()).date())
        rows = (
            ("name", "unit"),
            ("direction", "target", "threshold"),
            ("period", "starts_on", "ends_on"),
            ("penalty_rule", "penalty_step"),
            ("penalty_amount", "penalty_percent", "penalty_base"),
            ("cap_amount", "cap_percent", "cap_base"),
            ("source", "reading_source"),
            ("formula", "note"),
        )
        self.show_fields(rows, _texts(kept), is_removable=kept is not None)
        self.show_foot()
        rule = self.entries["penalty_rule"].field
        if isinstance(rule, ChoiceField):
            rule.box.currentIndexChanged.connect(lambda _place: self._show_needed())
        self._show_needed()

    def send(self, values: dict[str, Any]) -> None:
        """Write the indicator down."""
        from app.actions.levels import add_indicator, correct_indicator

        kept, contract_id = self._kept, self._contract_id
        if kept is not None:
            told = _("Corretto l'indicatore {name}").format(name=values["name"])
            self.act(lambda store: correct_indicator(store, kept.id, kept.version, **values), told)
        else:
            told = _("Aggiunto l'indicatore {name}").format(name=values["name"])
            self.act(lambda store: add_indicator(store, contract_id, **values), told)

    def remove(self) -> None:
        """Take it out with its readings; the toast brings all back."""
        from app.actions.levels import remove_indicator

        kept = self._kept
        if kept is not None:
            told = _("Eliminato l'indicatore {name}").format(name=kept.name)
            self.act(lambda store: remove_indicator(store, kept.id), told)

    def _show_needed(self) -> None:
        rule = self.entries["penalty_rule"].text or "none"
        needed = {
            "penalty_step": rule.endswith("per_step"),
            "penalty_amount": rule in ("fixed", "per_step"),
            "penalty_percent": rule.startswith("percent"),
            "penalty_base": rule.startswith("percent"),
            **dict.fromkeys(("cap_amount", "cap_percent", "cap_base"), rule != "none"),
        }
        for name, is_needed in needed.items():
            self.entries[name].field.setVisible(is_needed)


class ReadingDialog(EntryDialog):
    """What was read for a period; `row` is the one asked for, with its reading where there is one."""

    required = {"value": "level.number_missing"}  # noqa: RUF012 - never changed

    def __init__(self, desk: Desk, year: LevelsYear, parent: QWidget, row: LevelPeriod | None = None) -> None:
        kept = row.reading if row else None
        key = f"reading:{kept.id}:{kept.version}" if kept else f"reading:new:{year.contract.id}"
        super().__init__(desk, parent, _("Correggi la lettura") if kept else _("Registra una lettura"), key)
        self._row = row
        self._open = {str(place): one for place, one in enumerate(year.periods) if one.reading is None}
        if kept is None:
            self.register_button.setText(_("Registra la lettura"))
        self.entries = self._fields(asks_period=kept is None)
        if row is not None and kept is not None:
            self.body.addWidget(Label(f"{row.indicator.name} · {period_words(row)}", "strong", wraps=True))
        rows = (("value", "source"), ("note",)) if kept else (("period",), ("value", "source"), ("note",))
        texts = {"source": kept.source, "note": kept.note, "value": typed_number(kept.value)} if kept else {}
        if kept is None:
            texts["period"] = self._asked(row)
        self.show_fields(rows, texts, is_removable=kept is not None)
        if kept is None:
            self.entries["period"].show(texts["period"])
            self.first = self.entries["value"].field.field
        self.body.setSpacing(unit(10))
        self.show_foot()

    def send(self, values: dict[str, Any]) -> None:
        """Write the reading down."""
        from app.actions.levels import correct_reading, type_reading

        row = self._row
        rest = {"source": values["source"], "note": values["note"]}
        if row is not None and row.reading is not None:
            kept = row.reading
            told = _("Corretta la lettura di {period}").format(period=period_words(row))
            self.act(lambda store: correct_reading(store, kept.id, kept.version, value=values["value"], **rest), told)
            return
        asked = self._open[values["period"]]
        told = _("Registrata la lettura di {period}").format(period=period_words(asked))
        self.act(lambda store: type_reading(store, asked.indicator.id, asked.starts_on, values["value"], **rest), told)

    def remove(self) -> None:
        """Take the reading out; the toast brings it back."""
        from app.actions.levels import remove_reading

        row = self._row
        if row is not None and row.reading is not None:
            kept = row.reading
            told = _("Eliminata la lettura di {period}").format(period=period_words(row))
            self.act(lambda store: remove_reading(store, kept.id), told)

    def _fields(self, *, asks_period: bool) -> dict[str, Entry]:
        several = len({one.indicator.id for one in self._open.values()}) > 1
        named = [
            (key, f"{one.indicator.name} · {period_words(one)}" if several else period_words(one))
            for key, one in self._open.items()
        ]
        period = {"period": choice(_("Periodo"), named)} if asks_period else {}
        return {
            **period,
            "value": number_entry(_("Valore misurato (obbligatorio)"), _("Per esempio 99,5")),
            "source": line(_("Fonte"), _("Per esempio: rapporto del fornitore di marzo")),
            "note": line(_("Nota")),
        }

    def _asked(self, row: LevelPeriod | None) -> str:
        """The period asked for, else the first that is over and was not read."""
        wanted = (row.indicator.id, row.starts_on) if row else None
        for key, one in self._open.items():
            if wanted in (None, (one.indicator.id, one.starts_on)):
                return key
        return ""


def _indicator_fields(today: Callable[[], date]) -> dict[str, Entry]:
    return {
        "name": line(_("Nome (obbligatorio)"), _("Per esempio: Disponibilità del servizio")),
        "unit": line(_("Unità di misura"), _("Per esempio: %, ore, giorni")),
        "direction": choice(_("Il valore deve essere"), [(one, direction_label(one)) for one in DIRECTIONS]),
        "target": number_entry(_("Obiettivo"), _("Per esempio 99,5")),
        "threshold": number_entry(_("Soglia della penale"), _("Vuota: la penale parte dall'obiettivo.")),
        "period": choice(_("Si misura"), [(one, every_period(one)) for one in PERIODS]),
        "starts_on": day_line(_("Vale dal"), today),
        "ends_on": day_line(_("Vale fino al"), today),
        "penalty_rule": choice(_("Penale"), [(one, rule_label(one)) for one in PENALTY_RULES]),
        "penalty_step": number_entry(_("Ogni scaglione è di"), _("Uno iniziato conta intero.")),
        "penalty_amount": amount_line(_("Importo della penale")),
        "penalty_percent": number_entry(_("Percentuale della penale")),
        "penalty_base": choice(_("Percentuale del"), _bases(PENALTY_BASES)),
        "cap_amount": amount_line(_("Tetto in un anno, in euro"), _("Vuoto: il contratto non lo dice.")),
        "cap_percent": number_entry(_("Tetto in un anno, in %")),
        "cap_base": choice(_("Tetto in % del"), _bases(CAP_BASES)),
        "source": line(_("Dove sta scritto"), _("Per esempio: contratto, allegato 3, art. 7")),
        "reading_source": line(_("Chi misura")),
        "formula": line(_("Come si misura")),
        "note": line(_("Nota")),
    }


def _bases(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("", _("Da scegliere")), *((one, base_label(one)) for one in keys)]


def _texts(kept: Indicator | None) -> dict[str, str]:
    if kept is None:
        return {
            "direction": "at_least",
            "period": "monthly",
            "penalty_rule": "none",
            "penalty_base": "",
            "cap_base": "",
        }
    names = (
        *("name", "unit", "direction", "period", "starts_on", "ends_on", "penalty_rule", "penalty_amount"),
        *("penalty_base", "cap_amount", "cap_base", "source", "reading_source", "formula", "note"),
    )
    return {
        **{name: shown(getattr(kept, name)) for name in names},
        **{name: typed_number(getattr(kept, name)) for name in _NUMBERS},
    }
