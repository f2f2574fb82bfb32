# SPDX-License-Identifier: EUPL-1.2
"""What concessions and contracts refuse and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


CONTRACT_SENTENCES: dict[str, str] = {
    # fields
    "contract.unknown": _n("Non c'è un contratto {id}. Nulla è stato cambiato. Scegline uno dall'elenco."),
    "concession.unknown": _n("Non c'è una concessione {id}. Nulla è stato cambiato. Scegline una dall'elenco."),
    "contract.unknown_field": _n("Il campo {name} non c'è. Nulla è stato cambiato. Scegli tra: {known}."),
    "contract.unknown_key": _n("«{value}» non è un valore di {name}. Nulla è stato cambiato. Scegli tra: {known}."),
    "contract.no_title": _n("Il contratto non ha un nome. Nulla è stato salvato. Scrivi di quale servizio si tratta."),
    "concession.no_title": _n("La concessione non ha un nome. Nulla è stato salvato. Scrivi di che cosa si tratta."),
    "contract.year_unlikely": _n("La data {on} non è probabile. Nulla è stato salvato. Ricontrolla l'anno."),
    "contract.term_reversed": _n(
        "La fine ({ends_on}) viene prima dell'inizio ({starts_on}). Nulla è stato salvato. Correggi una delle due date."
    ),
    "contract.part_without_name": _n("Manca il nome. Nulla è stato aggiunto. Scrivilo qui."),
    "contract.amount_out_of_range": _n("L'importo non è possibile qui. Nulla è stato salvato. Ricontrolla la cifra."),
    "contract.accession_is_draft": _n(
        "La richiesta a {centre} è ancora una bozza. Nulla è stato salvato. "
        "Collega il contratto quando è stata inviata."
    ),
    # opening and removing
    "contract.accession_not_active": _n(
        "L'adesione a {centre} non è attiva. Nessun contratto è stato aperto. Registra prima la controfirma."
    ),
    "contract.not_requested": _n(
        "{code} non è tra i servizi chiesti a {centre} e non rifiutati. Nessun contratto è stato aperto. "
        "Scegli un servizio della richiesta."
    ),
    "contract.already_open": _n(
        "Per {code} c'è già il contratto n. {id}. Nessun contratto è stato aperto. Continua con quello."
    ),
    "contract.has_run": _n(
        "Il servizio di «{name}» è già partito: il contratto resta nella storia. Nulla è stato eliminato. "
        "Per chiuderlo registra la dismissione."
    ),
    "contract.in_use": _n(
        "A «{name}» sono collegati fatture, pagamenti o righe di spesa. Nulla è stato eliminato. Togli prima quelli."
    ),
    "concession.in_use": _n(
        "A «{name}» sono collegati contratti, pagamenti o righe di spesa. Nulla è stato eliminato. Togli prima quelli."
    ),
    "contract.closing_of_ours": _n(
        "Questa riga vale per ogni contratto che finisce. Nulla è stato eliminato. Scrivi perché non si applica."
    ),
    # steps
    "contract.step_impossible": _n(
        "Questo passo non si può registrare adesso. Nulla è stato cambiato. Scegli uno dei passi proposti."
    ),
    "contract.reason_missing": _n("Manca il motivo. Nulla è stato registrato. Scrivi perché."),
    "contract.override_without_reason": _n(
        "Per andare oltre un controllo serve il motivo. Nulla è stato registrato. Scrivi perché."
    ),
    "contract.step_in_future": _n("Il {on} deve ancora venire. Nulla è stato registrato. Scrivi il giorno del fatto."),
    "contract.step_before_last": _n(
        "Il {on} viene prima dell'ultimo passo registrato ({last_on}). Nulla è stato registrato. Correggi la data."
    ),
    "contract.no_minutes": _n(
        "Manca il verbale di verifica di conformità. Il collaudo non è stato registrato. "
        "Aggiungi il verbale, o scrivi perché ne fai a meno."
    ),
    "contract.prerequisite_not_active": _n(
        "Il servizio ha bisogno di {codes}, che non risulta attivo. L'avvio non è stato registrato. "
        "Attivalo prima, o scrivi perché si può partire lo stesso."
    ),
    "contract.closing_too_early": _n(
        "Il servizio è pagato dal PNRR e va tenuto attivo fino al {until}: prima di quel giorno la cessazione si "
        "registra solo se lo stesso servizio è attivo con un altro contratto. La dismissione non è stata avviata. "
        "Aspetta, o scrivi perché la avvii lo stesso."
    ),
    "contract.maintenance_running": _n(
        "Il servizio è pagato dal PNRR e va tenuto attivo fino al {until}: cinque anni dal 31 dicembre dell'anno di "
        "erogazione. La cessazione non è stata registrata. Attiva prima lo stesso servizio con un altro contratto, "
        "o aspetta quel giorno."
    ),
    "contract.maintenance_unknown": _n(
        "Il servizio è pagato dal PNRR e la data di erogazione non è nota: i cinque anni non si possono contare. "
        "La cessazione non è stata registrata. Scrivi nel contratto il giorno dell'erogazione."
    ),
    "contract.renunciation_needs_reason": _n(
        "Il servizio è finanziato dal PNRR e non è mai partito: si chiude con la rinuncia. "
        "La cessazione non è stata registrata. Scrivi perché si rinuncia."
    ),
    # changes
    "change.extension_needs_reason": _n(
        "Una concessione non si può prorogare (art. 178 c. 5 D.Lgs. 36/2023), salvo la revisione del piano. "
        "La modifica non è stata registrata. Se il contratto lo prevede, scrivi perché."
    ),
    "change.nothing_before": _n(
        "«{value}» viene da questa modifica, e che cosa c'era prima non è scritto. La modifica è rimasta com'era. "
        "Scrivi il valore giusto dove vale ora, poi svuota questo campo."
    ),
    "change.half_needs_reason": _n(
        "L'atto aggiuntivo vale il {percent} % del valore iniziale, oltre la metà (art. 189 c. 1 D.Lgs. 36/2023). "
        "La modifica non è stata registrata. Scrivi perché si può."
    ),
}
