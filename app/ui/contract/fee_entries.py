# SPDX-License-Identifier: EUPL-1.2
"""The fields of a fee and of its clause, and a field for a figure with all its decimals."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.concessions import SPENDINGS
from app.domain.dates import read_day
from app.domain.fees import PERIODS, PRO_RATAS, ROUNDINGS, THRESHOLDS
from app.domain.level_numbers import read_number
from app.errors import UserError
from app.formats.index_table import read_month
from app.text import _
from app.text.concession_labels import spending_label
from app.text.fee_words import period_label, pro_rata_label, rounding_label, threshold_label
from app.text.number_words import shown_number
from app.ui.accession.entries import Entry, amount_line, area, choice, day_line, line, number_line, tick
from app.ui.widgets.fields import LabeledField

if TYPE_CHECKING:
    from app.ui.contract.fee_parts import FeeForm
    from app.ui.contract.place import OwnerPlace

_PRICES = {
    "aggio": ("percent",),
    "consumo": ("unit_price", "unit", "included"),
    "transazione": ("unit_price", "unit", "included"),
    "canone_abitanti": ("unit_price", "unit", "quantity", "amount"),
    "quota_postazione": ("unit_price", "unit", "quantity"),
    "quota_inclusa": (),
}


def plain_figure(value: Decimal | None) -> str:
    """`1203`, `0,0375`: as it is typed; with a dot between the thousands it could be read as another number."""
    return shown_number(value).replace(".", "")


def figure_line(label: str, hint: str = "") -> Entry:
    """A number with the decimals of the act, or nothing; never kept before the field is left."""

    def read(text: str) -> Decimal | None:
        return read_number(text) if text else None

    return Entry(LabeledField(label, QLineEdit(), hint), read, lambda _text: False)


def month_line(label: str, today: Callable[[], date]) -> Entry:
    """A month, also told by one of its days, or nothing: its first day; never kept before the field is left."""

    def read(text: str) -> date | None:
        if not text:
            return None
        try:
            return read_month(text)
        except UserError:
            with contextlib.suppress(UserError):
                return read_day(text, today()).replace(day=1)
            raise

    return Entry(LabeledField(label, QLineEdit(), _("Per esempio 10/2026")), read, lambda _text: False)


def fee_entries(place: OwnerPlace, one: FeeForm) -> dict[str, Entry]:
    """Of a fee, only what its model uses."""
    model = one.fee.model
    told = {**_price_entries(), **_period_entries(), **_term_entries(place), **_book_entries()}
    prices = _PRICES.get(model, ("amount",))
    unused = [name for name in _price_entries() if name not in prices]
    return {name: entry for name, entry in told.items() if name not in unused}


def _price_entries() -> dict[str, Entry]:
    return {
        "amount": amount_line(_("Importo, senza IVA"), _("All'anno; una volta sola se la rata è unica.")),
        "percent": figure_line(_("Percentuale del riscosso"), _("Per esempio 4,25")),
        "unit_price": figure_line(_("Prezzo unitario, senza IVA"), _("Anche con più decimali, per esempio 0,0375")),
        "unit": line(_("Unità"), _("Per esempio postazione, abitante, GB")),
        "quantity": figure_line(_("Quantità"), _("All'inizio; i cambi si scrivono dalla rata.")),
        "included": figure_line(_("Compresi in ogni periodo"), _("Si paga solo ciò che li supera.")),
    }


def _period_entries() -> dict[str, Entry]:
    return {
        "title": line(_("Come si chiama")),
        "period": choice(_("Ogni quanto"), [(period, period_label(period)) for period in PERIODS]),
        "pro_rata": choice(_("Periodi incompleti"), [(key, pro_rata_label(key)) for key in PRO_RATAS]),
        "is_in_advance": tick(_("Anticipato")),
        "is_calendar": tick(_("Periodi dell'anno solare")),
        "due_days": number_line(_("Scade dopo giorni"), _("Dalla fine del periodo, o dall'inizio se anticipato.")),
        "vat_rate": figure_line(_("IVA %"), _("0 se non si applica.")),
        "vat_note": line(_("Perché senza IVA")),
        "is_split": tick(_("Scissione dei pagamenti (art. 17-ter DPR 633/1972)")),
    }


def _term_entries(place: OwnerPlace) -> dict[str, Entry]:
    return {
        "starts_on": day_line(_("Dal (vuoto: inizio del contratto)"), place.today),
        "ends_on": day_line(_("Al (vuoto: fine del contratto)"), place.today),
        "free_until": day_line(_("Gratuito fino al"), place.today),
        "funded_until": day_line(_("Pagato dal contributo fino al"), place.today),
    }


def _book_entries() -> dict[str, Entry]:
    spendings = [("", _("Come il contratto")), *((key, spending_label(key)) for key in SPENDINGS)]
    return {
        "spending": choice(_("Tipo di spesa"), spendings),
        "chapter": line(_("Capitolo"), _("Vuoto: quello del contratto.")),
        "source": line(_("Atto da cui vengono le cifre")),
        "note": area(_("Nota"), lines=1),
    }


def index_entries(place: OwnerPlace, _one: FeeForm) -> dict[str, Entry]:
    """Of the clause of a fee."""
    return {
        "index_name": line(_("Indice"), _("Per esempio FOI; vuoto: nessun adeguamento.")),
        "index_base": month_line(_("Mese base"), place.today),
        "index_first_on": day_line(_("Primo adeguamento"), place.today),
        "index_lag": number_line(
            _("Indice di quanti mesi prima"), _("Per esempio 2: l'adeguamento di gennaio usa l'indice di novembre.")
        ),
        "index_share": figure_line(_("Quota della variazione %"), _("Vuoto: 100")),
        "index_cap": figure_line(_("Variazione massima %")),
        "index_threshold": figure_line(_("Soglia %")),
        "index_threshold_kind": choice(_("Oltre la soglia"), [(key, threshold_label(key)) for key in THRESHOLDS]),
        "index_rounding": choice(_("Arrotondamento"), [(key, rounding_label(key)) for key in ROUNDINGS]),
        "index_clause": area(_("Testo della clausola, che prevale"), lines=2),
    }
