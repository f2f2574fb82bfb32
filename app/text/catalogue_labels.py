# SPDX-License-Identifier: EUPL-1.2
"""The words for the keys of a catalogue: areas, fee models, facts about the centres."""

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_FEE_MODEL = {
    "quota_adesione": _n("Quota di adesione"),
    "quota_inclusa": _n("Compreso nella quota di adesione"),
    "canone_abitanti": _n("Canone per fascia di abitanti"),
    "quota_postazione": _n("Quota per postazione di lavoro"),
    "canone_fisso": _n("Canone fisso"),
    "consumo": _n("A consumo"),
    "transazione": _n("Per transazione"),
    "aggio": _n("Aggio sul riscosso"),
    "progetto": _n("A progetto"),
}
_ADDRESSEE = {"ENTE": _n("Ente"), "CITTADINI": _n("Cittadini"), "IMPRESE": _n("Imprese")}
_AREAS = (
    _n("Servizi di base"),
    _n("Piattaforme abilitanti"),
    _n("Sito e servizi al cittadino"),
    _n("Documentale"),
    _n("Gestionali in cloud"),
    _n("Tributi e riscossione"),
    _n("Dati e interoperabilità"),
    _n("Infrastrutture"),
    _n("Sicurezza e privacy"),
    _n("Città e territorio"),
    _n("Comunità e turismo"),
    _n("Formazione e competenze"),
    _n("Strategie territoriali"),
)
_FACT = {
    "agreement": _n("Convenzione"),
    "agreement_change": _n("Modifica della convenzione"),
    "agreement_end": _n("Fine della convenzione"),
    "agreement_previous": _n("Convenzione precedente"),
    "agreement_start": _n("Inizio della convenzione"),
    "catchment": _n("Bacino"),
    "concession_end": _n("Fine della concessione"),
    "concession_start": _n("Inizio della concessione"),
    "concession_years": _n("Durata della concessione"),
    "cost_per_workstation": _n("Costo per postazione"),
    "fee": _n("Quota"),
    "fee_before": _n("Quota in passato"),
    "founded": _n("Nascita"),
    "governance": _n("Organi"),
    "joining": _n("Come si aderisce"),
    "legal_form": _n("Forma giuridica"),
    "member_example": _n("Un ente aderente"),
    "members": _n("Enti aderenti"),
    "members_outside": _n("Enti fuori provincia"),
    "origin": _n("Origine"),
    "origin_funds": _n("Fondi di avvio"),
    "partner": _n("Soggetto privato"),
    "partner_note": _n("Sul soggetto privato"),
    "private_money": _n("Risorse private"),
    "public_money": _n("Risorse pubbliche"),
    "renewal": _n("Rinnovo"),
    "savings": _n("Risparmi"),
    "services_before_2026": _n("Servizi prima del 2026"),
    "services_listed": _n("Servizi elencati"),
    "services_mapping": _n("Corrispondenza con il catalogo"),
    "services_planned": _n("Servizi previsti"),
    "tender": _n("Gara"),
    "total_value": _n("Valore complessivo"),
}
_PUBLISHER = _n("Campanile, da fonti pubbliche")


def publisher_label(publisher: str) -> str:
    """Who publishes an edition; other publishers are names and stand as they are."""
    return _(publisher) if publisher == _PUBLISHER else publisher


def area_label(area: str) -> str:
    """An area of the catalogue; areas of other editions stand as they are."""
    return _(area)


def fact_label(field: str) -> str:
    """What a fact about a centre is about; the key itself where there is no word for it."""
    return _(_FACT[field]) if field in _FACT else field


def fee_model_label(model: str) -> str:
    """How a service is paid for."""
    return _(_FEE_MODEL[model])


def addressee_label(addressee: str) -> str:
    """Whom a service is for."""
    return _(_ADDRESSEE[addressee])
