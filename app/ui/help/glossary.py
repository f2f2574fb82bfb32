# SPDX-License-Identifier: EUPL-1.2
"""The words and acronyms of the office, each with where its meaning is taken from.

What is explained by a card of the catalogue leads there: the card names its own sources.
"""

from dataclasses import replace

from app.text import _
from app.ui.help import glossary_accessions, glossary_concessions
from app.ui.help.entry import Entry, translated


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_QUESTIONS = _n("Domande frequenti di PA digitale 2026: progetti e rendicontazione")
_COLUMNS = _n("Dati aperti di PA digitale 2026, spiegazione delle colonne")
_CENTRES = _n("Catalogo, schede dei centri con le loro fonti")
_CODES = (
    Entry(
        _n("CUP, codice unico di progetto"),
        _n("Identifica un progetto pubblico: 15 caratteri. Va scritto su ogni atto che lo finanzia."),
        _n("L. 3/2003 art. 11 c. 2-bis"),
        page="funding",
    ),
    Entry(
        _n("CIG, codice identificativo gara"),
        _n(
            "Identifica una gara o un affidamento: 10 caratteri. Dal 1° gennaio 2024 lo danno le piattaforme "
            "di approvvigionamento certificate; gli SmartCIG sono di prima."
        ),
        _n("Regole dei controlli ANAC e AgID sul formato"),
    ),
    Entry(
        _n("Codice catastale"),
        _n("Identifica un comune: una lettera e tre cifre. Resta lo stesso anche se cambia la provincia."),
        _n("Tabella dei codici catastali: Aiuto, Da dove vengono i dati"),
    ),
    Entry(
        _n("Codice ISTAT"),
        _n("Identifica un comune: sei cifre, le prime tre sono la provincia. Gli zeri davanti contano."),
        _n("ISTAT, Elenco dei comuni italiani"),
    ),
    Entry(
        _n("Codice IPA"),
        _n(
            "Identifica un ente nell'indice pubblico degli enti. Per un comune di solito è c_ con il codice "
            "catastale, "
            "ma non sempre: nei dati aperti del 2026 i due coincidono in 7.229 casi su 7.317."
        ),
        _n("Dati aperti di PA digitale 2026, agosto 2026"),
        page="settings",
        key="office",
    ),
    Entry(
        _n("IUV"),
        _n("Il codice che identifica un versamento nell'avviso di pagamento di pagoPA."),
        _n("Catalogo, scheda PAB-01"),
        page="catalogue",
        key="PAB-01",
    ),
)
_PEOPLE = (
    Entry(
        _n("RUP, responsabile unico del progetto"),
        _n("La persona a cui l'ente affida un progetto. Firma, tra l'altro, il certificato di regolare esecuzione."),
        _QUESTIONS,
        page="settings",
        key="people",
    ),
    Entry(
        _n("DEC, direttore dell'esecuzione"),
        _n("La persona che dirige l'esecuzione di un contratto per conto dell'ente."),
        _n("Elenco degli incarichi di ANAC"),
        page="settings",
        key="people",
    ),
    Entry(
        _n("RTD, responsabile della transizione digitale"),
        _n("La persona che guida nell'ente il passaggio al digitale."),
        _n("Codice dell'amministrazione digitale, art. 17"),
        page="settings",
        key="people",
    ),
    Entry(
        _n("RPD o DPO, responsabile della protezione dei dati"),
        _n("La persona che vigila su come l'ente tratta i dati personali."),
        _n("Regolamento (UE) 2016/679"),
        page="settings",
        key="people",
    ),
    Entry(
        _n("Soggetto attuatore e soggetto realizzatore"),
        _n(
            "Attuatore è sempre il comune, anche quando lavora l'Unione: chiede il CUP e firma. "
            "Realizzatore è il "
            "fornitore, l'Unione, o il comune stesso quando fa da sé («in economia»)."
        ),
        _QUESTIONS,
    ),
)
_BODIES = (
    Entry(
        _n("Centro di aggregazione, CST, CIT"),
        _n(
            "Un ente (per esempio la Provincia) che offre servizi digitali ai comuni che aderiscono. A "
            "Lecco si chiama "
            "Centro Servizi Territoriale (CST), a Brescia Centro Innovazione e Tecnologie (CIT)."
        ),
        _CENTRES,
        page="centres",
    ),
    Entry(
        _n("Ente capofila e ente aderente"),
        _n("Il capofila guida il centro e ne firma la convenzione; l'aderente è il comune che vi entra."),
        _CENTRES,
    ),
    Entry(
        _n("DTD, Dipartimento per la trasformazione digitale"),
        _n("Concede e paga i fondi di PA digitale 2026 e ne pubblica i dati aperti."),
        _n("padigitale2026.gov.it"),
    ),
    Entry(
        _n("ITI, investimento territoriale integrato"),
        _n(
            "Una strategia di più comuni che unisce fondi europei diversi; i confini possono non essere "
            "quelli dei comuni."
        ),
        _n("Regolamento (UE) 1303/2013, art. 36; Regolamento (UE) 2021/1060, art. 28-30"),
    ),
    Entry(
        _n("PPP, partenariato pubblico-privato"),
        _n(
            "Un contratto lungo in cui un privato realizza e gestisce un servizio pubblico; la concessione "
            "ne è una forma."
        ),
        _n("D.Lgs. 36/2023, Libro IV"),
    ),
)
_CARDS = (
    (_n("pagoPA"), _n("La piattaforma con cui i cittadini pagano gli enti pubblici."), "PAB-01"),
    (_n("App IO"), _n("L'app con cui gli enti scrivono ai cittadini sul telefono."), "PAB-04"),
    (
        _n("SPID, sistema pubblico di identità digitale"),
        _n("Con SPID il cittadino entra nei servizi in rete."),
        "PAB-06",
    ),
    (
        _n("CIE, carta d'identità elettronica"),
        _n("Con la carta e il suo PIN il cittadino entra nei servizi in rete."),
        "PAB-07",
    ),
    (
        _n("ANSC e ANPR"),
        _n("Gli archivi nazionali: ANSC degli atti di stato civile, ANPR dell'anagrafe. Il primo chiede il secondo."),
        "PAB-09",
    ),
    (_n("SEND"), _n("La piattaforma nazionale che notifica gli atti in digitale o per raccomandata."), "PAB-10"),
    (
        _n("PDND, piattaforma digitale nazionale dati"),
        _n("Dove gli enti si scambiano i dati, invece di chiederli al cittadino."),
        "DAT-01",
    ),
    (_n("ANNCSU"), _n("L'archivio nazionale delle strade e dei numeri civici."), "DAT-02"),
)
_MONEY = (
    Entry(
        _n("PNRR, piano nazionale di ripresa e resilienza"),
        _n("Il piano da cui vengono i fondi di PA digitale 2026."),
        _n("Decreti di finanziamento, come li riportano i dati aperti"),
    ),
    Entry(
        _n("Avviso, misura, candidatura"),
        _n(
            "La misura è la linea di finanziamento (per esempio 1.4.3); l'avviso è il bando che la apre; "
            "la candidatura è la domanda del comune."
        ),
        _n("Dati aperti di PA digitale 2026, avvisi.csv"),
        page="funding",
    ),
    Entry(
        _n("Importo forfettario"),
        _n("Una somma fissa, pagata una volta sola a risultato raggiunto: i costi sostenuti non si rendicontano."),
        _QUESTIONS,
    ),
    Entry(
        _n("Finanziato, erogato, rinunciato"),
        _n("Finanziato: c'è il decreto. Erogato: pagato dopo l'asseverazione. Rinunciato: c'è il decreto di rinuncia."),
        _COLUMNS,
        page="funding",
    ),
    Entry(
        _n("Rinuncia in corso"),
        _n(
            "Il progetto è ancora finanziato, ma la data del suo stato non è quella del decreto. Nei dati "
            "passati "
            "quasi sempre era una rinuncia chiesta e non ancora decretata: è una deduzione, controlla la "
            "piattaforma."
        ),
        _n("Storia dei dati aperti di PA digitale 2026"),
        page="funding",
    ),
    Entry(
        _n("Asseverazione"),
        _n("Il controllo del risultato, fatto da un terzo per il Dipartimento, prima dell'erogazione."),
        _n("padigitale2026.gov.it, raggiungere gli obiettivi"),
    ),
    Entry(
        _n("CRE, certificato di regolare esecuzione"),
        _n("Lo firma il RUP e si allega alla domanda di erogazione."),
        _QUESTIONS,
    ),
    Entry(
        _n("Obbligo di mantenimento"),
        _n("I servizi restano attivi per 5 anni dal 31 dicembre dell'anno in cui l'importo è stato erogato."),
        _QUESTIONS,
    ),
)


def glossary() -> list[Entry]:
    """In the order of the alphabet of the language in use."""
    found = [
        *map(
            translated, (*_CODES, *_PEOPLE, *_BODIES, *_MONEY, *glossary_accessions.WORDS, *glossary_concessions.WORDS)
        ),
        *_cards(),
    ]
    return sorted(found, key=lambda entry: entry.title.casefold())


def _cards() -> list[Entry]:
    source = _("Catalogo, scheda {code}")
    told = [Entry(title, text, page="catalogue", key=code) for title, text, code in _CARDS]
    return [replace(translated(entry), source=source.format(code=entry.key)) for entry in told]
