# SPDX-License-Identifier: EUPL-1.2
"""What a refusal says to who types words: the words to type, where the window would name its buttons and lists."""

from app.errors import CampanileError
from app.text import say_refusal
from app.text.sentences import SENTENCES


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


COMMAND_SENTENCES: dict[str, str] = {
    "accession.unknown": _n(
        "Nessuna adesione ha il numero {id}. Nulla è stato cambiato. I numeri li dice «accession list»."
    ),
    "accession.no_membership": _n(
        "Un rinnovo o un recesso parte da un'adesione attiva. Nulla è stato cambiato. "
        "Aggiungi --of con il numero che dice «accession list»."
    ),
    "accession.renewal_open": _n(
        "Di questa adesione è aperto il rinnovo n. {id}. Nulla è stato cambiato. Porta avanti quello; per recedere "
        "eliminalo con «accession remove {id}» se è ancora una bozza, altrimenti lascialo con "
        "«accession record {parent} give_up_renewal»."
    ),
    "accession.unknown_field": _n(
        "Il campo «{name}» non c'è o non si scrive a mano. Nulla è stato cambiato. Scegli tra: {known}."
    ),
    "accession.step_not_now": _n(
        "Da qui il passo «{step}» non si può registrare. Nulla è stato cambiato. Passi aperti adesso: {open}."
    ),
    "accession.no_signed_copy": _n(
        "Manca la copia firmata della domanda. Nulla è stato registrato. Aggiungila con «accession attach ID signature "
        "FILE», o qui con --file."
    ),
    "accession.blocked": _n(
        "Prima dell'invio c'è qualcosa da sistemare ({codes}). Nulla è stato inviato. "
        "«accession check ID» dice che cosa, riga per riga."
    ),
    "accession.no_package": _n(
        "Il pacchetto da inviare non è ancora stato preparato. Nulla è stato registrato. Usa «accession export ID»."
    ),
    "accession.no_term": _n(
        "Mancano le date di inizio e fine dell'adesione. Nulla è stato registrato. Copiale dalla convenzione con "
        "«accession set ID starts_on=DATA ends_on=DATA»."
    ),
    "accession.services_signed": _n(
        "La domanda è già firmata con questi servizi. Nulla è stato cambiato. Per chiederne altri usa «accession "
        "record ID correct», prepara di nuovo la domanda e falla firmare."
    ),
    "accession.services_closed": _n(
        "La richiesta è già partita: i servizi non si cambiano più. Nulla è stato cambiato. Per correggerla usa "
        "«accession record ID correct», che ne prepara una nuova versione."
    ),
    "accession.package_sent": _n(
        "La richiesta è già partita. Il pacchetto inviato è rimasto com'era. Per cambiarla usa «accession record ID "
        "correct», che ne prepara una nuova versione."
    ),
    "accession.item_not_ours": _n(
        "Questa riga viene dal modello della procedura. Nulla è stato cambiato. Se non si applica usa --skip."
    ),
    "document.unknown_line": _n(
        "La pratica {id} non ha la riga «{item}». Nulla è stato cambiato. Le sue righe sono: {known}."
    ),
    "draft.unknown": _n("La bozza «{name}» non c'è. Nulla è stato preparato. Scegli tra: {known}."),
    "draft.other_kind": _n("«{title}» non serve in questa pratica. Nulla è stato preparato. Scegli tra: {known}."),
    "report.no_accession": _n(
        "Manca il numero della pratica. Nulla è stato scritto. I numeri li dice «accession list»."
    ),
    "package.not_opened": _n("Il file non si apre. Nulla è stato cambiato. Controlla il nome e riprova."),
    "amount.unreadable": _n("«{text}» non è un importo. Nulla è stato cambiato. Scrivilo come 1234,50."),
    "amount.too_many_decimals": _n("«{text}» ha più di due decimali. Nulla è stato cambiato. Scrivilo come 1234,50."),
    "amount.too_large": _n("«{text}» è troppo grande. Nulla è stato cambiato. Scrivilo come 1234,50."),
    "amount.ambiguous": _n(
        "«{text}» può valere {first} oppure {second}. Nulla è stato cambiato. Scrivi uno dei due con la virgola e due "
        "decimali, per esempio 1234,50."
    ),
    "change.extension_needs_reason": _n(
        "Una concessione non si può prorogare (art. 178 c. 5 D.Lgs. 36/2023), salvo la revisione del piano. La "
        "modifica non è stata registrata. Se il contratto lo prevede, aggiungi override_reason=MOTIVO."
    ),
    "change.half_needs_reason": _n(
        "L'atto aggiuntivo vale il {percent} % del valore iniziale, oltre la metà (art. 189 c. 1 D.Lgs. 36/2023). La "
        "modifica non è stata registrata. Aggiungi override_reason=MOTIVO per dire perché si può."
    ),
    "contract.no_minutes": _n(
        "Manca il verbale di verifica di conformità. Il collaudo non è stato registrato. Aggiungilo con --document, o "
        "usa --override acceptance.no_minutes con --reason."
    ),
    "contract.prerequisite_not_active": _n(
        "Il servizio ha bisogno di {codes}, che non risulta attivo. L'avvio non è stato registrato. Attivalo prima, o "
        "usa --override prerequisite.not_active con --reason."
    ),
    "contract.closing_too_early": _n(
        "Il servizio è pagato dal PNRR e va tenuto attivo fino al {until}: prima di quel giorno la cessazione si "
        "registra solo se lo stesso servizio è attivo con un altro contratto. La dismissione non è stata avviata. "
        "Aspetta, o usa --override maintenance.must_go_on con --reason."
    ),
    "contract.override_without_reason": _n(
        "Per andare oltre un controllo serve il motivo. Nulla è stato registrato. Aggiungi --reason."
    ),
    "catalogue.unknown_centre": _n("Nel catalogo non c'è il centro {code}. I codici li dice «centre list»."),
}
"""Only for the codes whose own sentence sends the reader to a place of the window."""


def command_sentence(error: CampanileError) -> str:
    """What happened, what was kept, and what to type."""
    return say_refusal(error, COMMAND_SENTENCES.get(error.code, SENTENCES[error.code]))
