# SPDX-License-Identifier: EUPL-1.2
"""What documents and acts refuse and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


DOCUMENT_SENTENCES: dict[str, str] = {
    # a file that is offered
    "document.missing": _n("Il file {file} non c'è più. Nulla è stato aggiunto. Controlla dove si trova e riprova."),
    "document.is_folder": _n("{file} è una cartella. Nulla è stato aggiunto. Aggiungi i file che contiene."),
    "document.not_a_file": _n("{file} non è un file. Nulla è stato aggiunto. Scegli un documento."),
    "document.is_the_store": _n(
        "{file} è l'archivio aperto. Nulla è stato aggiunto. Per copiarlo usa le copie di sicurezza."
    ),
    "document.empty": _n(
        "Il file {file} è vuoto. Nulla è stato aggiunto. Salvalo di nuovo dal programma che l'ha fatto."
    ),
    "document.too_big": _n("Il file {file} supera {limit} MB. Nulla è stato aggiunto. Riducilo o dividilo."),
    "document.not_opened": _n(
        "Il file {file} non si può aprire. Nulla è stato aggiunto. "
        "Chiudi il programma che lo usa o copialo in un'altra cartella."
    ),
    "document.not_read": _n(
        "La lettura di {file} si è interrotta. Nulla è stato aggiunto. "
        "Ricollega il disco, o copialo in un'altra cartella."
    ),
    "document.cancelled": _n("Aggiunta interrotta. Nulla è stato aggiunto."),
    "document.unknown_kind": _n("Il tipo di documento «{kind}» non c'è. Nulla è stato salvato. Scegli tra: {known}."),
    "document.unknown_field": _n("Il campo «{name}» non si scrive a mano. Nulla è stato cambiato."),
    "document.unknown_line": _n("La pratica {id} non ha la riga «{item}». Nulla è stato aggiunto. Guarda la lista."),
    "document.wrong_format": _n(
        "{file} non va bene per «{title}». Nulla è stato aggiunto. Serve un file di questi tipi: {formats}."
    ),
    # a file that is kept
    "document.file_missing": _n(
        "Il file di {file} non c'è più nella cartella dei dati. La voce e i suoi dati sono rimasti. "
        "Aggiungi di nuovo lo stesso file, o riprendi una copia di sicurezza."
    ),
    "document.file_changed": _n(
        "Il file di {file} è cambiato dopo che è stato aggiunto. Non viene aperto. "
        "Aggiungi di nuovo lo stesso file, o riprendi una copia di sicurezza."
    ),
    "document.not_the_same_file": _n(
        "{file} non è lo stesso file di {name}: il contenuto è diverso. Nulla è stato cambiato. "
        "Scegli il file di allora, o aggiungi questo come documento nuovo."
    ),
    "document.unreadable_pdf": _n("{file} non si lascia mostrare. Il file è rimasto com'era. Salvalo e aprilo tu."),
    "document.only_saved": _n(
        "Un file come {file} non si apre da qui, perché potrebbe contenere un programma. È rimasto com'era. "
        "Usa «Salva con nome»."
    ),
    "document.check_cancelled": _n("Verifica interrotta. Nulla è stato cambiato."),
    "document.onto_the_store": _n(
        "{file} è un file dell'archivio e non si può sostituire. Nulla è stato scritto. Scegli un'altra cartella."
    ),
    "document.was_sent": _n(
        "Il documento è ciò che è stato inviato con la pratica {id}. Non è stato tolto. Resta come prova dell'invio."
    ),
    "document.is_settled": _n(
        "{name} è stato generato da qui o ne è la copia firmata: il tipo e la pratica restano quelli. "
        "Nulla è stato cambiato. Se è di troppo, togli il documento dall'elenco."
    ),
    # a signed copy
    "document.not_a_draft": _n(
        "Il documento {id} non è uno di quelli generati da qui. Nulla è stato aggiunto. "
        "Scegli il documento che è stato firmato."
    ),
    "document.not_signed": _n(
        "{file} non è firmato. Nulla è stato aggiunto. Firma {given_out} e aggiungi il file che esce dalla firma."
    ),
    "document.not_the_given_out": _n("{why} Nulla è stato aggiunto. {todo}"),
    "document.older_form": _n(
        "È stato firmato {signed}, generato il {older}, e non l'ultimo: {last}, del {newer}. Nulla è stato aggiunto. "
        "Salva di nuovo l'ultimo e firma quello."
    ),
    # acts
    "act.unknown_kind": _n("Il tipo di atto «{kind}» non c'è. Nulla è stato salvato. Scegli tra: {known}."),
    "act.unknown_body": _n("L'organo «{body}» non c'è. Nulla è stato salvato. Scegli tra: {known}."),
    "act.unknown_field": _n("Il campo «{name}» non è di un atto. Nulla è stato cambiato."),
    "act.publication_reversed": _n(
        "La pubblicazione finisce il {until}, prima del suo inizio del {since}. È rimasto ciò che c'era. "
        "Correggi una data."
    ),
    "act.published_before": _n(
        "La pubblicazione del {published} viene prima dell'atto, del {on}. È rimasto ciò che c'era. Correggi una data."
    ),
    "act.enforceable_before": _n(
        "L'atto è del {on} e non può essere esecutivo dal {enforceable}. È rimasto ciò che c'era. Correggi una data."
    ),
    "act.enforceable_reason_missing": _n(
        "Un giorno di esecutività scritto a mano vuole il motivo. È rimasto quello calcolato. Scrivi perché."
    ),
}
