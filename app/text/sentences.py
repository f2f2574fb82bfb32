# SPDX-License-Identifier: EUPL-1.2
"""The sentence of each error code: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


SENTENCES: dict[str, str] = {
    # the environment (reliability D1-D9)
    "environment.full": _n(
        "Il disco è pieno. L'archivio è rimasto com'era prima di questa operazione. Libera spazio e riprova."
    ),
    "environment.locked": _n(
        "L'archivio è già aperto da {owner}. Nulla è stato cambiato. Chiudi l'altra finestra e riprova."
    ),
    "environment.read_only": _n(
        "L'archivio o la sua cartella ({place}) si possono solo leggere. Nulla è stato cambiato. "
        "Chiedi il permesso di scrivere nella cartella o scegline un'altra."
    ),
    "environment.damaged": _n(
        "L'archivio {place} è danneggiato. Il file è rimasto com'era. "
        "Riprendi l'ultima copia di sicurezza verificata: Impostazioni, Copie di sicurezza, "
        "oppure «campanile backups» e «campanile restore FILE»."
    ),
    "environment.gone": _n(
        "La cartella o il file {place} non si raggiunge più. Ciò che era salvato è rimasto nel file. "
        "Ricollega il disco o la rete e riprova."
    ),
    # the store
    "store.not_ours": _n(
        "Il file {file} non è un archivio di Campanile. Non è stato toccato. Scegli un altro file."
    ),
    "store.newer": _n(
        "L'archivio {file} è stato scritto da una versione più recente di Campanile (schema {found}, qui {known}). "
        "Non è stato toccato. Installa la versione più recente."
    ),
    "store.path_too_long": _n(
        "Il nome della cartella è troppo lungo ({bytes} byte, al massimo {limit}). Nulla è stato creato. "
        "Scegli una cartella con un nome più corto."
    ),
    "store.none": _n("Non è ancora stato scelto un comune. Sceglilo con «campanile comune set CODICE_ISTAT»."),
    "store.unknown_url": _n(
        "L'indirizzo dell'archivio non è di questo programma: {url}. Indica il file, per esempio sqlite:///archivio.sqlite."
    ),
    "record.changed_elsewhere": _n(
        "Questi dati sono stati cambiati mentre li guardavi. La modifica non è stata salvata. Rileggi e ripeti."
    ),
    "record.gone": _n("Questa voce non c'è più. Nulla è stato cambiato. Torna all'elenco."),
    # history
    "history.nothing_to_undo": _n("Non c'è nessuna azione da annullare. Nulla è stato cambiato."),
    "history.nothing_to_redo": _n("Non c'è nessuna azione da ripetere. Nulla è stato cambiato."),
    "history.unknown_entry": _n("Questa voce della cronologia non c'è. Nulla è stato cambiato. Guarda l'elenco."),
    # backup
    "backup.not_ours": _n(
        "Il file {file} non è una copia di sicurezza di Campanile o è rovinato ({reason}). "
        "L'archivio è rimasto com'era. Scegli un'altra copia."
    ),
    "backup.other_municipality": _n(
        "La copia {file} è di un altro comune ({name}). L'archivio è rimasto com'era. Scegli una copia di {ours}."
    ),
    "backup.on_itself": _n("La copia non può sostituire l'archivio aperto. Nulla è stato cambiato. Scegli un altro nome."),
    # municipality
    "municipality.unknown": _n(
        "Nessun comune in vigore ha il codice {code}. Nulla è stato cambiato. Cercalo per nome con «campanile comune find»."
    ),
    "municipality.unknown_field": _n("Il campo {field} non si può cambiare. Nulla è stato cambiato."),
    "municipality.name_missing": _n("Il nome del comune non può restare vuoto. È rimasto quello di prima."),
    "municipality.bad_population": _n("La popolazione deve essere un numero intero di abitanti. È rimasta quella di prima."),
    "municipality.bad_ipa_code": _n("Il codice IPA {value} non è scritto bene. È rimasto quello di prima."),
    "person.name_missing": _n("Manca il nome della persona. Nulla è stato salvato. Scrivilo e salva di nuovo."),
    "person.unknown_role": _n("Il ruolo {role} non è tra quelli dell'ufficio. Nulla è stato salvato."),
    "person.dates_reversed": _n("La fine dell'incarico viene prima dell'inizio. Nulla è stato salvato. Correggi le date."),
    # catalogue
    "catalogue.unknown_service": _n("Nel catalogo non c'è il servizio {code}. Cercalo con una parola del nome."),
    "catalogue.unknown_centre": _n("Nel catalogo non c'è il centro {code}. Guarda l'elenco dei centri."),
    # funding
    "funding.unknown_cup": _n("Nessun progetto di questo comune ha il CUP {cup}. Controlla il codice o importa i dati aperti."),
    "funding.no_files": _n("Non è stato indicato nessun file. Nulla è stato importato."),
    # files
    "file.not_written": _n("Il file {file} non è stato scritto: {reason}. I dati sono rimasti nell'archivio. Scegli un'altra cartella."),
    "report.no_service": _n("Nessun servizio scelto per la stampa. Non è stato scritto nessun file. Scegli almeno un servizio e riprova."),
    "export.unknown_table": _n("L'elenco {name} non si può esportare. Scegli tra: {known}."),
    "export.unknown_format": _n("Non so scrivere un file {suffix}. Usa .csv, .xlsx o .json."),
}
