# SPDX-License-Identifier: EUPL-1.2
"""What drafts, sending, receipts and answers refuse and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


SENDING_SENTENCES: dict[str, str] = {
    "accession.step_without_act": _n(
        "Questo passo non porta un atto nel registro. Nulla è stato registrato. "
        "Le date dell'atto si scrivono con la proposta, la delibera o l'esecutività."
    ),
    "accession.not_signed_yet": _n(
        "La firma dell'ente non è ancora registrata. Nulla è stato preparato. Registra la firma, poi prepara l'invio."
    ),
    "accession.nothing_given_out": _n(
        "Il documento da firmare non è ancora stato preparato da qui. Nulla è stato aggiunto. "
        "Prepara la bozza in PDF, falla firmare e aggiungi quel file."
    ),
    "accession.package_sent": _n(
        "La richiesta è già partita. Il pacchetto inviato è rimasto com'era. "
        "Per cambiarla usa «Correggi la richiesta», che ne prepara una nuova versione."
    ),
    "accession.package_outdated": _n(
        "La richiesta è cambiata dopo che il pacchetto è stato preparato. L'invio non è stato registrato. "
        "Prepara di nuovo il pacchetto e invia quello; se l'altro è già partito, annulla prima le modifiche, "
        "o metti da parte il controllo {code} scrivendo il motivo."
    ),
    "accession.additions_not_prepared": _n(
        "Il pacchetto con le integrazioni non è stato preparato: il centro ha solo quello di prima. "
        "L'invio non è stato registrato. Aggiungi i documenti e prepara il pacchetto; se le integrazioni sono partite "
        "per altra via, metti da parte il controllo {code} scrivendo il motivo."
    ),
    "accession.value_unfit": _n(
        "«{field}» non può entrare nel pacchetto: è troppo lungo, manca o ha caratteri illeggibili. "
        "Il pacchetto non è stato preparato. Correggilo e preparalo di nuovo."
    ),
    "accession.neither_yes_nor_no": _n("«{text}» non è né sì né no. È rimasto ciò che c'era. Scrivi sì oppure no."),
    # the templates of acts
    "draft.unknown": _n("La bozza {name} non c'è. Nulla è stato preparato. Scegli una bozza dall'elenco."),
    "draft.other_kind": _n(
        "«{title}» non serve in questa pratica. Nulla è stato preparato. Scegli una bozza dall'elenco."
    ),
    "draft.unknown_form": _n("Una bozza si scrive come .odt, .docx o .pdf, non come {form}. Nulla è stato preparato."),
    "draft.template_missing": _n(
        "Il modello {file} non c'è o non si legge. Nulla è stato preparato. "
        "Rimettilo nella cartella templates, o toglilo da lì per usare quello del programma."
    ),
    "draft.template_broken": _n(
        "Il modello {file} non è un documento .odt che si possa leggere. È rimasto com'era e nulla è stato preparato. "
        "Aprilo con LibreOffice e salvalo di nuovo come .odt, o toglilo per usare quello del programma."
    ),
    "draft.template_too_large": _n(
        "Il modello {file} è troppo grande: al massimo 20 MB e 200 parti. È rimasto com'era e nulla è stato preparato. "
        "Riduci le immagini e riprova."
    ),
    "draft.unknown_field": _n(
        "Nel modello {file} il campo «{field}» non esiste o non è scritto per intero. Il modello è rimasto com'era e "
        "nulla è stato preparato. Correggilo: i campi sono elencati nel file LEGGIMI.txt dei modelli."
    ),
    "draft.condition_misplaced": _n(
        "Nel modello {file} la condizione «{field}» non è all'inizio del suo paragrafo. Il modello è rimasto com'era e "
        "nulla è stato preparato. Spostala all'inizio."
    ),
    "key.unknown": _n("Questa chiave non è tra quelle confrontate. Nulla è stato cambiato. Guarda l'elenco."),
    # the whole file of a procedure
    "folder.already_there": _n("{file} c'è già ed è rimasto com'era. Non è stato scritto nulla. Scegli un altro nome."),
    "folder.cancelled": _n("Scrittura interrotta. Non è rimasto nulla a metà."),
    # answers of a centre, on their way into a procedure
    "answer.before_last_step": _n(
        "La risposta è del {on}, prima dell'ultimo passo registrato, del {last}. Nulla è stato cambiato. "
        "Controlla la data di quel passo; se è giusta, chiedi al centro una risposta con la data corretta."
    ),
    "answer.not_sent": _n(
        "L'invio di questa richiesta non è ancora registrato. Nulla è stato cambiato. "
        "Registra l'invio con il suo protocollo, poi ricevi la risposta."
    ),
    "answer.additions_first": _n(
        "Le integrazioni chieste non risultano ancora inviate. Nulla è stato cambiato. "
        "Registra il loro invio, poi ricevi la risposta."
    ),
    "answer.observations_first": _n(
        "Le osservazioni al preavviso non risultano ancora inviate. Nulla è stato cambiato. "
        "Registrale, poi ricevi la risposta."
    ),
    "answer.not_of_a_withdrawal": _n(
        "Un recesso non si accoglie né si respinge: il centro può solo dire di averlo ricevuto. "
        "Nulla è stato cambiato. Senti il centro."
    ),
    "answer.not_now": _n(
        "La pratica non aspetta questa risposta. Nulla è stato cambiato. Guarda a che punto è la pratica."
    ),
    "answer.fingerprint_differs": _n(
        "L'impronta confrontata non è quella della chiave che ha firmato ({fingerprint}). Nulla è stato cambiato. "
        "Richiama il centro e rileggila tutta."
    ),
    "answer.other_file": _n(
        "Il file {file} è cambiato da quando è stato mostrato. Nulla è stato cambiato. Aprilo di nuovo."
    ),
    # receipts of certified mail
    "receipt.too_large": _n("Il file {file} supera {limit} MB: non è una ricevuta. Nulla è stato aggiunto."),
    "receipt.unreadable": _n(
        "La ricevuta {file} non si legge: è incompleta o è stata aperta e risalvata. Nulla è stato aggiunto. "
        "Scaricala di nuovo dalla casella PEC come file .eml."
    ),
    "receipt.not_a_receipt": _n(
        "Il file {file} non è una ricevuta PEC. Nulla è stato aggiunto. "
        "Se serve nel fascicolo, allegalo come documento."
    ),
    "receipt.already_there": _n("La ricevuta {file} è già nel fascicolo. Nulla è stato aggiunto."),
    "receipt.is_message": _n(
        "Il file {file} è un messaggio ricevuto, non la ricevuta del nostro invio. Nulla è stato aggiunto. "
        "Se serve nel fascicolo, allegalo come documento."
    ),
}
