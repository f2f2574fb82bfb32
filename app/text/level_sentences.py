# SPDX-License-Identifier: EUPL-1.2
"""What service levels and tables from outside refuse and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


LEVEL_SENTENCES: dict[str, str] = {
    "sheet.too_large": _n(
        "La tabella di {file} è troppo grande. Nulla è stato importato. Tieni solo le righe e le colonne che servono."
    ),
    "sheet.old_format": _n(
        "{file} è un foglio nel vecchio formato .xls. Nulla è stato importato. Salvalo come .xlsx o .csv e riprova."
    ),
    "sheet.unreadable": _n(
        "{file} non si legge: è rovinato o non è una tabella. Nulla è stato importato. Salvalo come .xlsx o .csv."
    ),
    "sheet.empty": _n("{file} non ha righe sotto i titoli. Nulla è stato importato. Scegli un'altra tabella."),
    "sheet.no_column": _n(
        "In {file} manca la colonna «{column}». Nulla è stato importato. Servono le colonne {columns}."
    ),
    "level.unknown_field": _n("Il campo «{name}» non è di un indicatore. Nulla è stato cambiato."),
    "level.name_missing": _n(
        "Manca il nome dell'indicatore. Nulla è stato cambiato. Scrivilo, per esempio Disponibilità."
    ),
    "level.name_taken": _n(
        "C'è già un indicatore «{name}» nel contratto. Nulla è stato cambiato. Scrivi un altro nome."
    ),
    "level.unknown_choice": _n("«{value}» non è tra le scelte. Nulla è stato cambiato. Scegli una di queste: {known}."),
    "level.negative": _n("Un valore sotto zero non va bene qui. Nulla è stato cambiato. Correggilo."),
    "level.percent_too_high": _n("Una percentuale sta tra 0 e 100. Nulla è stato cambiato. Correggila."),
    "level.step_zero": _n(
        "Lo scaglione deve essere più di zero. Nulla è stato cambiato. Correggilo, o lascialo vuoto."
    ),
    "level.threshold_stricter": _n(
        "La soglia {threshold} chiede più dell'obiettivo {target}. Nulla è stato cambiato. Correggi uno dei due."
    ),
    "level.days_reversed": _n("L'ultimo giorno viene prima del primo. Nulla è stato cambiato. Correggi una data."),
    "level.period_kept": _n(
        "Ci sono già letture di questo indicatore: il periodo resta quello. Aggiungi un altro indicatore."
    ),
    "level.readings_there": _n(
        "L'indicatore «{name}» ha letture contestate o detratte. Nulla è stato cambiato. "
        "Scrivi l'ultimo giorno in cui vale, invece di eliminarlo."
    ),
    "level.number_missing": _n("Manca il valore. Nulla è stato cambiato. Scrivilo, per esempio 99,5."),
    "level.number_unreadable": _n("«{text}» non è un numero. È rimasto quello di prima. Scrivilo come 99,5."),
    "level.number_ambiguous": _n(
        "«{text}» può valere {whole} oppure {decimals}. È rimasto quello di prima. Scrivi uno dei due così."
    ),
    "level.number_too_long": _n("«{text}» ha troppe cifre. È rimasto il valore di prima. Correggilo."),
    "level.number_fraction": _n(
        "{value} sembra una percentuale scritta come frazione, con un obiettivo di {target} %. "
        "La riga è stata saltata. Nella tabella scrivi il valore come 99,5."
    ),
    "level.period_unreadable": _n(
        "«{text}» non è un periodo. Nulla è stato cambiato. Scrivi per esempio 03/2026, 1° trimestre 2026 o 2026."
    ),
    "level.period_other": _n(
        "«{text}» non è un periodo di questo indicatore. Nulla è stato cambiato. Scrivi un periodo come quelli che ha."
    ),
    "level.period_outside": _n(
        "In quel periodo l'indicatore non vale. Nulla è stato cambiato. Scegli un altro periodo o correggine i giorni."
    ),
    "level.not_read": _n("Di {period} non c'è una lettura. Nulla è stato cambiato. Registra prima quella."),
    "level.period_taken": _n("Di {period} c'è già una lettura. Nulla è stato cambiato. Correggi quella."),
    "level.settled": _n(
        "La penale di {period} è già stata detratta. Nulla è stato cambiato. Prima annulla la detrazione."
    ),
    "level.row_unknown_indicator": _n("Il contratto non ha un indicatore «{value}». La riga è stata saltata."),
    "level.row_repeated": _n("Lo stesso periodo compare due volte: la riga è stata saltata, vale la prima."),
    "level.nothing_to_import": _n("Non c'è nulla da importare: le letture ci sono già. Nulla è stato cambiato."),
    "level.day_missing": _n("Manca la data. Nulla è stato cambiato. Scrivila."),
    "level.reply_before": _n(
        "Il termine per rispondere viene prima della contestazione. Nulla è stato cambiato. Correggi una data."
    ),
    "level.no_breach": _n(
        "La lettura di {period} sta nei limiti: non c'è nulla da contestare. Nulla è stato cambiato."
    ),
    "level.nothing_chosen": _n("Nessuna lettura da contestare. Non è stato scritto nulla. Scegline almeno una."),
    "level.of_several": _n("Le letture sono di contratti diversi. Non è stato scritto nulla. Scegli quelle di uno."),
    "level.not_contested": _n("Di {period} non c'è una contestazione. Nulla è stato cambiato. Registra prima quella."),
    "level.reason_missing": _n("Manca il motivo. Nulla è stato cambiato. Scrivi perché la penale non si applica."),
    "level.above_cap": _n(
        "La penale {penalty} supera il tetto dell'anno: restano {left}. È rimasta quella di prima. Scrivi di meno."
    ),
    "level.no_penalty": _n("Per {period} non c'è una penale da detrarre. Nulla è stato cambiato."),
    "level.penalty_unknown": _n(
        "La penale di {period} non si può calcolare: manca qualcosa nell'indicatore. Nulla è stato cambiato. "
        "Completalo o scrivi la penale decisa."
    ),
    "level.invoice_of_another": _n(
        "La fattura {number} non è di questo contratto. Nulla è stato cambiato. Scegli una fattura del contratto."
    ),
    "level.invoice_is_credit": _n(
        "{number} è una nota di credito: da essa non si detrae. Nulla è stato cambiato. Scegli una fattura."
    ),
    "level.invoice_closed": _n(
        "La fattura {number} è già pagata o rifiutata: da essa non si detrae. Nulla è stato cambiato. "
        "Scegli una fattura da pagare."
    ),
    "level.invoice_paid": _n(
        "La fattura {number} è già pagata con questa detrazione. Nulla è stato cambiato. "
        "Riprendi prima il pagamento nella fattura, con il motivo."
    ),
    "level.more_than_invoice": _n(
        "La penale di {penalty} supera ciò che resta da pagare della fattura {number}, {left}. "
        "Nulla è stato cambiato. Scegli una fattura più alta."
    ),
    "level.unknown_print": _n(
        "«{key}» non dice che cosa stampare. Scrivi il numero del contratto, per esempio 3:2026."
    ),
    "level.none_yet": _n(
        "Il contratto non ha ancora indicatori, e nemmeno «{name}». Nulla è stato cambiato. Scrivi prima l'indicatore, "
        "come sta nel contratto."
    ),
    "level.unknown": _n(
        "Nessun indicatore ha il nome «{name}». Nulla è stato cambiato. Quelli del contratto: {known}."
    ),
}
