# SPDX-License-Identifier: EUPL-1.2
"""The words for the keys of a procedure: kinds, states, steps, who acts, lines of the checklist."""

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_KIND = {"join": _n("Adesione"), "renewal": _n("Rinnovo"), "withdrawal": _n("Recesso")}
_STATE = {
    "draft": _n("Bozza"),
    "proposed": _n("In proposta"),
    "resolved": _n("Deliberata"),
    "enforceable": _n("Esecutiva"),
    "signed": _n("Firmata dall'ente"),
    "sent": _n("Inviata"),
    "under_review": _n("In istruttoria"),
    "additions": _n("Integrazioni chieste"),
    "rejection_notice": _n("Preavviso di rigetto"),
    "accepted": _n("Accolta"),
    "active": _n("Attiva"),
    "rejected": _n("Respinta"),
    "renewing": _n("In rinnovo"),
    "withdrawing": _n("Recesso comunicato"),
    "ceased": _n("Cessata"),
    "expired": _n("Scaduta"),
}
_STEP = {
    "propose": _n("Proposta depositata"),
    "resolve": _n("Delibera approvata"),
    "enforce": _n("Delibera esecutiva"),
    "sign": _n("Firma dell'ente"),
    "send": _n("Invio per PEC"),
    "register": _n("Presa in carico del centro"),
    "ask_additions": _n("Richiesta di integrazioni"),
    "supply_additions": _n("Integrazioni inviate"),
    "warn_rejection": _n("Preavviso di rigetto"),
    "answer_warning": _n("Osservazioni inviate"),
    "accept": _n("Accoglimento"),
    "countersign": _n("Controfirma: adesione attiva"),
    "reject": _n("Rigetto"),
    "correct": _n("Correzione: nuova versione della richiesta"),
    "begin_renewal": _n("Rinnovo avviato"),
    "give_up_renewal": _n("Rinnovo lasciato"),
    "complete_renewal": _n("Rinnovo concluso"),
    "give_notice": _n("Recesso comunicato"),
    "cease": _n("Adesione cessata"),
    "expire": _n("Adesione scaduta"),
}
_TO_DO = {
    "propose": _n("Registra la proposta"),
    "resolve": _n("Registra la delibera"),
    "enforce": _n("Registra l'esecutività"),
    "sign": _n("Registra la firma"),
    "send": _n("Registra l'invio"),
    "register": _n("Registra la presa in carico"),
    "ask_additions": _n("Registra la richiesta di integrazioni"),
    "supply_additions": _n("Registra l'invio delle integrazioni"),
    "warn_rejection": _n("Registra il preavviso di rigetto"),
    "answer_warning": _n("Registra le osservazioni"),
    "accept": _n("Registra l'accoglimento"),
    "countersign": _n("Registra la controfirma"),
    "reject": _n("Registra il rigetto"),
    "correct": _n("Correggi la richiesta"),
    "give_up_renewal": _n("Lascia il rinnovo"),
    "give_notice": _n("Registra la consegna del recesso"),
    "cease": _n("Registra la fine dell'adesione"),
    "expire": _n("Registra la scadenza"),
}
_ACTOR = {
    "clerk": _n("Ufficio"),
    "rup": _n("RUP"),
    "secretary": _n("Segretario comunale"),
    "body": _n("Consiglio o Giunta"),
    "signer": _n("Chi firma"),
    "finance": _n("Ragioneria"),
    "centre": _n("Ente capofila"),
}
_BODY = {
    "council": _n("Consiglio comunale"),
    "executive": _n("Giunta comunale"),
    "manager": _n("Responsabile del servizio"),
    "mayor": _n("Sindaco"),
    "centre": _n("Ente capofila"),
    "other": _n("Altro"),
}
_ITEM_STATE = {
    "not_started": _n("Non iniziato"),
    "incomplete": _n("Incompleto"),
    "ready": _n("Pronto"),
    "done": _n("Fatto"),
    "skipped": _n("Non si applica"),
}
_CHOICE = {
    "requested": _n("Chiesto"),
    "declined": _n("Non chiesto"),
    "already": _n("Già nostro"),
}
_GRANTED = {"accepted": _n("concesso dal centro"), "refused": _n("non concesso dal centro")}
_FIELD = {
    "centre_pec": _n("PEC del centro"),
    "body": _n("Organo che delibera"),
    "body_reason": _n("Perché questo organo"),
    "signer_name": _n("Chi firma"),
    "signer_role": _n("Carica di chi firma"),
    "signer_fiscal_code": _n("Codice fiscale di chi firma"),
    "signer_is_delegate": _n("Firma un delegato"),
    "contact_name": _n("Chi segue la richiesta"),
    "contact_email": _n("Posta di chi segue la richiesta"),
    "contact_phone": _n("Telefono di chi segue la richiesta"),
    "purpose": _n("Fini"),
    "consultation": _n("Forme di consultazione"),
    "financial_relations": _n("Rapporti finanziari"),
    "obligations": _n("Obblighi e garanzie"),
    "starts_on": _n("Comincia il"),
    "ends_on": _n("Finisce il"),
    "answer_days": _n("Giorni per la risposta"),
    "notice_months": _n("Preavviso di recesso, mesi"),
    "notice_days": _n("Preavviso di recesso, giorni"),
    "renewal_months": _n("Rinnovo, mesi prima della fine"),
    "terms_source": _n("Atto da cui vengono i termini"),
    "note": _n("Nota"),
    "kind": _n("Tipo"),
    "state": _n("Stato"),
    "reference": _n("Riferimento"),
    "revision": _n("Versione della richiesta"),
    "opened_on": _n("Aperta il"),
    "centre_name": _n("Centro"),
    "centre_code": _n("Codice del centro"),
    "lead_authority": _n("Ente capofila"),
    "choice": _n("Scelta"),
    "quantity": _n("Quantità"),
    "unit": _n("Unità"),
    "cig": _n("CIG"),
    "once": _n("Costo una volta"),
    "yearly": _n("Costo all'anno"),
    "once_cents": _n("Costo una volta"),
    "yearly_cents": _n("Costo all'anno"),
    "cost_source": _n("Atto che dice il costo"),
    "due_on": _n("Scadenza"),
    "due_reason": _n("Motivo della scadenza"),
    "skipped_reason": _n("Non si applica perché"),
    "done_on": _n("Fatto il"),
    "reason": _n("Motivo"),
    "on": _n("Data"),
    "number_on": _n("Data del protocollo"),
    "answer_by": _n("Rispondere entro"),
    "step": _n("Passo"),
    "from_state": _n("Da"),
    "to_state": _n("A"),
    "answer": _n("Risposta del centro"),
    "patron": _n("Santo patrono"),
    "subject": _n("Oggetto"),
    "is_immediate": _n("Immediatamente eseguibile"),
    "published_until": _n("Pubblicata fino al"),
    "publication_place": _n("Dove è pubblicata"),
    "enforceable_on": _n("Esecutiva dal"),
    "enforceable_reason": _n("Motivo dell'esecutività"),
    "technical_opinion_on": _n("Parere di regolarità tecnica"),
    "accounting_opinion_on": _n("Parere di regolarità contabile"),
    "auditor_opinion_on": _n("Parere dell'organo di revisione"),
    "protocol_number": _n("Numero di protocollo"),
    "protocol_on": _n("Data di protocollo"),
    "document_on": _n("Data del documento"),
    "sha256": _n("Impronta SHA-256"),
    "origin": _n("Provenienza"),
    "item_key": _n("Riga della lista"),
    "fingerprint": _n("Impronta della chiave"),
    "is_withdrawn": _n("Ritirato"),
    "actor": _n("Chi"),
    "law": _n("Norma"),
}


