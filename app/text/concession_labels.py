# SPDX-License-Identifier: EUPL-1.2
"""The words for the keys of concessions and contracts: kinds, states, steps, people, plan, guarantees, end."""

from collections.abc import Mapping

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_CONCESSION_KIND = {
    "service_concession": _n("Concessione di servizi"),
    "project_financing": _n("Finanza di progetto"),
    "public_lighting": _n("Illuminazione pubblica"),
    "framework": _n("Accordo quadro o convenzione di acquisto"),
    "other": _n("Altro"),
}
_CONCESSION_STATE = {
    "SOTT": _n("Sottoscritta"),
    "IN_ESEC": _n("In esecuzione"),
    "CONCL": _n("Conclusa"),
    "COLL": _n("Collaudata"),
}
_REGIME = {
    "50/2016": _n("D.Lgs. 50/2016"),
    "36/2023": _n("D.Lgs. 36/2023, prima del D.Lgs. 209/2024"),
    "36/2023+209/2024": _n("D.Lgs. 36/2023, dopo il D.Lgs. 209/2024"),
}
_STATE = {
    "requested": _n("Richiesto"),
    "activating": _n("In attivazione"),
    "accepted": _n("Collaudato"),
    "active": _n("Attivo"),
    "suspended": _n("Sospeso"),
    "closing": _n("In dismissione"),
    "ceased": _n("Cessato"),
    "refused": _n("Rifiutato"),
}
_GROUP = {"coming": _n("In attivazione"), "running": _n("Attive"), "over": _n("Concluse")}
_STEP = {
    "begin_activation": _n("Attivazione avviata"),
    "pass_acceptance": _n("Collaudo superato"),
    "go_live": _n("Avvio del servizio"),
    "suspend": _n("Sospensione"),
    "resume": _n("Ripresa"),
    "begin_closing": _n("Dismissione avviata"),
    "give_up_closing": _n("Dismissione annullata"),
    "cease": _n("Cessazione"),
    "refuse": _n("Rifiuto"),
}
_TO_DO = {
    "begin_activation": _n("Avvia l'attivazione"),
    "pass_acceptance": _n("Registra il collaudo"),
    "go_live": _n("Registra l'avvio"),
    "suspend": _n("Sospendi il servizio"),
    "resume": _n("Registra la ripresa"),
    "begin_closing": _n("Avvia la dismissione"),
    "give_up_closing": _n("Annulla la dismissione"),
    "cease": _n("Registra la cessazione"),
    "refuse": _n("Registra il rifiuto"),
}
_ROLE = {
    "rup": _n("RUP"),
    "dec": _n("Direttore dell'esecuzione (DEC)"),
    "referent": _n("Referente del comune"),
    "helpdesk": _n("Assistenza"),
    "supplier": _n("Referente del fornitore"),
    "dpo": _n("Responsabile della protezione dei dati (RPD)"),
    "rtd": _n("Responsabile della transizione digitale (RTD)"),
    "other": _n("Altro"),
}
_GUARANTEE = {"bond": _n("Garanzia definitiva"), "insurance": _n("Polizza assicurativa")}
_SPENDING = {"purchase": _n("Acquisto di servizi"), "transfer": _n("Trasferimento")}
_MILESTONE = {
    "kick_off": _n("Avvio dei lavori"),
    "configuration": _n("Configurazione"),
    "training": _n("Formazione"),
    "acceptance": _n("Collaudo"),
    "go_live": _n("Avvio del servizio"),
}
_ASSEVERATION = {
    "positive": _n("Positiva"),
    "partly_positive": _n("Parzialmente positiva"),
    "negative": _n("Negativa"),
}
_CLOSING = {
    "exit_plan": _n("Piano di uscita"),
    "data_export": _n("Esportazione dei dati"),
    "handover": _n("Verbale di consegna"),
    "accounts": _n("Utenze, PEC e domini"),
    "preservation": _n("Passaggio della conservazione"),
    "dpa_closure": _n("Chiusura dell'accordo sui dati personali"),
    "guarantees": _n("Svincolo delle garanzie"),
    "final_report": _n("Resoconto finale"),
}
_PAPER = {
    "contract": _n("Contratto"),
    "dpa": _n("Accordo sui dati personali"),
    "acceptance": _n("Verbale di collaudo"),
    "contestation": _n("Contestazione"),
    "concession": _n("Convenzione di concessione"),
    "addendum": _n("Atto aggiuntivo"),
    "guarantee": _n("Garanzia o polizza"),
    "plan": _n("Piano economico-finanziario"),
    "other": _n("Altro"),
}
_LAYER = {"L0": _n("Concessione"), "L1": _n("Adesione"), "L2": _n("Contratto")}


def concession_kind_label(key: str) -> str:
    """The kind of a concession, or the key itself where it is none of ours."""
    return _said(_CONCESSION_KIND, key)


def concession_state_label(key: str) -> str:
    """The state of a concession, in the words of ANAC."""
    return _said(_CONCESSION_STATE, key)


def regime_label(key: str) -> str:
    """The code under which a concession was awarded."""
    return _said(_REGIME, key)


def contract_state_label(key: str) -> str:
    """The state of a contract."""
    return _said(_STATE, key)


def contract_group_label(key: str) -> str:
    """Contracts on their way, running, over."""
    return _said(_GROUP, key)


def contract_step_label(key: str) -> str:
    """What happened to a contract."""
    return _said(_STEP, key)


def contract_to_do_label(key: str) -> str:
    """What is done to a contract, as its button says it."""
    return _said(_TO_DO, key)


def role_label(key: str) -> str:
    """What someone is in a contract."""
    return _said(_ROLE, key)


def guarantee_label(key: str) -> str:
    """A bond or an insurance."""
    return _said(_GUARANTEE, key)


def spending_label(key: str) -> str:
    """A purchase or a transfer; nothing while nobody was asked."""
    return _said(_SPENDING, key)


def milestone_label(key: str, title: str = "") -> str:
    """A point of the plan; one of our own has its title."""
    return title or _said(_MILESTONE, key)


def asseveration_label(key: str) -> str:
    """The outcome of the check of a completion."""
    return _said(_ASSEVERATION, key)


def closing_label(key: str, title: str = "") -> str:
    """A line of what the end asks for; one of our own has its title."""
    return title or _said(_CLOSING, key)


def paper_label(key: str) -> str:
    """What a document is to a contract."""
    return _said(_PAPER, key)


def layer_label(key: str) -> str:
    """Which of the three clocks."""
    return _said(_LAYER, key)


def _said(words: Mapping[str, str], key: str) -> str:
    """The words of a key, or the key itself where it is none of ours; nothing for none."""
    found = words.get(key, key)
    return _(found) if found else ""
