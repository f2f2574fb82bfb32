# SPDX-License-Identifier: EUPL-1.2
"""A fee as its act says it, in words: one line for a list, label and value for a card or a print."""

from decimal import Decimal

from app.domain.fees import MEASURED, Fee
from app.text import _, day, money, month, ngettext
from app.text.catalogue_labels import fee_model_label
from app.text.fee_words import figure, period_label, pro_rata_label, rounding_label, threshold_label, unit_price


def price_words(fee: Fee) -> str:
    """What it costs: `1.200,00 € all'anno`, `0,15 € per pagamento oltre 500`, `4,25 %`; told where it is missing."""
    if fee.model == "quota_inclusa":
        return _("compreso nella quota")
    if fee.model == "aggio":
        if fee.percent is None:
            return _("percentuale da inserire")
        return _("{percent} % del riscosso").format(percent=figure(fee.percent))
    if fee.model in MEASURED:
        price = unit_price(fee.unit_price) if fee.unit_price is not None else _("prezzo da inserire")
        told = _("{price} per {unit}").format(price=price, unit=fee.unit or _("unità"))
        beyond = _("{told} oltre {included} per periodo")
        return told if fee.included is None else beyond.format(told=told, included=figure(fee.included))
    if fee.unit_price is not None:
        quantity = _or_missing(fee.quantity)
        told = _("{price} all'anno per {unit} × {quantity}") if fee.unit else _("{price} all'anno × {quantity}")
        return told.format(price=unit_price(fee.unit_price), quantity=quantity, unit=fee.unit)
    if fee.amount is None:
        return _("importo da inserire")
    return money(fee.amount) if fee.period == "once" else _("{amount} all'anno").format(amount=money(fee.amount))


def fee_facts(fee: Fee) -> tuple[tuple[str, str], ...]:
    """Label and value of all that is written of a fee; what its model does not use stays out."""
    found = (
        (_("Come si paga"), fee_model_label(fee.model)),
        (_("Importo"), price_words(fee)),
        (_("Rate"), _instalments_words(fee)),
        (_("Periodi incompleti"), pro_rata_label(fee.pro_rata) if fee.period != "once" else ""),
        (_("Durata"), _term_words(fee)),
        (_("Gratuito"), _("fino al {day}").format(day=day(fee.free_until)) if fee.free_until else ""),
        (_("Pagato dal contributo"), _("fino al {day}").format(day=day(fee.funded_until)) if fee.funded_until else ""),
        (_("IVA"), _vat_words(fee)),
        (_("Adeguamento"), index_words(fee)),
        (_("Clausola"), fee.index_clause),
        (_("Capitolo"), fee.chapter),
        (_("Fonte"), fee.source),
        (_("Note"), fee.note),
    )
    return tuple((label, told) for label, told in found if told)


def index_words(fee: Fee) -> str:
    """The clause in one sentence; nothing without one."""
    if not fee.index_name:
        return ""
    share = Decimal(100) if fee.index_share is None else fee.index_share
    told = [
        _("indice {name}, base {base}").format(
            name=fee.index_name, base=month(fee.index_base) if fee.index_base else _("da inserire")
        ),
        _("dal {day}, poi ogni anno").format(day=day(fee.index_first_on) or _("da inserire")),
        _("quota {share} %").format(share=figure(share)),
    ]
    if fee.index_lag:
        counted = ngettext("indice di {count} mese prima", "indice di {count} mesi prima", fee.index_lag)
        told.insert(2, counted.format(count=fee.index_lag))
    if fee.index_threshold:
        kind = threshold_label(fee.index_threshold_kind)
        told.append(_("soglia {threshold} % ({kind})").format(threshold=figure(fee.index_threshold), kind=kind))
    if fee.index_cap is not None:
        told.append(_("massimo {cap} %").format(cap=figure(fee.index_cap)))
    if fee.index_rounding != "half_up":
        told.append(rounding_label(fee.index_rounding))
    return ", ".join(told)


def _instalments_words(fee: Fee) -> str:
    told = [period_label(fee.period)]
    if fee.period != "once":
        told.append(_("anticipate") if fee.is_in_advance else _("posticipate"))
        told.append(_("secondo l'anno solare") if fee.is_calendar else "")
    if fee.due_days is not None:
        told.append(ngettext("a {count} giorno", "a {count} giorni", fee.due_days).format(count=fee.due_days))
    return ", ".join(part for part in told if part)


def _term_words(fee: Fee) -> str:
    if fee.starts_on and fee.ends_on:
        return _("dal {first} al {last}").format(first=day(fee.starts_on), last=day(fee.ends_on))
    if fee.starts_on:
        return _("dal {first}").format(first=day(fee.starts_on))
    return _("fino al {last}").format(last=day(fee.ends_on)) if fee.ends_on else _("quella del contratto")


def _vat_words(fee: Fee) -> str:
    if fee.vat_rate is None:
        return _("aliquota da inserire")
    told = _("{rate} %").format(rate=figure(fee.vat_rate)) if fee.vat_rate else _("nessuna")
    more = (fee.vat_note, _("scissione dei pagamenti") if fee.is_split and fee.vat_rate else "")
    return ", ".join(part for part in (told, *more) if part)


def _or_missing(value: Decimal | None) -> str:
    return figure(value) if value is not None else _("da inserire")
