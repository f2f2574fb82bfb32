# SPDX-License-Identifier: EUPL-1.2
"""The words and acronyms of the office, each with where its meaning is taken from.

What is explained by a card of the catalogue leads there: the card names its own sources.
"""

from app.text import _
from app.ui.help.entry import Entry


def glossary() -> list[Entry]:
    """In the order of the alphabet."""
    return sorted(
        [*_codes(), *_people(), *_bodies(), *_services(), *_money()], key=lambda entry: entry.title.casefold()
    )


def _codes() -> list[Entry]:
    return [
        Entry(
            _("CUP, codice unico di progetto"),
            _("Identifica un progetto pubblico: 15 caratteri. Va scritto su ogni atto che lo finanzia."),
            _("L. 3/2003 art. 11 c. 2-bis"),
            page="funding",
        ),
        Entry(
            _("CIG, codice identificativo gara"),
            _(
                "Identifica una gara o un affidamento: 10 caratteri. Dal 1° gennaio 2024 lo danno le piattaforme "
                "di approvvigionamento certificate; gli SmartCIG sono di prima."
            ),
            _("Regole dei controlli ANAC e AgID sul formato"),
        ),
        Entry(
            _("Codice catastale"),
            _("Identifica un comune: una lettera e tre cifre. Resta lo stesso anche se cambia la provincia."),
            _("Tabella dei codici catastali: Aiuto, Da dove vengono i dati"),
        ),
        Entry(
            _("Codice ISTAT"),
            _("Identifica un comune: sei cifre, le prime tre sono la provincia. Gli zeri davanti contano."),
            _("ISTAT, Elenco dei comuni italiani"),
        ),
        Entry(
            _("Codice IPA"),
            _(
                "Identifica un ente nell'indice pubblico degli enti. Per un comune di solito è c_ con il codice "
                "catastale, "
                "ma non sempre: nei dati aperti del 2026 i due coincidono in 7.229 casi su 7.317."
            ),
            _("Dati aperti di PA digitale 2026, agosto 2026"),
            page="settings",
            key="office",
        ),
        Entry(
            _("IUV"),
            _("Il codice che identifica un versamento nell'avviso di pagamento di pagoPA."),
            _("Catalogo, scheda PAB-01"),
            page="catalogue",
            key="PAB-01",
        ),
    ]


def _people() -> list[Entry]:
    questions = _("Domande frequenti di PA digitale 2026: progetti e rendicontazione")
    return [
        Entry(
            _("RUP, responsabile unico del progetto"),
            _("La persona a cui l'ente affida un progetto. Firma, tra l'altro, il certificato di regolare esecuzione."),
            questions,
            page="settings",
            key="people",
        ),
        Entry(
            _("DEC, direttore dell'esecuzione"),
            _("La persona che dirige l'esecuzione di un contratto per conto dell'ente."),
            _("Elenco degli incarichi di ANAC"),
            page="settings",
            key="people",
        ),
        Entry(
            _("RTD, responsabile della transizione digitale"),
            _("La persona che guida nell'ente il passaggio al digitale."),
            _("Codice dell'amministrazione digitale, art. 17"),
            page="settings",
            key="people",
        ),
        Entry(
            _("RPD o DPO, responsabile della protezione dei dati"),
            _("La persona che vigila su come l'ente tratta i dati personali."),
            _("Regolamento (UE) 2016/679"),
            page="settings",
            key="people",
        ),
        Entry(
            _("Soggetto attuatore e soggetto realizzatore"),
            _(
                "Attuatore è sempre il comune, anche quando lavora l'Unione: chiede il CUP e firma. "
                "Realizzatore è il "
                "fornitore, l'Unione, o il comune stesso quando fa da sé («in economia»)."
            ),
            questions,
        ),
    ]


def _bodies() -> list[Entry]:
    centres = _("Catalogo, schede dei centri con le loro fonti")
    return [
        Entry(
            _("Centro di aggregazione, CST, CIT"),
            _(
                "Un ente (per esempio la Provincia) che offre servizi digitali ai comuni che aderiscono. A "
                "Lecco si chiama "
                "Centro Servizi Territoriale (CST), a Brescia Centro Innovazione e Tecnologie (CIT)."
            ),
            centres,
            page="catalogue",
        ),
        Entry(
            _("Ente capofila e ente aderente"),
            _("Il capofila guida il centro e ne firma la convenzione; l'aderente è il comune che vi entra."),
            centres,
        ),
        Entry(
            _("DTD, Dipartimento per la trasformazione digitale"),
            _("Concede e paga i fondi di PA digitale 2026 e ne pubblica i dati aperti."),
            _("padigitale2026.gov.it"),
        ),
        Entry(
            _("ITI, investimento territoriale integrato"),
            _(
                "Una strategia di più comuni che unisce fondi europei diversi; i confini possono non essere "
                "quelli dei comuni."
            ),
            _("Regolamento (UE) 1303/2013, art. 36; Regolamento (UE) 2021/1060, art. 28-30"),
        ),
        Entry(
            _("PPP, partenariato pubblico-privato"),
            _(
                "Un contratto lungo in cui un privato realizza e gestisce un servizio pubblico; la concessione "
                "ne è una forma."
            ),
            _("D.Lgs. 36/2023, Libro IV"),
        ),
        Entry(
            _("PEC, posta elettronica certificata"),
            _("Nei dati dell'ente si scrive la casella certificata del protocollo del comune."),
            page="settings",
            key="office",
        ),
    ]


