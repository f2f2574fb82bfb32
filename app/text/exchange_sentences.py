# SPDX-License-Identifier: EUPL-1.2
"""What is refused of a package, an answer, an edition or a key: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


EXCHANGE_SENTENCES: dict[str, str] = {
    # the container
    "package.not_a_package": _n(
        "Questo non è un pacchetto di Campanile. Nulla è stato cambiato. Scegli il file .zip così come è arrivato."
    ),
    "package.not_opened": _n("Il file non si apre. Nulla è stato cambiato. Copialo in una cartella del PC e riprova."),
    "package.repacked": _n(
        "Questo file è stato aperto e richiuso da un altro programma, o non è di Campanile. Nulla è stato cambiato. "
        "Riprendi l'allegato originale, senza estrarlo."
    ),
    "package.truncated": _n("Il file è incompleto. Nulla è stato cambiato. Scaricalo o copialo di nuovo."),
    "package.altered": _n(
        "Il file non è più quello che è stato inviato. Nulla è stato cambiato. Fattelo mandare di nuovo."
    ),
    "package.file_changed": _n(
        "Il documento {name} non è più quello che è stato inviato. Nulla è stato cambiato. "
        "Fatti mandare di nuovo il pacchetto."
    ),
    "package.files_differ": _n(
        "I documenti del pacchetto non sono quelli del suo elenco. Nulla è stato cambiato. Fattelo mandare di nuovo."
    ),
    "package.unlisted_file": _n(
        "Il pacchetto ha un documento che non è nel suo elenco. Nulla è stato cambiato. Fattelo mandare di nuovo."
    ),
    "package.unsafe_name": _n(
        "Il pacchetto ha un documento con un nome non ammesso: {name}. Nulla è stato scritto. Avvisa chi l'ha mandato."
    ),
    "package.wrong_shape": _n(
        "Il contenuto di {name} non è come deve essere ({where}). Nulla è stato cambiato. Avvisa chi l'ha mandato."
    ),
    "package.wrong_value": _n(
        "Un dato non può entrare nel pacchetto ({where}): è troppo lungo, manca o ha caratteri illeggibili. "
        "Non è stato scritto nessun file. Correggilo e riprova."
    ),
    "package.too_big": _n(
        "Il file supera {limit} MB. Nulla è stato cambiato. Chiedi di mandare meno documenti o documenti più leggeri."
    ),
    "package.would_be_too_big": _n(
        "Il pacchetto supererebbe {limit} MB. Non è stato scritto nessun file. Togli o riduci un documento."
    ),
    "package.too_many_files": _n(
        "I documenti sono più di {limit}. Non è stato scritto nessun file. Togline qualcuno e riprova."
    ),
    "package.newer_version": _n(
        "Il pacchetto è di una versione più recente di Campanile. Nulla è stato cambiato. Installa quella versione."
    ),
    "package.not_signed": _n(
        "Il pacchetto non è firmato dal centro. Nulla è stato cambiato. Fattelo mandare di nuovo."
    ),
    "package.signature_wrong": _n(
        "La firma del pacchetto non corrisponde al contenuto. Nulla è stato cambiato. Avvisa il centro per telefono."
    ),
    "package.is_request": _n(
        "Questa è una richiesta di adesione, non ciò che serve qui. Nulla è stato cambiato. Scegli un altro file."
    ),
    "package.is_answer": _n(
        "Questa è una risposta di un centro, non ciò che serve qui. Nulla è stato cambiato. Aprila dalla sua pratica."
    ),
    "package.is_catalogue": _n(
        "Questa è un'edizione del catalogo, non ciò che serve qui. Nulla è stato cambiato. Importala dal Catalogo."
    ),
    # an answer
    "answer.foreign": _n(
        "La risposta riguarda un'altra richiesta, non questa. Nulla è stato cambiato. Controlla di quale pratica è."
    ),
    "answer.other_revision": _n(
        "La risposta riguarda la versione {found} della richiesta, la nostra è la {ours}. Nulla è stato cambiato. "
        "Chiedi al centro di rispondere all'ultima versione."
    ),
    "answer.other_request": _n(
        "La risposta riguarda un pacchetto diverso da quello inviato. Nulla è stato cambiato. "
        "Chiedi al centro quale pacchetto ha ricevuto."
    ),
    "answer.replayed": _n(
        "La risposta n. {sequence} è già arrivata (l'ultima è la n. {last}). Nulla è stato cambiato. "
        "Usa la risposta più recente."
    ),
    "answer.jump": _n(
        "Il numero della risposta ({sequence}) è troppo lontano dall'ultimo ({last}). Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "answer.in_future": _n(
        "La risposta porta la data {on}, che deve ancora venire. Nulla è stato cambiato. "
        "Controlla la data del PC, poi avvisa il centro."
    ),
    "answer.unknown_key": _n(
        "La chiave del centro non è ancora stata confrontata. Nulla è stato cambiato. "
        "Confronta per telefono l'impronta {fingerprint} e confermala."
    ),
    "answer.wrong_key": _n(
        "La risposta è firmata con una chiave diversa da quella confrontata con il centro. Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "answer.revoked_key": _n(
        "La risposta è firmata con una chiave revocata di {publisher}. Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "answer.replaced_key": _n(
        "La risposta è firmata con una chiave che {publisher} ha sostituito. Nulla è stato cambiato. "
        "Chiedi di firmarla con la chiave nuova."
    ),
    "answer.key_of_another_centre": _n(
        "La chiave è di {publisher}, che non risponde per questo centro. Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "answer.text_missing": _n("Manca il motivo. Non è stato scritto nessun file. Scrivilo con --text, in una frase."),
    "answer.term_reversed": _n(
        "La fine ({ends_on}) viene prima dell'inizio ({starts_on}). Nulla è stato scritto. Correggi una data."
    ),
    "answer.unknown_service": _n(
        "Il servizio {code} non è tra quelli chiesti. Non è stato scritto nessun file. Scegli tra: {known}."
    ),
    "answer.grant_without_acceptance": _n(
        "Un servizio rifiutato prima si concede solo con l'esito «accepted» ({codes}). "
        "Non è stato scritto nessun file. Togli --grant o cambia esito."
    ),
    # an edition of the catalogue
    "catalogue.key_not_known": _n(
        "L'edizione si dice di {publisher}, ma la chiave che l'ha firmata non è ancora confrontata. "
        "Nulla è stato cambiato. Confronta per telefono l'impronta {fingerprint} con il centro, "
        "a un numero che conosci già, e confermala."
    ),
    "catalogue.key_wrong": _n(
        "L'edizione dice di essere di {publisher}, ma la chiave non è quella confrontata. Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "catalogue.key_revoked": _n(
        "L'edizione è firmata con una chiave revocata di {publisher}. Nulla è stato cambiato. "
        "Chiedi un'edizione firmata con la chiave nuova."
    ),
    "catalogue.key_replaced": _n(
        "L'edizione è firmata con una chiave che {publisher} ha sostituito. Nulla è stato cambiato. "
        "Chiedi un'edizione firmata con la chiave nuova."
    ),
    "catalogue.other_publisher": _n(
        "La chiave è quella di {known}, l'edizione dice di essere di {publisher}. Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "catalogue.centres_widened": _n(
        "Con questa edizione {publisher} parla anche per {codes}. Nulla è stato cambiato. "
        "Confronta di nuovo per telefono l'impronta {fingerprint} e confermala."
    ),
    "catalogue.centre_of_another": _n(
        "L'edizione parla per il centro {code}, che è di {publisher}. Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "catalogue.centre_not_listed": _n(
        "L'edizione descrive il centro {code} senza parlare per lui. Nulla è stato cambiato. Avvisa chi l'ha mandata."
    ),
    "catalogue.fingerprint_differs": _n(
        "L'impronta scritta non è quella dell'edizione ({fingerprint}). Nulla è stato cambiato. "
        "Confrontala di nuovo per telefono, cifra per cifra; se non è la stessa, non importare."
    ),
    "catalogue.confirm_withdrawals": _n(
        "L'edizione ritira {count} voci, anche nostre o molte insieme: {codes}. Nulla è stato cambiato. "
        "Guarda l'elenco, chiedi al centro se è giusto, poi conferma."
    ),
    "catalogue.already_installed": _n(
        "Questa edizione (n. {edition}) è già nell'archivio. Nulla è stato cambiato. Non c'è niente da fare."
    ),
    "catalogue.older": _n(
        "Questa edizione (numero d'ordine {sequence}) è più vecchia di quella nell'archivio ({highest}). "
        "Nulla è stato cambiato. Usa l'edizione più recente."
    ),
    "catalogue.sequence_jump": _n(
        "Il numero d'ordine {sequence} è molto più avanti dell'ultimo ({highest}). Nulla è stato cambiato. "
        "Chiedi al centro se è giusto, poi conferma."
    ),
    "catalogue.expired": _n(
        "L'edizione valeva fino al {until}. Nulla è stato cambiato. Chiedi al centro quella in vigore, "
        "o controlla la data del PC."
    ),
    "catalogue.not_valid_yet": _n(
        "L'edizione vale dal {since}. Nulla è stato cambiato. Aspetta quel giorno, o controlla la data del PC."
    ),
    "catalogue.newer_program": _n(
        "L'edizione vuole Campanile {wanted}, qui c'è la {ours}. Nulla è stato cambiato. "
        "Installa la versione più recente."
    ),
    "catalogue.head_differs": _n(
        "L'edizione e la sua intestazione non dicono lo stesso ({where}). Nulla è stato cambiato. "
        "Avvisa chi l'ha mandata."
    ),
    "catalogue.validity_reversed": _n(
        "La validità finisce ({until}) prima di cominciare ({since}). Nulla è stato scritto. Correggi una data."
    ),
    # keys
    "key.malformed": _n("La chiave pubblica è scritta male. Nulla è stato cambiato. Chiedila di nuovo."),
    "key.unreadable": _n(
        "Questo file non contiene una chiave per firmare. Nulla è stato scritto. "
        "Indica il file campanile.key fatto da «campanile publish keygen»."
    ),
    "key.passphrase_missing": _n("La chiave è protetta da una frase. Nulla è stato scritto. Riprova e scrivila."),
    "key.passphrase_wrong": _n("La frase non apre la chiave. Nulla è stato scritto. Riprova."),
    "key.already_there": _n(
        "Nella cartella c'è già una chiave ({file}). È rimasta com'era. Scegli una cartella vuota."
    ),
    "key.name_missing": _n(
        "Per sostituire una chiave serve il nome di chi pubblica, come sta nel catalogo. Nulla è stato scritto. "
        "Indicalo con --name."
    ),
    "rotation.wrong_shape": _n(
        "Questo file non è il passaggio da una chiave all'altra. Nulla è stato cambiato. Indica il file rotation.json."
    ),
    "rotation.signature_wrong": _n(
        "Il passaggio alla chiave nuova non è firmato dalla vecchia. Nulla è stato cambiato. "
        "Avvisa il centro per telefono."
    ),
    "rotation.broken_chain": _n(
        "I passaggi da una chiave all'altra non si seguono fino a quella che firma. Nulla è stato cambiato. "
        "Indica tutti i passaggi, dal più vecchio."
    ),
    # publishing
    "publish.already_there": _n("Il file {file} c'è già ed è rimasto com'era. Scegli un altro nome."),
    "publish.not_read": _n("Il file {file} non si apre. Non è stato scritto nulla. Controlla il nome."),
    "publish.not_json": _n(
        "Il file {file} non è scritto in JSON fino in fondo. Non è stato scritto nulla. "
        "Cerca virgolette, virgole o parentesi che mancano e riprova."
    ),
    "publish.wrong_shape": _n(
        "Il file {file} non ha la forma di un catalogo ({where}). Non è stato firmato nulla. Correggi quel punto: i "
        "campi sono quelli dell'edizione che il programma porta con sé, in resources/catalogue."
    ),
    "publish.inconsistent": _n(
        "Il catalogo {file} si contraddice in {count} punti ({where}). Non è stato firmato nulla. Correggili e riprova."
    ),
    "publish.too_big": _n(
        "Il file {file} supera {limit} MB e i comuni non potrebbero leggerlo. Non è stato firmato nulla. Accorcialo."
    ),
    "publish.other_name": _n(
        "L'edizione dice di essere di «{publisher}», la chiave è stata fatta per «{name}»: i comuni la rifiuterebbero. "
        "Non è stato firmato nulla. Scrivi nel file lo stesso nome, o usa la chiave di chi pubblica."
    ),
    "publish.number_taken": _n(
        "L'edizione n. {number} è già stata pubblicata con un altro contenuto ({file}). Non è stato firmato nulla. "
        "Dalle il numero seguente nel campo edition."
    ),
    "publish.no_folder": _n("La cartella {file} non si apre. Non è stato scritto nulla. Controlla il nome."),
    "publish.unknown_format": _n("Non so scrivere un file {suffix}. Usa .csv o .xlsx."),
    "publish.day_in_future": _n("La data {on} deve ancora venire. Non è stato scritto nessun file. Correggi la data."),
}
