# SPDX-License-Identifier: EUPL-1.2
"""Words on signed editions: what touches us and why, the fields that change, how a key is believed."""

from collections.abc import Iterable, Sequence

from app.text import _, ngettext
from app.text.catalogue_labels import publisher_label


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_USE = {
    "membership": _n("lo abbiamo con {detail}"),
    "request": _n("lo chiediamo a {detail}"),
    "project": _n("ce lo paga il progetto CUP {detail}"),
    "star": _n("ha la stella"),
    "note": _n("ha una nota nostra"),
}
_TRUST = {
    "known": _n("Chiave già confrontata"),
    "successor": _n("Chiave nuova, passata da quella già confrontata"),
    "new": _n("Chiave mai confrontata"),
    "compared": _n("Chiave confrontata ora, con l'impronta scritta"),
    "widened": _n("Chiave già confrontata, che ora parla per altri centri"),
}
_FIELD = {
    "area": _n("Area"),
    "name": _n("Nome"),
    "name_en": _n("Nome inglese"),
    "summary": _n("In breve"),
    "summary_en": _n("In breve, in inglese"),
    "description": _n("Descrizione"),
    "description_en": _n("Descrizione inglese"),
    "addressees": _n("Per chi"),
    "measure": _n("Misura"),
    "measure_inferred": _n("Misura dedotta"),
    "legal_basis": _n("Base giuridica"),
    "is_mandatory": _n("Obbligatorio"),
    "fee_models": _n("Come si paga"),
    "fee_inferred": _n("Modo di pagare dedotto"),
    "prerequisites": _n("Serve prima"),
    "keywords": _n("Parole chiave"),
    "sources": _n("Fonti"),
    "is_withdrawn": _n("Ritirato"),
    "lead_authority": _n("Capofila"),
    "kind": _n("Tipo"),
    "province": _n("Provincia"),
    "catchment": _n("Bacino"),
    "services": _n("Servizi offerti"),
    "facts": _n("Dati con fonte"),
}
_OUTCOME = {"added": _n("Nuovo"), "changed": _n("Cambiato"), "withdrawn": _n("Ritirato")}


def use_words(kind: str, detail: str) -> str:
    """Why a service is ours."""
    return _(_USE[kind]).format(detail=detail)


def trust_label(trust: str) -> str:
    """How the key that signed is believed."""
    return _(_TRUST[trust])


def edition_field_label(field: str) -> str:
    """A field of a service or of a centre."""
    return _(_FIELD[field])


def outcome_label(outcome: str) -> str:
    """What an edition does with a service or a centre."""
    return _(_OUTCOME[outcome])


def claimed_name(publisher: str) -> str:
    """That a name is only what the file says of itself."""
    told = _(
        "Il nome «{publisher}» lo dice il file stesso: finché non hai confrontato l'impronta non prova chi scrive."
    )
    return told.format(publisher=publisher_label(publisher))


def claimed_centres(claims: Iterable[tuple[str, str]]) -> list[str]:
    """For whom a file says it speaks, and who that is for the catalogue that we had before."""
    claims = tuple(claims)
    known = _("Dice di parlare per {code}, che per il tuo catalogo ha come capofila: {authority}.")
    lines = [known.format(code=code, authority=authority) for code, authority in claims if authority]
    strange = [code for code, authority in claims if not authority]
    if strange:
        told = ngettext(
            "Dice di parlare per {codes}: il tuo catalogo non conosce questo centro.",
            "Dice di parlare per {codes}: il tuo catalogo non conosce questi centri.",
            len(strange),
        )
        lines.append(told.format(codes=", ".join(strange)))
    return lines


def whom_to_call(claims: Iterable[tuple[str, str]]) -> str:
    """Whom to phone before believing a key: those that our catalogue names, never those that the file does."""
    authorities = list(dict.fromkeys(authority for _code, authority in claims if authority))
    if not authorities:
        return _(
            "Nessun centro che conosci può dirti se è la sua: se non sai chi pubblica questo file, lascia stare. "
            "Se lo sai, telefona a un numero che conosci già e confronta l'impronta cifra per cifra."
        )
    told = _("Telefona a {authorities}, a un numero che conosci già, e confronta l'impronta cifra per cifra.")
    return told.format(authorities=_joined(authorities))


def _joined(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return _("{names} e {last}").format(names=", ".join(names[:-1]), last=names[-1])
