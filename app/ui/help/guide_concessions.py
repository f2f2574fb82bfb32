# SPDX-License-Identifier: EUPL-1.2
"""What the pages of a running concession are for."""

from app.ui.help.entry import Entry


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


CONCESSIONS = (
    Entry(
        _n("Concessioni"),
        _n(
            "I contratti che corrono e le loro concessioni: fino a quando, quanto costano, quali avvisi.\n"
            "• Scegli un contratto: la scheda mostra i tre termini su una riga e il primo che finisce.\n"
            "• Registra una fattura o un pagamento; scrivi un contratto nuovo, anche da un'adesione attiva.\n"
            "• Stampa la scheda in due pagine, per la Giunta e per la pubblicazione."
        ),
        page="concessions",
    ),
    Entry(
        _n("Un contratto"),
        _n(
            "Tutto di un servizio che corre, parte per parte; quello che scrivi si salva da solo.\n"
            "• Registra il passo quando è successo: avvio, collaudo, sospensione, fine, con data e atto.\n"
            "• Scrivi il canone dall'atto: le rate si calcolano al centesimo e ogni importo mostra il suo conto.\n"
            "• Segui gli avvisi: ognuno porta al campo da sistemare."
        ),
        page="contract",
    ),
    Entry(
        _n("Una concessione"),
        _n(
            "Il contratto lungo tra chi concede e il concessionario; può essere del comune, senza nessun centro.\n"
            "• Scrivi chi concede, a chi, fino a quando, con il CIG padre e la fonte.\n"
            "• Tieni persone, garanzie e polizze con la loro scadenza.\n"
            "• Registra atti aggiuntivi, revisioni, subentri: un controllo dice che cosa non torna."
        ),
        page="concession",
    ),
    Entry(
        _n("Fatture"),
        _n(
            "Le fatture elettroniche come sono arrivate, lette in chiaro e controllate una per una.\n"
            "• Trascina i file .xml o .p7m, o una cartella intera: entra tutto o niente di ogni file.\n"
            "• Guarda i controlli con il loro perché, e conferma le rate che la fattura paga.\n"
            "• Approva, impegna, liquida, paga; o rifiuta entro 15 giorni, solo per le cause ammesse."
        ),
        page="invoices",
    ),
    Entry(
        _n("Spesa"),
        _n(
            "Previsto, impegnato, fatturato, pagato e quanto resta, per anno e capitolo, con tre anni avanti.\n"
            "• Scegli l'esercizio: gli anni senza impegno si vedono subito.\n"
            "• Scrivi previsione e impegno; quello che manca è «da inserire», mai zero.\n"
            "• Esporta la tabella per la Ragioneria: gli importi sono numeri, i codici testo."
        ),
        page="budget",
    ),
)
