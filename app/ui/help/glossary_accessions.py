# SPDX-License-Identifier: EUPL-1.2
"""The words of joining a centre: bodies, acts and their terms, certified mail, signatures, what comes after.

Laws that are well known but were not looked up say so, as in the rest of the program.
"""

from app.ui.help.entry import Entry


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_CENTRES = _n("Catalogo, schede dei centri con le loro fonti")
_SIGNATURES = _n(
    "Regolamento (UE) 910/2014 (eIDAS); Codice dell'amministrazione digitale, art. 24 (norma nota, non consultata)"
)
JOINING = (
    Entry(
        _n("Adesione"),
        _n(
            "La pratica con cui il comune entra in un centro: delibera, firma, invio per PEC, risposta, "
            "controfirma. Poi è il rapporto che ne nasce, con un inizio e una fine."
        ),
        _n("TUEL (D.Lgs. 267/2000) art. 30 (norma nota, non consultata)"),
        page="accessions",
    ),
    Entry(
        _n("Convenzione (art. 30)"),
        _n(
            "L'accordo tra enti per gestire insieme un servizio. Deve dire fini, durata, forme di consultazione, "
            "rapporti finanziari, obblighi e garanzie."
        ),
        _n("TUEL (D.Lgs. 267/2000) art. 30 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Bacino, enti aderenti, servizi attivati"),
        _n(
            "Tre numeri diversi: i comuni per cui un centro è nato, quelli che hanno firmato, i servizi che "
            "ognuno usa davvero."
        ),
        _CENTRES,
        page="centres",
    ),
    Entry(
        _n("Concessione e concessionario"),
        _n(
            "Il contratto lungo con cui un ente affida un servizio a un privato, il concessionario, che lo finanzia "
            "e lo gestisce a suo rischio. Lo firma il capofila: il comune che aderisce firma la convenzione."
        ),
        _n("D.Lgs. 36/2023, art. 174 e 177"),
        page="centres",
    ),
    Entry(
        _n("CIG padre e CIG derivato"),
        _n(
            "Padre è quello della concessione o dell'accordo quadro; derivato quello del contratto di ogni ente che "
            "aderisce. La convenzione tra comune e capofila di regola non ne ha."
        ),
        _n("MIT, parere 3180/2025"),
    ),
    Entry(
        _n("Rinnovo"),
        _n("Una nuova adesione prima che la vecchia finisca. Ci vuole una nuova delibera: per tempo."),
        _n("provincia.brescia.it, adesione al CIT: per i rinnovi la stessa procedura dell'adesione"),
        page="accessions",
    ),
    Entry(
        _n("Recesso e preavviso"),
        _n(
            "L'uscita da un centro prima della fine. Quanto tempo prima va comunicata lo dice la convenzione: "
            "quei mesi o giorni sono il preavviso."
        ),
        _n("La convenzione di ogni centro"),
        page="accessions",
    ),
    Entry(
        _n("Controfirma"),
        _n("La firma dell'ente capofila dopo la nostra. L'adesione parte con l'ultima firma."),
        _n("L. 241/1990 art. 15: gli accordi tra amministrazioni si firmano in digitale (norma nota, non consultata)"),
    ),
)
ACTS = (
    Entry(
        _n("Delibera e determina"),
        _n(
            "La delibera è del Consiglio o della Giunta; la determina è del responsabile, che con essa impegna la "
            "spesa."
        ),
        _n("TUEL (D.Lgs. 267/2000) art. 42, 48, 107 e 183 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Chi delibera: Consiglio o Giunta"),
        _n(
            "Le convenzioni tra enti spettano al Consiglio. La Giunta può bastare per accordi che non creano una "
            "gestione associata: il motivo va scritto."
        ),
        _n("TUEL (D.Lgs. 267/2000) art. 42 c. 2 lett. c (ANCI Digitale)"),
    ),
    Entry(
        _n("Pareri di regolarità"),
        _n("Tecnica e contabile: li danno i responsabili sulla proposta, prima che vada all'organo."),
        _n("TUEL (D.Lgs. 267/2000) art. 49 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Albo pretorio"),
        _n("Dove il comune pubblica i suoi atti. Una delibera vi resta quindici giorni di fila."),
        _n("TUEL (D.Lgs. 267/2000) art. 124 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Esecutività"),
        _n(
            "Il giorno da cui una delibera vale: dopo il decimo giorno dalla pubblicazione. Prima di allora la "
            "domanda non si firma."
        ),
        _n("TUEL (D.Lgs. 267/2000) art. 134 c. 3 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Immediata eseguibilità"),
        _n("Una delibera urgente, votata come tale dalla maggioranza dei componenti, vale dallo stesso giorno."),
        _n("TUEL (D.Lgs. 267/2000) art. 134 c. 4 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Legale rappresentante e delega"),
        _n(
            "La domanda la firma il Sindaco, che rappresenta il comune, o chi ne ha la delega scritta. La firma di "
            "altri la fa respingere."
        ),
        _n("FAQ ANAC sulle domande di adesione; TUEL (D.Lgs. 267/2000) art. 50 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Istruttoria e termine per rispondere"),
        _n("Il tempo in cui il centro esamina la domanda: trenta giorni, se la convenzione non dice altro."),
        _n("L. 241/1990 art. 2 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Integrazioni"),
        _n(
            "Ciò che il centro chiede in più. Fermano il termine per rispondere una volta sola, per trenta giorni "
            "al più."
        ),
        _n("L. 241/1990 art. 2 c. 7 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Preavviso di rigetto"),
        _n("La lettera con cui il centro dice perché sta per respingere. Ci sono dieci giorni per le osservazioni."),
        _n("L. 241/1990 art. 10-bis (norma nota, non consultata)"),
    ),
)
SENDING = (
    Entry(
        _n("PEC, posta elettronica certificata"),
        _n(
            "Posta che lascia una prova della partenza e della consegna. Nei dati dell'ente si scrive la casella "
            "del protocollo del comune."
        ),
        _n("D.P.R. 68/2005 (norma nota, non consultata)"),
        page="settings",
        key="office",
    ),
    Entry(
        _n("Ricevuta di accettazione e di consegna"),
        _n(
            "La prima dice che il messaggio è partito, la seconda che è nella casella di chi lo riceve. Conta la "
            "seconda: si conservano tutte e due, come sono arrivate."
        ),
        _n("D.P.R. 68/2005 art. 6 (norma nota, non consultata)"),
    ),
    Entry(
        _n("Protocollo"),
        _n(
            "Numero e data che l'ufficio dà a ciò che parte e a ciò che arriva. Il timbro si mette su una copia: "
            "su un file firmato cambierebbe il file."
        ),
        _n("D.P.R. 445/2000 art. 53 (norma nota, non consultata); FAQ ANAC sulle domande di adesione"),
    ),
    Entry(
        _n("PAdES"),
        _n("La firma digitale dentro un PDF: il file resta un PDF e si apre come prima. Vale quanto CAdES."),
        _SIGNATURES,
    ),
    Entry(
        _n("CAdES e file .p7m"),
        _n(
            "La firma digitale come una busta chiusa intorno a un file di qualunque tipo: il nome finisce in .p7m. "
            "Vale quanto PAdES."
        ),
        _SIGNATURES,
    ),
    Entry(
        _n("Impronta (SHA-256)"),
        _n(
            "Sessantaquattro cifre e lettere calcolate dal contenuto di un file: se cambia anche una sola lettera, "
            "cambia l'impronta. Così si vede se un file è proprio quello."
        ),
        _n("Standard FIPS 180-4"),
    ),
    Entry(
        _n("Chiave del centro (Ed25519)"),
        _n(
            "Con la sua chiave un centro firma il catalogo e le risposte. La prima volta se ne confronta l'impronta "
            "per telefono; da allora si riconosce chi ha scritto, e un file cambiato è rifiutato."
        ),
        _n("Standard RFC 8032"),
    ),
)
WORDS = (*JOINING, *ACTS, *SENDING)
