# SPDX-License-Identifier: EUPL-1.2
"""What a fee refuses and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


FEE_SENTENCES: dict[str, str] = {
    "fee.unknown_field": _n("Il canone non ha il campo {name}. Nulla è stato cambiato. Guarda i nomi dei campi."),
    "fee.unknown_key": _n("«{value}» non è un valore di {name}. È rimasto quello di prima. Scegline uno dell'elenco."),
    "fee.negative": _n("Un canone non è sotto zero. È rimasto il valore di prima. Scrivi un numero da zero in su."),
    "fee.too_fine": _n(
        "«{value}» ha più di sei decimali. È rimasto il valore di prima. Scrivi il numero come sta nell'atto."
    ),
    "fee.too_large": _n("«{value}» è troppo grande. È rimasto il valore di prima. Controlla il numero."),
    "fee.percent_unlikely": _n("«{value}» non è tra 0 e 100. È rimasto il valore di prima. Scrivi la percentuale."),
    "fee.count_unlikely": _n("«{value}» non è tra 0 e {most}. È rimasto il valore di prima. Controlla il numero."),
    "fee.term_reversed": _n(
        "La fine, {ends_on}, viene prima dell'inizio, {starts_on}. Sono rimaste le date di prima. Correggile."
    ),
    "fee.matched": _n(
        "A {name} sono già legate fatture. Il canone è rimasto. Togli prima i legami, oppure scrivi la sua fine."
    ),
    "fee.matched_periods": _n(
        "Una fattura paga già la rata di {name} del {on}, che così non ci sarebbe più. Il canone è rimasto com'era. "
        "Togli prima il legame, oppure scrivi un secondo canone."
    ),
    "fee.suspension_start_missing": _n("Manca l'inizio della sospensione. Nulla è stato cambiato. Scrivi la data."),
    "fee.suspended_already": _n(
        "Il canone è già sospeso dal {on}, senza una fine. Nulla è stato cambiato. Scrivi prima la fine di quella."
    ),
    "fee.not_suspended": _n(
        "Nessuna sospensione è in corso. Nulla è stato cambiato. Guarda l'elenco delle sospensioni."
    ),
    "fee.takes_no_reading": _n("{name} non dipende da letture. Nulla è stato scritto. Scegli un altro canone."),
    "fee.no_such_period": _n(
        "Nessun periodo di {name} comincia il {on}. Nulla è stato scritto. Scegli un periodo dell'elenco."
    ),
    "index.name_missing": _n("Manca il nome dell'indice. Nulla è stato scritto. Scrivi per esempio FOI."),
    "index.month_missing": _n("Manca il mese dell'indice. Nulla è stato scritto. Scrivi per esempio 10/2026."),
    "index.month_unreadable": _n("«{text}» non è un mese. Nulla è stato scritto. Scrivi per esempio 10/2026."),
    "index.value_missing": _n("Manca il valore dell'indice. Nulla è stato scritto. Scrivi il valore pubblicato."),
    "index.value_unlikely": _n("«{text}» non è un indice. Nulla è stato scritto. Scrivi un numero sopra lo zero."),
    "index.columns_missing": _n(
        "In {file} mancano le colonne {names}. Nulla è stato importato. La prima riga deve avere nome, mese e valore."
    ),
    "index.twice": _n("Lo stesso mese è scritto due volte con valori diversi. La riga è rimasta fuori."),
}
