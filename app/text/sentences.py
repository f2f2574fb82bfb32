# SPDX-License-Identifier: EUPL-1.2
"""The sentence of each error code: what happened, what was kept, what to do."""

from app.text.accession_sentences import ACCESSION_SENTENCES
from app.text.contract_sentences import CONTRACT_SENTENCES
from app.text.document_sentences import DOCUMENT_SENTENCES
from app.text.exchange_sentences import EXCHANGE_SENTENCES
from app.text.fee_sentences import FEE_SENTENCES
from app.text.invoice_sentences import INVOICE_SENTENCES
from app.text.level_sentences import LEVEL_SENTENCES
from app.text.money_sentences import MONEY_SENTENCES
from app.text.sending_sentences import SENDING_SENTENCES
from app.text.signature_sentences import SIGNATURE_SENTENCES


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


SENTENCES: dict[str, str] = {
    **CONTRACT_SENTENCES,
    **ACCESSION_SENTENCES,
    **DOCUMENT_SENTENCES,
    **EXCHANGE_SENTENCES,
    **FEE_SENTENCES,
    **INVOICE_SENTENCES,
    **LEVEL_SENTENCES,
    **MONEY_SENTENCES,
    **SENDING_SENTENCES,
    **SIGNATURE_SENTENCES,
    # the environment (reliability D1-D9)
    "environment.full": _n(
        "Il disco è pieno. L'archivio è rimasto com'era prima di questa operazione. Libera spazio e riprova."
    ),
    "environment.locked": _n(
        "L'archivio è già aperto da {owner}. Nulla è stato cambiato. Chiudi l'altra finestra e riprova."
    ),
    "environment.read_only": _n(
        "{place} si può solo leggere. Nulla è stato cambiato. "
        "Chiedi il permesso di scrivere nella cartella o scegline un'altra."
    ),
    "environment.damaged": _n(
        "L'archivio {place} è danneggiato. Il file è rimasto com'era. "
        "Riprendi l'ultima copia di sicurezza verificata: Impostazioni, Copie di sicurezza, "
        "oppure «campanile backups» e «campanile restore FILE»."
    ),
    "environment.gone": _n(
        "{place} non si raggiunge. Ciò che era salvato è rimasto nel file. Ricollega il disco o la rete e riprova."
    ),
    # the store
    "store.not_ours": _n(
        "Il file {file} non è un archivio di Campanile. Non è stato toccato. "
        "Scegli un altro file o riprendi una copia di sicurezza."
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
    "store.other_municipality": _n(
        "L'archivio {file} è del comune {name}, non di {asked}. Nulla è stato cambiato. Scegli un altro file."
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
    "backup.missing": _n("La copia {file} non c'è. L'archivio è rimasto com'era. Scegli un'altra copia."),
    "backup.not_ours": _n(
        "Il file {file} non è una copia di sicurezza di Campanile. L'archivio è rimasto com'era. Scegli un'altra copia."
    ),
    "backup.changed": _n(
        "La copia {file} è cambiata dopo essere stata verificata. L'archivio è rimasto com'era. Scegli un'altra copia."
    ),
    "backup.damaged": _n("La copia {file} è danneggiata. L'archivio è rimasto com'era. Scegli un'altra copia."),
    "backup.occupied": _n(
        "Il file {file} c'è già e non è una copia di sicurezza. Non è stato toccato. Scegli un altro nome."
    ),
    "backup.other_municipality": _n(
        "La copia {file} è di un altro comune ({name}). L'archivio è rimasto com'era. Scegli una copia di {ours}."
    ),
    "backup.on_itself": _n(
        "La copia non può sostituire l'archivio aperto. Nulla è stato cambiato. Scegli un altro nome."
    ),
    # municipality
    "municipality.unknown": _n(
        "Nessun comune in vigore ha il codice {code}. Nulla è stato cambiato. "
        "Cercalo per nome con «campanile comune find»."
    ),
    "municipality.unknown_field": _n(
        "Il campo «{field}» non si cambia a mano. Nulla è stato cambiato. Per un altro comune scegline uno dall'elenco."
    ),
    "municipality.name_missing": _n("Il nome del comune non può restare vuoto. È rimasto quello di prima."),
    "municipality.bad_patron": _n(
        "«{value}» non è un giorno dell'anno. È rimasto quello di prima. Scrivi giorno e mese, per esempio 29/6."
    ),
    "municipality.bad_population": _n(
        "La popolazione deve essere un numero intero di abitanti. È rimasta quella di prima."
    ),
    "municipality.bad_ipa_code": _n("Il codice IPA {value} non è scritto bene. È rimasto quello di prima."),
    "person.name_missing": _n("Manca il nome della persona. Nulla è stato salvato. Scrivilo e salva di nuovo."),
    "person.unknown_role": _n("Il ruolo {role} non è tra quelli dell'ufficio. Nulla è stato salvato."),
    "person.dates_reversed": _n(
        "La fine dell'incarico viene prima dell'inizio. Nulla è stato salvato. Correggi le date."
    ),
    # catalogue
    "catalogue.missing": _n("Il file {file} non c'è. Il catalogo è rimasto com'era. Scegli un altro file."),
    "catalogue.not_opened": _n(
        "Il file {file} non si può aprire. Il catalogo è rimasto com'era. Controlla i permessi o scegli un altro file."
    ),
    "catalogue.too_big": _n(
        "Il file {file} è troppo grande per un catalogo (al massimo {limit} MB). Il catalogo è rimasto com'era. "
        "Scegli un altro file."
    ),
    "catalogue.not_json": _n(
        "Il file {file} non è un catalogo o è incompleto. Il catalogo è rimasto com'era. "
        "Scaricalo di nuovo o scegli un altro file."
    ),
    "catalogue.wrong_shape": _n(
        "Il file {file} non ha la forma di un catalogo di Campanile ({where}). Il catalogo è rimasto com'era. "
        "Chiedi un file nuovo a chi lo pubblica."
    ),
    "catalogue.inconsistent": _n(
        "Il catalogo {file} si contraddice in {count} punti ({where}). Il catalogo è rimasto com'era. "
        "Chiedi un file corretto a chi lo pubblica."
    ),
    "catalogue.unknown_service": _n("Nel catalogo non c'è il servizio {code}. Cercalo con una parola del nome."),
    "catalogue.unknown_centre": _n("Nel catalogo non c'è il centro {code}. Guarda l'elenco dei centri."),
    "centre.wrong_number": _n("Si confrontano da {fewest} a {most} centri diversi. Sceglili nell'elenco."),
    # funding
    "funding.unknown_cup": _n(
        "Nessun progetto di questo comune ha il CUP {cup}. Controlla il codice o importa i dati aperti."
    ),
    "funding.no_files": _n("Non è stato indicato nessun file. Nulla è stato importato."),
    # open data: whole files, then rows
    "open_data.missing": _n("Il file {file} non c'è più. Nulla è stato importato. Controlla dove si trova e riprova."),
    "open_data.unreadable": _n(
        "Il file {file} non si può leggere. Nulla è stato importato. Chiudi il programma che lo "
        "usa o copialo in un'altra cartella."
    ),
    "open_data.is_folder": _n("{file} è una cartella. Nulla è stato importato. Scegli i file che contiene."),
    "open_data.not_a_file": _n("{file} non è un file di dati. Nulla è stato importato. Scegli un file CSV o JSON."),
    "open_data.too_big": _n(
        "Il file {file} supera {limit} MB. Nulla è stato importato. Scegli il file delle candidature finanziate."
    ),
    "open_data.is_workbook": _n(
        "{file} è un foglio di calcolo o un archivio compresso. Nulla è stato importato. Usa il "
        "CSV o il JSON così come pubblicato."
    ),
    "open_data.is_web_page": _n(
        "{file} è una pagina web salvata al posto dei dati. Nulla è stato importato. Scarica il file originale."
    ),
    "open_data.is_calls": _n(
        "{file} è l'elenco degli avvisi, non delle candidature. Nulla è stato importato. Scegli "
        "un file «candidature finanziate»."
    ),
    "open_data.utf16": _n(
        "{file} è scritto in UTF-16. Nulla è stato importato. Usa il file originale oppure salvalo in UTF-8."
    ),
    "open_data.not_text": _n(
        "{file} contiene byte che non sono testo (riga {line}). Nulla è stato importato. Scaricalo di nuovo."
    ),
    "open_data.not_utf8": _n(
        "{file} non è scritto in UTF-8 (riga {line}). Nulla è stato importato. Usa il file "
        "originale, non quello salvato da un altro programma."
    ),
    "open_data.wrong_separator": _n(
        "In {file} le colonne sono separate da «{separator}» e non da virgole. Nulla è stato "
        "importato. Usa il file originale."
    ),
    "open_data.unknown_header": _n(
        "{file} non ha le colonne dei dati aperti di PA digitale 2026. Nulla è stato importato. Scegli un altro file."
    ),
    "open_data.missing_columns": _n(
        "In {file} mancano le colonne {columns}. Nulla è stato importato. Scarica di nuovo il file."
    ),
    "open_data.repeated_columns": _n(
        "In {file} si ripetono le colonne {columns}. Nulla è stato importato. Scarica di nuovo il file."
    ),
    "open_data.too_many_columns": _n(
        "{file} ha {columns} colonne, al massimo {limit}. Nulla è stato importato. Scegli un altro file."
    ),
    "open_data.empty": _n(
        "{file} non contiene righe. Nulla è stato importato. I progetti sono rimasti come prima. "
        "Riprova con una pubblicazione più recente."
    ),
    "open_data.cut": _n("{file} è tagliato: manca la fine. Nulla è stato importato. Scaricalo di nuovo."),
    "open_data.ragged": _n(
        "Alla riga {row} di {file} ci sono {found} campi invece di {expected}. Nulla è stato "
        "importato. Scaricalo di nuovo."
    ),
    "open_data.open_quote": _n(
        "Alla riga {row} di {file} le virgolette non sono chiuse o un campo è troppo lungo. "
        "Nulla è stato importato. Scaricalo di nuovo."
    ),
    "open_data.bad_json": _n("{file} non è JSON corretto (voce {row}). Nulla è stato importato. Scaricalo di nuovo."),
    "open_data.cancelled": _n("Lettura di {file} interrotta. Nulla è stato importato."),
    "open_data.row_bad_amount": _n("L'importo «{value}» non si legge. La riga è stata saltata, le altre no."),
    "open_data.row_bad_date": _n("La data «{value}» non si legge. La riga è stata saltata, le altre no."),
    "open_data.row_bad_status": _n("Lo stato «{value}» non è A, E o R. La riga è stata saltata, le altre no."),
    "open_data.row_no_call": _n("Manca il titolo dell'avviso. La riga è stata saltata, le altre no."),
    "open_data.row_bad_text": _n(
        "Il testo «{value}» è troppo lungo o ha caratteri illeggibili. La riga è stata saltata, le altre no."
    ),
    "open_data.row_repeated": _n("La candidatura (CUP {value}) compare due volte: è stata tenuta la più recente."),
    "amount.empty": _n("Manca l'importo. Scrivilo, per esempio 1.234,50."),
    "amount.unreadable": _n("«{text}» non è un importo. È rimasto quello di prima. Scrivilo come 1.234,50."),
    "amount.too_many_decimals": _n("«{text}» ha più di due decimali. È rimasto l'importo di prima. Correggilo."),
    "amount.too_large": _n("«{text}» è troppo grande. È rimasto l'importo di prima. Correggilo."),
    "amount.ambiguous": _n("«{text}» può valere {first} oppure {second}. È rimasto l'importo di prima. Scegli quale."),
    "day.empty": _n("Manca la data. Scrivila come 05/03/2027."),
    "day.unreadable": _n("«{text}» non è una data. È rimasta quella di prima. Scrivila come 05/03/2027."),
    "day.not_in_calendar": _n("Il giorno «{text}» non esiste. È rimasta la data di prima. Correggilo."),
    "day.other_weekday": _n(
        "Il {day} non cade nel giorno scritto in «{text}». È rimasta la data di prima. Correggila."
    ),
    "day.out_of_range": _n("L'anno di «{text}» non è tra {first} e {last}. È rimasta la data di prima. Correggilo."),
    "term.reason_missing": _n(
        "Per mettere il {on} al posto del {computed} serve un motivo. È rimasto il giorno calcolato. Scrivi il motivo."
    ),
    "program.defect": _n(
        "C'è un difetto nel programma. Ciò che era salvato è rimasto nell'archivio. Il rapporto è nella cartella logs."
    ),
    # files
    "file.not_written": _n(
        "Il file {file} non è stato scritto: {reason}. I dati sono rimasti nell'archivio. Scegli un'altra cartella."
    ),
    "print.not_taken": _n(
        "La stampante {name} non ha accettato la stampa. Il documento è rimasto qui. "
        "Controlla che sia accesa o scegline un'altra."
    ),
    "print.no_such_page": _n(
        "Il documento ha {last} pagine e quelle chieste non ci sono. Non è stato stampato nulla. Scegli altre pagine."
    ),
    "words.no_field": _n("«{text}» non è CAMPO=VALORE. Nulla è stato cambiato. Scrivi per esempio pec=ente@pec.it."),
    "report.no_service": _n(
        "Nessun servizio scelto per la stampa. Non è stato scritto nessun file. Scegli almeno un servizio e riprova."
    ),
    "report.not_for_publication": _n(
        "La stampa «{name}» non ha una versione per la pubblicazione. Nulla è stato scritto. "
        "L'hanno riepilogo, finanziamenti, concessione, fatture e livelli."
    ),
    "export.unknown_table": _n("L'elenco {name} non si può esportare. Scegli tra: {known}."),
    "export.unknown_format": _n("Non so scrivere un file {suffix}. Usa .csv, .xlsx, .ods o .json."),
}
