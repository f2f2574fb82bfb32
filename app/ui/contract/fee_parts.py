# SPDX-License-Identifier: EUPL-1.2
"""The fees of a contract, their clauses and suspensions as lists whose fields keep themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.catalogue import FEE_MODELS
from app.domain.fees import FIXED, PERIODS, Fee
from app.text import _, day
from app.text.catalogue_labels import fee_model_label
from app.text.fee_words import period_label
from app.ui.accession.entries import Entry, choice, day_line, line
from app.ui.contract.fee_entries import fee_entries, index_entries, plain_figure
from app.ui.contract.parts import PartKind, Told
from app.ui.contract.place import OwnerPlace, contract_of

if TYPE_CHECKING:
    from app.domain.fees import FeeSuspension
    from app.store import Store

_FIGURES = ("unit_price", "quantity", "included", "percent", "vat_rate", "index_share", "index_threshold", "index_cap")
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
        """The schedule as it is now, with what was done of each instalment."""
        from app.actions.instalments import show_standings

        return show_standings(store, contract_of(self.owner))


class FeeForm:
    """A fee whose figures are text with all their decimals, as its fields show them."""

    def __init__(self, fee: Fee) -> None:
        self.fee = fee
        self.id, self.version = int(fee.id), fee.version

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field of the fee
        """Any field of the fee."""
        value = getattr(self.fee, name)
        if name == "index_base":
            return f"{value:%m/%Y}" if value else ""
        return plain_figure(value) if name in _FIGURES else value


def fee_kind() -> PartKind:
    """The fees."""
    return PartKind(
        "fee",
        lambda view: [FeeForm(one) for one in view.fees],
        lambda one: one.title,
        _price_told,
        fee_entries,
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
        index_entries,
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
