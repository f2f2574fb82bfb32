# SPDX-License-Identifier: EUPL-1.2
"""What each page is for, and the three main things that one does there."""

from app.ui.help.entry import Entry, translated
from app.ui.help.guide_concessions import CONCESSIONS
from app.ui.shell.pages import REGISTRY


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_PAGES = (
    Entry(
        _n("Inizio"),
        _n(
            "A che punto siamo: quanto è concesso ed erogato, il canone dell'anno, le scadenze, le adesioni in corso.\n"
            "• Fai la prima cosa da fare: è il pulsante in alto a destra.\n"
            "• Apri una scadenza o una novità: porta al progetto, alla pratica o al contratto.\n"
            "• Stampa il riepilogo, per gli uffici o per la pubblicazione, senza nomi."
        ),
        page="home",
    ),
    Entry(
        _n("Catalogo"),
        _n(
            "I servizi digitali che un comune può avere e i centri che li offrono, con la fonte di ogni dato.\n"
            "• Cerca con una parola anche incompleta; restringi con i filtri.\n"
            "• Leggi la scheda: che cos'è, che cosa serve prima, chi lo offre.\n"
            "• Metti una stella o scrivi una nota: le vede solo il tuo ufficio."
        ),
        page="catalogue",
    ),
    Entry(
        _n("Adesioni"),
        _n(
            "Le pratiche verso i centri di aggregazione e le adesioni attive: a che punto sono, chi deve agire.\n"
            "• Aderisci a un centro: si parte dal confronto dei centri.\n"
            "• Continua una pratica: la scheda dice che cosa viene dopo e la prima data.\n"
            "• Avvia il rinnovo o il recesso di un'adesione attiva."
        ),
        page="accessions",
    ),
    Entry(
        _n("La lista di una pratica"),
        _n(
            "Che cosa serve, riga per riga: a che punto è, chi agisce, entro quando, secondo quale regola.\n"
            "• Scegli una riga e scrivi: si salva mentre scrivi.\n"
            "• Registra il passo quando l'atto c'è, con la sua data e il suo numero.\n"
            "• Guarda i controlli prima dell'invio: ognuno porta al campo da sistemare."
        ),
        page="accession",
    ),
    Entry(
        _n("Centri"),
        _n(
            "I centri di aggregazione con ciò che le fonti ne dicono: capofila, concessione, aderenti, servizi.\n"
            "• Guarda se il comune è nel bacino: esserne fuori è un avviso, non un divieto.\n"
            "• Scegli due o tre centri e confrontali fianco a fianco.\n"
            "• Aderisci: si apre una pratica con la sua lista."
        ),
        page="centres",
    ),
    *CONCESSIONS,
    Entry(
        _n("Finanziamenti"),
        _n(
            "I progetti di PA digitale 2026 del comune: importo, decreto, stato, scadenze note.\n"
            "• Importa i dati aperti: prima di salvare vedi che cosa cambia.\n"
            "• Scegli un progetto e copia il CUP, l'importo o la data che ti servono.\n"
            "• Stampa o esporta l'elenco così come lo vedi filtrato."
        ),
        page="funding",
    ),
    Entry(
        _n("Documenti"),
        _n(
            "I file e gli atti delle pratiche: ogni file è conservato una volta sola, com'è arrivato.\n"
            "• Trascina un file sulla finestra, o sceglilo con Sfoglia.\n"
            "• Guarda chi lo ha firmato, e se è proprio quello che avevi dato da firmare.\n"
            "• Salva una copia dove vuoi: l'originale resta com'è."
        ),
        page="documents",
    ),
    Entry(
        _n("Cronologia"),
        _n(
            "Tutto ciò che è stato salvato: quando, da chi, con i valori di prima e di dopo.\n"
            "• Guarda che cosa ha cambiato un'azione, campo per campo.\n"
            "• Annulla l'ultima azione, o ripeti quella annullata.\n"
            "• Esporta l'elenco per chi deve controllare."
        ),
        page="history",
    ),
    Entry(
        _n("Dati dell'ente e persone"),
        _n(
            "Ciò che compare nelle stampe e serve a riconoscere i progetti nei dati aperti.\n"
            "• Completa PEC, indirizzo, abitanti; conferma il codice IPA.\n"
            "• Aggiungi segretario, RUP e gli altri, con le date dell'incarico.\n"
            "• Salva: ogni modifica si annulla con Ctrl+Z."
        ),
        page="settings",
        key="office",
    ),
    Entry(
        _n("Aspetto e lingua"),
        _n(
            "Come si legge il programma su questo computer.\n"
            "• Ingrandisci fino al 200 %, anche da tastiera.\n"
            "• Scegli i colori chiari, scuri o a contrasto alto.\n"
            "• Passa dall'italiano all'inglese e ritorno."
        ),
        page="settings",
        key="look",
    ),
    Entry(
        _n("Chiavi dei centri"),
        _n(
            "Con queste chiavi i centri firmano le edizioni del catalogo e le risposte.\n"
            "• Importa un'edizione dal Catalogo, anche trascinando il file: prima di scrivere vedi che cosa cambia.\n"
            "• La prima volta confronta l'impronta per telefono, a un numero che conosci già.\n"
            "• Revoca una chiave rubata o persa: ciò che firma non entra più."
        ),
        page="settings",
        key="keys",
    ),
    Entry(
        _n("Copie di sicurezza"),
        _n(
            "Ogni copia è riletta e contata prima di valere come verificata.\n"
            "• Fai una copia adesso; quella del giorno si fa da sola alla chiusura.\n"
            "• Verifica l'archivio: viene letto per intero.\n"
            "• Riprendi una copia, anche quando l'archivio non si apre: quello di adesso si conserva a parte."
        ),
        page="settings",
        key="backup",
    ),
)


def guide() -> list[Entry]:
    """The pages in the order of the window, those that there are."""
    return [translated(entry) for entry in _PAGES if entry.page in REGISTRY]
