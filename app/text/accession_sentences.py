# SPDX-License-Identifier: EUPL-1.2
"""What a procedure refuses and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


ACCESSION_SENTENCES: dict[str, str] = {
    "accession.unknown": _n("Nessuna adesione ha il numero {id}. Nulla è stato cambiato. Guarda l'elenco."),
    "accession.already_open": _n(
        "Verso {centre} c'è già una pratica aperta, la n. {id}. Nulla è stato cambiato. Continua quella."
    ),
    "accession.no_membership": _n(
        "Un rinnovo o un recesso parte da un'adesione attiva. Nulla è stato cambiato. Scegli l'adesione."
    ),
    "accession.of_another_centre": _n(
        "L'adesione n. {id} è verso {theirs}, non verso {centre}. Nulla è stato aperto. "
        "Scegli l'adesione verso lo stesso centro."
    ),
    "accession.membership_not_active": _n(
        "L'adesione non è attiva. Nulla è stato cambiato. Rinnovo e recesso partono solo da un'adesione attiva."
    ),
    "accession.renewal_open": _n(
        "Di questa adesione è aperto il rinnovo n. {id}. Nulla è stato cambiato. "
        "Porta avanti quello; per recedere prima lascialo, o elimina la sua bozza."
    ),
    "accession.not_a_draft": _n(
        "La pratica è già andata avanti e resta nell'archivio. Nulla è stato cambiato. Si eliminano solo le bozze."
    ),
    "accession.unknown_field": _n("Il campo «{name}» non si scrive a mano. Nulla è stato cambiato."),
    "accession.term_reversed": _n(
        "La fine ({ends_on}) viene prima dell'inizio ({starts_on}). È rimasto ciò che c'era. Correggi una data."
    ),
    "accession.number_out_of_range": _n(
        "Il numero deve stare tra 0 e {most}. È rimasto ciò che c'era. Scrivilo di nuovo come sta nella convenzione."
    ),
    "accession.number_unreadable": _n("«{text}» non è un numero intero. È rimasto quello di prima. Scrivilo in cifre."),
    "accession.unknown_body": _n("L'organo è il Consiglio o la Giunta. È rimasto quello di prima."),
    "accession.step_not_now": _n(
        "Da qui questo passo non si può registrare. Nulla è stato cambiato. Guarda quali passi sono aperti."
    ),
    "accession.step_before_last": _n(
        "La data {on} viene prima dell'ultimo passo, del {last}. Nulla è stato registrato. Correggi la data."
    ),
    "accession.step_in_future": _n(
        "La data {on} deve ancora venire. Nulla è stato registrato. Il passo si registra quando è avvenuto."
    ),
    "accession.number_missing": _n(
        "Manca il numero. Nulla è stato registrato. Scrivi il numero dell'atto o del protocollo."
    ),
    "accession.reason_missing": _n("Manca il motivo. Nulla è stato registrato. Scrivi perché, in una frase."),
    "accession.override_without_reason": _n(
        "Un controllo si mette da parte solo con un motivo. Nulla è stato registrato. Scrivi perché."
    ),
    "accession.day_of_the_act": _n(
        "Il registro degli atti dice che la delibera è del {act_on}, non del {on}. Nulla è stato registrato. "
        "Correggi la data qui o nell'atto."
    ),
    "accession.enforceability_unknown": _n(
        "Non si sa quando la delibera diventa esecutiva. Nulla è stato registrato. "
        "Scrivi la data di pubblicazione, o che è immediatamente eseguibile."
    ),
    "accession.not_enforceable_yet": _n(
        "Il {on} la delibera non era ancora esecutiva: lo è dal {day} (TUEL art. 134). Nulla è stato registrato. "
        "Aspetta quel giorno o correggi la pubblicazione."
    ),
    "accession.signed_before_enforceable": _n(
        "La firma del {on} viene prima dell'esecutività, del {day}. Nulla è stato registrato. "
        "Una firma senza delibera esecutiva va rifatta."
    ),
    "accession.no_signed_copy": _n(
        "Manca la copia firmata della domanda. Nulla è stato registrato. Allegala alla riga «Firma digitale»."
    ),
    "accession.blocked": _n(
        "Prima dell'invio c'è qualcosa da sistemare ({count}). Nulla è stato inviato. "
        "Apri i controlli: ognuno porta al campo giusto."
    ),
    "accession.no_package": _n(
        "Il pacchetto da inviare non è ancora stato preparato. Nulla è stato registrato. Usa «Prepara invio»."
    ),
    "accession.no_term": _n(
        "Mancano le date di inizio e fine dell'adesione. Nulla è stato registrato. Copiale dalla convenzione."
    ),
    "accession.services_signed": _n(
        "La domanda è già firmata con questi servizi. Nulla è stato cambiato. "
        "Per chiederne altri registra «Correggi», prepara di nuovo la domanda e falla firmare."
    ),
    "accession.services_closed": _n(
        "La richiesta è già partita: i servizi non si cambiano più. Nulla è stato cambiato. "
        "Per correggerla usa «Correggi», che ne prepara una nuova versione."
    ),
    "accession.service_not_there": _n("Il servizio {code} non è nella richiesta. Nulla è stato cambiato."),
    "accession.service_reason_missing": _n(
        "Per fare a meno di {code} serve il motivo. Nulla è stato cambiato. Scrivi perché, o da chi l'avete già."
    ),
    "accession.quantity_out_of_range": _n(
        "La quantità deve stare tra 1 e {most}. È rimasta quella di prima. Scrivila di nuovo."
    ),
    "accession.amount_out_of_range": _n(
        "L'importo non può essere questo. È rimasto quello di prima. Scrivilo di nuovo."
    ),
    "accession.cost_without_act": _n(
        "Il costo di {code} vuole l'atto da cui viene. Nulla è stato salvato. Scrivi prima da quale atto copi la cifra."
    ),
    "accession.due_reason_missing": _n(
        "Una scadenza diversa da quella calcolata vuole il motivo. È rimasta quella calcolata. Scrivi perché."
    ),
    "accession.skip_reason_missing": _n(
        "Per dire che una riga non si applica serve il motivo. La riga è rimasta da fare. Scrivi perché."
    ),
    "accession.item_not_ours": _n(
        "Questa riga viene dal modello della procedura. Nulla è stato cambiato. Si può segnare come «non si applica»."
    ),
    "accession.item_without_title": _n("La riga vuole un titolo. Nulla è stato aggiunto. Scrivi che cosa c'è da fare."),
    "procedure.missing": _n(
        "Il modello di procedura {file} non si legge. Nulla è stato cambiato. Rimettilo o eliminalo."
    ),
    "procedure.wrong": _n(
        "Il modello di procedura {file} non è scritto come dev'essere ({where}). Nulla è stato cambiato. "
        "Correggilo o eliminalo: varrà quello del programma."
    ),
    "report.nothing_sent": _n(
        "Dalla pratica {id} non è ancora partito nulla. Nessuna ricevuta è stata scritta. Prima registra l'invio."
    ),
    "report.no_accession": _n("Manca il numero della pratica. Nulla è stato scritto. Guarda l'elenco delle adesioni."),
    "act.unknown": _n("Questo atto non c'è più nel registro. Nulla è stato cambiato. Torna all'elenco."),
    "document.unknown": _n("Questo documento non c'è più. Nulla è stato cambiato. Torna all'elenco."),
    "document.in_use": _n(
        "Il documento serve a un passo o a una copia firmata. Non è stato tolto. Togli prima quel legame."
    ),
    "store.older_read_only": _n(
        "L'archivio {file} è di una versione precedente e qui si può solo leggere, quindi non si aggiorna. "
        "Non è stato toccato. Aprilo da dove si può scrivere."
    ),
}