def kind_label(kind: str) -> str:
    """What a procedure is for."""
    return _(_KIND[kind])


def state_label(state: str) -> str:
    """Where a procedure stands."""
    return _(_STATE[state])


def step_label(step: str) -> str:
    """A step that was taken."""
    return _(_STEP[step])


def to_do_label(step: str) -> str:
    """The button that records a step."""
    return _(_TO_DO[step])


def actor_label(actor: str, body: str = "") -> str:
    """Who acts; the deliberating body by its name where it is known."""
    return body_label(body) if actor == "body" and body else _(_ACTOR[actor])


def body_label(body: str) -> str:
    """A body of the comune; other words stand as they are."""
    return _(_BODY[body]) if body in _BODY else body


def accession_name(kind: str, centre: str) -> str:
    """`CIT della Provincia di Brescia`; renewals and withdrawals say so first."""
    if kind == "join":
        return centre
    return _("{kind}: {centre}").format(kind=kind_label(kind), centre=centre)


def item_state_label(state: str) -> str:
    """Where a line of the checklist stands."""
    return _(_ITEM_STATE[state])


def dropped_renewal() -> str:
    """Why a membership is no longer being renewed, where the clerk let go of the draft."""
    return _("Bozza di rinnovo eliminata")


def choice_label(choice: str) -> str:
    """What is said of a service in a request."""
    return _(_CHOICE[choice])


def granted_label(answer: str) -> str:
    """What the centre answered to a service; "" while it said nothing."""
    return _(_GRANTED[answer]) if answer in _GRANTED else ""


def accession_field_label(field: str) -> str:
    """A field of a procedure, of a line or of a service; "" where there is no word for it."""
    return _(_FIELD[field]) if field in _FIELD else ""


def accession_value(field: str, value: str) -> str:
    """A key of a procedure in words; "" for a field that holds no keys."""
    tables = {
        "kind": _KIND,
        "step": _STEP,
        "from_state": _STATE,
        "to_state": _STATE,
        "state": _STATE,
        "choice": _CHOICE,
    }
    words = {**tables, "body": _BODY}.get(field, {})
    return _(words[value]) if value in words else ""
