# SPDX-License-Identifier: EUPL-1.2
"""The fees of a contract, their clauses and suspensions as lists whose fields keep themselves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from app.domain.catalogue import FEE_MODELS
from app.domain.concessions import SPENDINGS
from app.domain.fees import FIXED, PERIODS, PRO_RATAS, ROUNDINGS, THRESHOLDS, Fee
from app.domain.level_numbers import read_number, shown_number
from app.text import _, day
from app.text.catalogue_labels import fee_model_label
from app.text.concession_labels import spending_label
from app.text.fee_words import period_label, pro_rata_label, rounding_label, threshold_label
from app.ui.accession.entries import Entry, amount_line, area, choice, day_line, line, number_line, tick
from app.ui.contract.parts import PartKind, Told
from app.ui.contract.place import OwnerPlace, contract_of
from app.ui.widgets.fields import LabeledField

if TYPE_CHECKING:
    from app.domain.fees import FeeSuspension
    from app.store import Store

_FIGURES = ("unit_price", "quantity", "included", "percent", "vat_rate", "index_share", "index_threshold", "index_cap")
_PRICES = {
    "aggio": ("percent",),
    "consumo": ("unit_price", "unit", "included"),
    "transazione": ("unit_price", "unit", "included"),
    "canone_abitanti": ("unit_price", "unit", "quantity", "amount"),
    "quota_postazione": ("unit_price", "unit", "quantity"),
    "quota_inclusa": (),
}
_FEE_ROWS = (
    ("title",),
    ("amount", "percent", "unit_price"),
    ("quantity", "unit", "included"),
    ("period", "pro_rata"),
    ("is_in_advance", "is_calendar"),
    ("due_days", "vat_rate", "vat_note"),
    ("is_split",),
    ("starts_on", "ends_on"),
    ("free_until", "funded_until"),
    ("spending", "chapter"),
    ("source",),
    ("note",),
)
_INDEX_ROWS = (
    ("index_name", "index_base"),
    ("index_first_on", "index_lag"),
    ("index_share", "index_cap"),
    ("index_threshold", "index_threshold_kind"),
    ("index_rounding",),
    ("index_clause",),
)


@dataclass(frozen=True, slots=True)
class FeePlace(OwnerPlace):
    """The contract as the fees see it: what is read is its schedule."""

    def read(self, store: Store) -> Any:  # noqa: ANN401 - a schedule, where the others read a contract
        """The schedule as it is now."""
        from app.actions.fees import show_schedule

        return show_schedule(store, contract_of(self.owner))


class FeeForm:
    """A fee whose figures are text with all their decimals, as its fields show them."""

    def __init__(self, fee: Fee) -> None:
        self.fee = fee
        self.id, self.version = int(fee.id), fee.version

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field of the fee
        """Any field of the fee."""
        value = getattr(self.fee, name)
        return plain_figure(value) if name in _FIGURES else value


def plain_figure(value: Decimal | None) -> str:
    """`1203`, `0,0375`: as it is typed; with a dot between the thousands it could be read as another number."""
    return shown_number(value).replace(".", "")


def figure_line(label: str, hint: str = "") -> Entry:
    """A number with the decimals of the act, or nothing; never kept before the field is left."""

    def read(text: str) -> Decimal | None:
        return read_number(text) if text else None

    return Entry(LabeledField(label, QLineEdit(), hint), read, lambda _text: False)


def fee_kind() -> PartKind:
    """The fees."""
    return PartKind(
        "fee",
        lambda view: [FeeForm(one) for one in view.fees],
        lambda one: one.title,
        _price_told,
        _fee_entries,
        _FEE_ROWS,
        _action("correct_fee"),
        _action("remove_fee"),
        blamed=(("fee.term_reversed", "ends_on"),),
    )


def index_kind() -> PartKind:
    """The clauses of the fees that an index can adjust."""
    return PartKind(
        "clause",
        lambda view: [FeeForm(one) for one in view.fees if one.model in (*FIXED, "consumo", "transazione")],
        lambda one: one.title,
        _index_told,
        _index_entries,
        _INDEX_ROWS,
        _action("correct_fee"),
        _action("remove_fee"),
        is_removable=lambda _one: False,
    )


def suspension_kind() -> PartKind:
    """The days on which nothing is due."""
    return PartKind(
        "suspension",
        lambda view: view.suspensions,
        _suspension_title,
        lambda one: (_("in corso"), "warning") if one.ends_on is None else ("", ""),
        lambda place, _one: {
            "starts_on": day_line(_("Dal"), place.today),
            "ends_on": day_line(_("Ultimo giorno (vuoto: dura)"), place.today),
            "reason": line(_("Motivo")),
        },
        (("starts_on", "ends_on"), ("reason",)),
        _action("correct_suspension"),
        _action("remove_suspension"),
        blamed=(("fee.term_reversed", "ends_on"), ("fee.suspension_start_missing", "starts_on")),
    )


def fee_ask() -> dict[str, Entry]:
    """What one more fee needs; it bears the name of its model until it gets another."""
    return {
        "model": choice(_("Come si paga"), [(model, fee_model_label(model)) for model in FEE_MODELS]),
        "period": choice(_("Ogni quanto"), [(period, period_label(period)) for period in PERIODS]),
    }


def suspension_ask(place: OwnerPlace) -> dict[str, Entry]:
    """What one more suspension needs."""
    return {
        "starts_on": day_line(_("Dal (obbligatorio)"), place.today),
        "ends_on": day_line(_("Ultimo giorno (vuoto: dura)"), place.today),
        "reason": line(_("Motivo")),
    }


def _action(name: str) -> Any:  # noqa: ANN401 - gives an action
    def found() -> Any:  # noqa: ANN401 - an action
        from app.actions import fees

        return getattr(fees, name)

    return found


def _fee_entries(place: OwnerPlace, one: FeeForm) -> dict[str, Entry]:
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


def _index_entries(place: OwnerPlace, _one: FeeForm) -> dict[str, Entry]:
    return {
        "index_name": line(_("Indice"), _("Per esempio FOI; vuoto: nessun adeguamento.")),
        "index_base": day_line(_("Mese base (un suo giorno)"), place.today),
        "index_first_on": day_line(_("Primo adeguamento"), place.today),
        "index_lag": number_line(_("Mesi prima"), _("L'indice è di tanti mesi prima dell'adeguamento.")),
        "index_share": figure_line(_("Quota della variazione %"), _("Vuoto: 100")),
        "index_cap": figure_line(_("Variazione massima %")),
        "index_threshold": figure_line(_("Soglia %")),
        "index_threshold_kind": choice(_("Oltre la soglia"), [(key, threshold_label(key)) for key in THRESHOLDS]),
        "index_rounding": choice(_("Arrotondamento"), [(key, rounding_label(key)) for key in ROUNDINGS]),
        "index_clause": area(_("Testo della clausola, che prevale"), lines=2),
    }


def _price_told(one: FeeForm) -> Told:
    from app.actions.fee_facts import price_words

    return price_words(one.fee), "info"


def _index_told(one: FeeForm) -> Told:
    if not one.fee.index_name:
        return _("nessun adeguamento"), "neutral"
    is_ready = one.fee.index_base is not None and one.fee.index_first_on is not None
    return (one.fee.index_name, "info") if is_ready else (_("da completare"), "warning")


def _suspension_title(one: FeeSuspension) -> str:
    span = _("Dal {first} al {last}").format(first=day(one.starts_on), last=day(one.ends_on))
    return span if one.ends_on else _("Dal {first}").format(first=day(one.starts_on))
