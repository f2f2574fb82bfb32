# SPDX-License-Identifier: EUPL-1.2
"""What is refused about invoices and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


INVOICE_SENTENCES: dict[str, str] = {
    # files
    "invoice.too_large": _n(
        "Il file {file} supera {limit} MB. Non è stato aggiunto. Una fattura è molto più piccola: controlla che cos'è."
    ),
    "invoice.has_entities": _n(
        "Il file {file} contiene definizioni (DTD) che una fattura non ha e che possono nascondere un attacco. "
        "Non è stato aggiunto. Chiedi la fattura al fornitore."
    ),
    "invoice.too_complex": _n(
        "Il file {file} ha più parti di quante ne possa avere una fattura. Non è stato aggiunto. Controlla che cos'è."
    ),
    "invoice.not_xml": _n(
        "Il file {file} non si legge come fattura elettronica: è tagliato o non è XML. Non è stato aggiunto. "
        "Scaricalo di nuovo."
    ),
    "invoice.wrong_root": _n(
        "Il file {file} non è una fattura elettronica: comincia con «{root}». Non è stato aggiunto. Scegli la fattura."
    ),
    "invoice.incomplete": _n(
        "Nel file {file} manca «{name}», che ogni fattura ha. Non è stato aggiunto. Chiedi la fattura al fornitore."
    ),
    "invoice.too_long": _n(
        "Nel file {file} «{name}» supera {most} caratteri. Non è stato aggiunto. Chiedi la fattura al fornitore."
    ),
    "invoice.amount_unreadable": _n(
        "Nel file {file} «{name}» vale «{text}», che non è un importo. Non è stato aggiunto. "
        "Chiedi la fattura al fornitore."
    ),
    "invoice.negative_total": _n(
        "Il file {file} ha un totale negativo ({total}) e non è una nota di credito. Non è stato aggiunto. "
        "Chiedi la nota di credito al fornitore."
    ),
    "invoice.day_unreadable": _n(
        "Nel file {file} «{name}» vale «{text}», che non è una data. Non è stato aggiunto. "
        "Chiedi la fattura al fornitore."
    ),
    "invoice.folder_not_read": _n(
        "La cartella {folder} non si può leggere. Nulla è stato aggiunto. Scegline un'altra o chiedi il permesso."
    ),
    # what is done with them
    "invoice.unknown": _n("Nessuna fattura ha il numero {id}. Nulla è stato cambiato. Guarda l'elenco."),
    "invoice.unknown_field": _n("Il campo «{name}» non si scrive a mano: resta come è arrivato."),
    "invoice.received_in_future": _n(
        "La consegna del {on} deve ancora venire. È rimasto ciò che c'era. Correggi la data."
    ),
    "invoice.received_before_day": _n(
        "La consegna del {on} viene prima della fattura {number}, del {day}. È rimasto ciò che c'era. Correggi la data."
    ),
    "invoice.in_use": _n(
        "Con la fattura {number} è già stato fatto qualcosa. Non è stata eliminata. Riprendi prima i suoi passi."
    ),
    "invoice.is_paid": _n(
        "La fattura {number} è già pagata. Nulla è stato cambiato. Riprendi prima il pagamento, con il motivo."
    ),
    "invoice.is_refused": _n(
        "La fattura {number} è rifiutata. Nulla è stato cambiato. Riprendi prima il rifiuto, con il motivo."
    ),
    "invoice.no_such_instalment": _n(
        "Questa rata non è fra quelle del contratto della fattura. Nulla è stato abbinato. Scegli una rata dell'elenco."
    ),
    "invoice.no_such_proposal": _n(
        "Della fattura non c'è una proposta {group}. Nulla è stato abbinato. Guarda le proposte con «show»."
    ),
    "invoice.matched_too_much": _n(
        "Alle rate si abbina al massimo ciò che resta dell'imponibile, {left}. Nulla è stato abbinato. "
        "Correggi gli importi."
    ),
    "invoice.step_in_future": _n(
        "La data {on} deve ancora venire. Nulla è stato registrato. Il passo si registra quando è avvenuto."
    ),
    "invoice.step_before_invoice": _n(
        "La data {on} viene prima della fattura, del {day}. Nulla è stato registrato. Correggi la data."
    ),
    "invoice.step_before_last": _n(
        "La data {on} viene prima dell'ultimo passo, del {last}. Nulla è stato registrato. Correggi la data."
    ),
    "invoice.step_not_now": _n(
        "Con la fattura {number} questo passo non si può fare adesso. Nulla è stato registrato. "
        "Guarda quali passi sono aperti."
    ),
    "invoice.number_missing": _n(
        "Manca il numero. Nulla è stato registrato. Scrivi quello dell'impegno, dell'atto o del mandato."
    ),
    "invoice.reason_missing": _n("Manca il motivo. Nulla è stato registrato. Scrivi perché, in una frase."),
    "invoice.refusal_unmotivated": _n(
        "Manca il motivo del rifiuto. Nulla è stato registrato. Scrivi che cosa è sbagliato: va nella notifica a SdI."
    ),
    "invoice.nothing_to_take_back": _n(
        "Con questa fattura non è ancora stato fatto nulla. Non c'è nulla da riprendere."
    ),
    "invoice.checks_failed": _n(
        "Controlli che non tornano: {count}. La fattura non è stata approvata. "
        "Correggi ciò che non va, o scrivi perché la approvi lo stesso."
    ),
    "invoice.no_lawful_cause": _n(
        "Una fattura si rifiuta solo per una delle cinque cause del DM 132/2020. Nulla è stato registrato. "
        "Per ogni altro errore chiedi al fornitore una nota di variazione."
    ),
    "invoice.not_received": _n(
        "Non si sa quando SdI ha consegnato la fattura: i 15 giorni partono da lì. Nulla è stato registrato. "
        "Scrivi prima la data di consegna."
    ),
    "invoice.refused_before_received": _n(
        "Il rifiuto del {on} viene prima della consegna, del {day}. Nulla è stato registrato. Correggi la data."
    ),
    "invoice.too_late": _n(
        "I 15 giorni per rifiutare sono finiti il {due}. Nulla è stato registrato. "
        "Chiedi al fornitore una nota di variazione."
    ),
    "invoice.no_contract": _n(
        "La fattura non è legata a un contratto. Nulla è stato registrato. Scegli prima di quale contratto è."
    ),
    "invoice.amount_not_due": _n(
        "Della fattura restano da pagare {left}. Nulla è stato registrato. Correggi l'importo."
    ),
}
