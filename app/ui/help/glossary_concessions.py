# SPDX-License-Identifier: EUPL-1.2
"""The words of a running concession: terms, codes, fee, invoices, levels, changes, end.

Laws that are well known but were not looked up say so, as in the rest of the program.
"""

from app.ui.help.entry import Entry


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_INVOICE = _n("Regole tecniche della FatturaPA")
_REFUSAL = _n("DM 55/2013 art. 2-bis, aggiunto dal DM 132/2020")
_BUDGET = _n("TUEL (D.Lgs. 267/2000) art. 183 (norma nota, non consultata)")
RUNNING = (
    Entry(
        _n("Tre termini di un servizio"),
        _n(
            "La concessione fra capofila e concessionario, l'adesione fra comune e capofila, il contratto. "
            "Il servizio finisce al primo dei tre: un contratto più lungo dell'adesione è un avviso."
        ),
        page="concessions",
    ),
    Entry(
        _n("Contratto esecutivo, ordinativo"),
        _n("Il contratto con cui il comune chiede un servizio dopo l'adesione, con il suo CIG e il suo canone."),
        page="contract",
    ),
    Entry(
        _n("Proroga di una concessione"),
        _n("Non è ammessa: una concessione dura il tempo scritto, salvo la revisione del piano economico-finanziario."),
        _n("D.Lgs. 36/2023, art. 178 c. 5 e art. 192"),
    ),
    Entry(
        _n("Atto aggiuntivo"),
        _n(
            "Modifica il contratto mentre corre. Nei casi imprevedibili l'aumento non supera il 50 % del valore "
            "iniziale."
        ),
        _n("D.Lgs. 36/2023, art. 189"),
    ),
    Entry(
        _n("Subentro e risoluzione"),
        _n(
            "Quando il contratto si sta per sciogliere, chi lo finanzia può indicare un altro operatore entro 120 "
            "giorni dalla comunicazione."
        ),
        _n("D.Lgs. 36/2023, art. 190"),
    ),
    Entry(
        _n("PEF, piano economico-finanziario"),
        _n("Il conto di tutta la concessione: investimenti, costi, ricavi. Si rivede solo per fatti straordinari."),
        _n("D.Lgs. 36/2023, art. 192"),
    ),
    Entry(
        _n("Garanzia definitiva e polizza"),
        _n("Garantiscono il comune se il fornitore non adempie: devono restare in vigore fino allo svincolo."),
        page="concessions",
    ),
    Entry(
        _n("Qualificazione cloud (ACN)"),
        _n("L'Agenzia per la cybersicurezza nazionale qualifica i servizi cloud per la PA, con una scadenza."),
        _n("Norma nota, non consultata"),
    ),
    Entry(
        _n("Accordo sui dati personali (art. 28)"),
        _n("Chi tratta dati per conto del comune lo fa con un contratto che dice come: senza, l'avviso resta."),
        _n("Regolamento (UE) 2016/679, art. 28 (norma nota, non consultata)"),
    ),
)
FEES = (
    Entry(
        _n("Canone e rata"),
        _n(
            "Il canone è quanto dice l'atto; le rate sono i suoi periodi. La somma delle rate di un anno è il canone "
            "dell'anno, al centesimo."
        ),
        page="contract",
    ),
    Entry(
        _n("Quota di adesione e trasferimento"),
        _n("Quello che si paga al capofila è un trasferimento, quello che si paga al fornitore un acquisto."),
        page="budget",
    ),
    Entry(
        _n("Pro rata"),
        _n("La parte di una rata per un periodo non intero: per giorni o per mesi, secondo il contratto."),
        page="contract",
    ),
    Entry(
        _n("Adeguamento all'indice (FOI, NIC)"),
        _n(
            "Il canone segue un indice dei prezzi, per la quota, oltre la soglia ed entro il tetto della clausola. "
            "Il valore dell'indice si scrive o si importa: la clausola del contratto vale sempre di più."
        ),
        _n("D.Lgs. 36/2023, art. 60 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Scissione dei pagamenti"),
        _n("Il comune paga al fornitore l'imponibile e versa lui l'IVA: in fattura è la lettera S."),
        _n("DPR 633/1972, art. 17-ter (norma nota, non consultata)"),
    ),
    Entry(
        _n("Impegno, liquidazione, mandato"),
        _n("Impegnare è riservare la somma, liquidare è riconoscere il debito, il mandato è l'ordine di pagare."),
        _BUDGET,
        page="budget",
    ),
    Entry(
        _n("Capitolo"),
        _n("La riga del bilancio da cui esce la spesa, con il suo codice nel piano dei conti."),
        _BUDGET,
        page="budget",
    ),
)
INVOICES = (
    Entry(
        _n("FatturaPA e SdI"),
        _n("La fattura elettronica verso un ente, e il Sistema di Interscambio che la consegna."),
        _INVOICE,
        page="invoices",
    ),
    Entry(
        _n("Rifiuto di una fattura"),
        _n(
            "Entro 15 giorni dalla consegna e solo per cinque cause: operazione non nostra, CIG o CUP mancante o "
            "sbagliato, codici dei farmaci e dei dispositivi, determina mancante. Per il resto si chiede la nota di "
            "credito."
        ),
        _REFUSAL,
        page="invoices",
    ),
    Entry(
        _n("Decorrenza dei termini"),
        _n("Passati 15 giorni senza risposta, SdI avvisa le due parti: la fattura non si rifiuta più."),
        _INVOICE,
        page="invoices",
    ),
    Entry(
        _n("Nota di credito (TD04)"),
        _n("La fattura con cui il fornitore toglie una somma chiesta in più. Si abbina alla fattura che corregge."),
        _INVOICE,
        page="invoices",
    ),
    Entry(
        _n("Conto dedicato"),
        _n("Il conto che il fornitore ha dichiarato: la fattura deve chiedere il pagamento su quello."),
        _n("L. 136/2010, art. 3 (norma nota, non consultata)"),
    ),
)
LEVELS = (
    Entry(
        _n("Livello di servizio (SLA) e indicatore (KPI)"),
        _n("Quello che il fornitore promette e il numero che lo misura, con l'obiettivo e la soglia del contratto."),
        page="contract",
    ),
    Entry(
        _n("Penale e contestazione"),
        _n(
            "Sotto la soglia si scrive al fornitore, che risponde entro il termine; la penale, nel suo tetto, si "
            "toglie dalla fattura seguente."
        ),
        _n("D.Lgs. 36/2023, art. 190 c. 2"),
    ),
    Entry(
        _n("Verifica di conformità, collaudo"),
        _n("Il verbale che dice che il servizio è quello chiesto: viene prima dell'avvio."),
        page="contract",
    ),
    Entry(
        _n("Piano di uscita, riconsegna"),
        _n("Quello che si fa alla fine: esportare i dati, riprendere utenze e domini, svincolare le garanzie."),
        page="contract",
    ),
)
WORDS = (*RUNNING, *FEES, *INVOICES, *LEVELS)