def _services() -> list[Entry]:
    """Those that a card of the catalogue explains, with its sources."""
    told = [
        (_("pagoPA"), _("La piattaforma con cui i cittadini pagano gli enti pubblici."), "PAB-01"),
        (_("App IO"), _("L'app con cui gli enti scrivono ai cittadini sul telefono."), "PAB-04"),
        (
            _("SPID, sistema pubblico di identità digitale"),
            _("Con SPID il cittadino entra nei servizi in rete."),
            "PAB-06",
        ),
        (
            _("CIE, carta d'identità elettronica"),
            _("Con la carta e il suo PIN il cittadino entra nei servizi in rete."),
            "PAB-07",
        ),
        (
            _("ANSC e ANPR"),
            _(
                "Gli archivi nazionali: ANSC degli atti di stato civile, ANPR dell'anagrafe. Il primo chiede il "
                "secondo."
            ),
            "PAB-09",
        ),
        (_("SEND"), _("La piattaforma nazionale che notifica gli atti in digitale o per raccomandata."), "PAB-10"),
        (
            _("PDND, piattaforma digitale nazionale dati"),
            _("Dove gli enti si scambiano i dati, invece di chiederli al cittadino."),
            "DAT-01",
        ),
        (_("ANNCSU"), _("L'archivio nazionale delle strade e dei numeri civici."), "DAT-02"),
    ]
    source = _("Catalogo, scheda {code}")
    return [Entry(title, text, source.format(code=code), "catalogue", code) for title, text, code in told]


def _money() -> list[Entry]:
    questions = _("Domande frequenti di PA digitale 2026: progetti e rendicontazione")
    format_of_data = _("Dati aperti di PA digitale 2026, spiegazione delle colonne")
    return [
        Entry(
            _("PNRR, piano nazionale di ripresa e resilienza"),
            _("Il piano da cui vengono i fondi di PA digitale 2026."),
            _("Decreti di finanziamento, come li riportano i dati aperti"),
        ),
        Entry(
            _("Avviso, misura, candidatura"),
            _(
                "La misura è la linea di finanziamento (per esempio 1.4.3); l'avviso è il bando che la apre; "
                "la candidatura è la domanda del comune."
            ),
            _("Dati aperti di PA digitale 2026, avvisi.csv"),
            page="funding",
        ),
        Entry(
            _("Importo forfettario"),
            _("Una somma fissa, pagata una volta sola a risultato raggiunto: i costi sostenuti non si rendicontano."),
            questions,
        ),
        Entry(
            _("Finanziato, erogato, rinunciato"),
            _(
                "Finanziato: c'è il decreto. Erogato: pagato dopo l'asseverazione. Rinunciato: c'è il decreto "
                "di rinuncia."
            ),
            format_of_data,
            page="funding",
        ),
        Entry(
            _("Rinuncia in corso"),
            _(
                "Il progetto è ancora finanziato, ma la data del suo stato non è quella del decreto. Nei dati "
                "passati "
                "quasi sempre era una rinuncia chiesta e non ancora decretata: è una deduzione, controlla la "
                "piattaforma."
            ),
            _("Storia dei dati aperti di PA digitale 2026"),
            page="funding",
        ),
        Entry(
            _("Asseverazione"),
            _("Il controllo del risultato, fatto da un terzo per il Dipartimento, prima dell'erogazione."),
            _("padigitale2026.gov.it, raggiungere gli obiettivi"),
        ),
        Entry(
            _("CRE, certificato di regolare esecuzione"),
            _("Lo firma il RUP e si allega alla domanda di erogazione."),
            questions,
        ),
        Entry(
            _("Obbligo di mantenimento"),
            _("I servizi restano attivi per 5 anni dal 31 dicembre dell'anno in cui l'importo è stato erogato."),
            questions,
        ),
    ]
