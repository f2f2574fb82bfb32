# SPDX-License-Identifier: EUPL-1.2
"""What a checklist lacks and what does not fit before a request leaves: the sentence, and the rule behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.text import _, day, ngettext
from app.text.accession_labels import accession_field_label, body_label


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


@dataclass(frozen=True, slots=True)
class FindingWords:
    """One finding as people read it."""

    text: str  # what does not fit and what to do
    why: str  # the rule, with its law or where the refusal was seen


_FINDINGS: dict[str, tuple[str, str]] = {
    "services.none": (
        _n("La richiesta non nomina nessun servizio: scegline almeno uno."),
        _n("Senza servizi non c'è che cosa chiedere."),
    ),
    "services.prerequisite": (
        _n("{code} ha bisogno di {needed}: chiedilo, o scrivi perché ne fai a meno."),
        _n("Il catalogo dice che cosa serve prima: un servizio attivato senza il suo prerequisito non parte."),
    ),
    "services.withdrawn": (
        _n("{code} non è più nel catalogo del centro: chiedi conferma prima di inviare."),
        _n("L'ultima edizione del catalogo lo ha ritirato."),
    ),
    "services.not_offered": (
        _n("Nessuna fonte mostra che il centro offra {code}: chiedi conferma prima di inviare."),
        _n("L'elenco dei servizi di un centro viene dalle fonti citate nella sua scheda."),
    ),
    "services.cup_missing": (
        _n("{name} risulta finanziato: scrivi il CUP ({cups})."),
        _n("Il CUP va scritto nell'accordo e in ogni atto di affidamento (FAQ PA digitale 2026 sulle unioni)."),
    ),
    "services.cup_wrong": (
        _n("Il CUP di {name} non è scritto come un CUP: ricontrollalo."),
        _n("Un CUP ha 15 caratteri: lettera, due cifre, lettera, undici cifre. Il controllo dice solo la forma."),
    ),
    "services.cup_other": (
        _n("Il CUP di {name} non è quello dei progetti finanziati che lo pagano: ricontrollalo."),
        _n("Il CUP mancante o diverso tra delibera, contratto e decreto è tra gli errori più frequenti."),
    ),
    "services.cig_wrong": (
        _n("Il CIG di {name} non supera il controllo di forma: ricontrollalo."),
        _n("Il carattere di controllo non torna (algoritmo ANAC). Il controllo dice solo la forma."),
    ),
    "services.cig_missing": (
        _n("Se per {name} si paga un fornitore serve il CIG derivato: scrivilo, se c'è."),
        _n("I contratti attuativi hanno sempre un CIG derivato (MIT, parere 3180/2025). Una convenzione tra enti no."),
    ),
    "services.double_funding": (
        _n("{name} è già pagato da fondi pubblici e ha anche un costo: controlla che non sia la stessa spesa."),
        _n("La stessa spesa non può stare su due finanziamenti pubblici."),
    ),
    "signer.none": (
        _n("Manca chi firma: scrivi il nome del Sindaco o del delegato."),
        _n("La domanda la firma il legale rappresentante o un suo delegato."),
    ),
    "signer.no_delegation": (
        _n("{name} firma come delegato ma la delega non è nel fascicolo: allegala."),
        _n("Un firmatario diverso dal legale rappresentante fa respingere la domanda (FAQ ANAC)."),
    ),
    "signer.not_representative": (
        _n("{name} non è il Sindaco in carica tra le persone dell'ente: correggi il nome o segna la delega."),
        _n("Un firmatario diverso dal legale rappresentante fa respingere la domanda (FAQ ANAC)."),
    ),
    "contact.none": (
        _n("Manca chi segue la richiesta: nome e posta elettronica."),
        _n("Il centro deve sapere a chi chiedere."),
    ),
    "body.not_competent": (
        _n("L'atto è di {body}, ma per questa adesione delibera {due}: correggi l'organo o scrivi il motivo."),
        _n("TUEL art. 42 c. 2 lett. c e art. 30: le convenzioni tra enti spettano al Consiglio (ANCI Digitale)."),
    ),
    "act.none": (
        _n("Manca la delibera: scrivi numero e data."),
        _n("Senza delibera dell'organo non si firma la convenzione."),
    ),
    "act.no_file": (
        _n("La delibera non è nel fascicolo: il pacchetto partirebbe senza. Allegala."),
        _n("Il centro accoglie la richiesta sulla delibera che l'approva: se manca, chiede integrazioni."),
    ),
    "act.not_published": (
        _n("La delibera non risulta pubblicata: scrivi da quando è all'albo."),
        _n("TUEL art. 124: quindici giorni all'albo pretorio (norma nota, non consultata)."),
    ),
    "act.no_enforceability": (
        _n("Non si sa quando la delibera è esecutiva: scrivi la pubblicazione o che è immediatamente eseguibile."),
        _n("TUEL art. 134: dopo dieci giorni di pubblicazione, o subito (norma nota, non consultata)."),
    ),
    "act.not_enforceable": (
        _n("La delibera sarà esecutiva solo dal {on}: prima non si invia."),
        _n("TUEL art. 134: dopo dieci giorni di pubblicazione, o subito (norma nota, non consultata)."),
    ),
    "act.opinions_missing": (
        _n("Mancano le date dei pareri di regolarità: scrivile nella proposta."),
        _n("TUEL art. 49 (norma nota, non consultata)."),
    ),
    "dates.reversed": (
        _n("{later} ({later_on}) viene prima del giorno {earlier} ({earlier_on}): correggi una delle due date."),
        _n("Ogni atto poggia su quello che lo precede."),
    ),
    "signature.none": (
        _n("Manca la domanda firmata: allega il file firmato."),
        _n("Gli accordi tra amministrazioni si firmano in digitale, o sono nulli (L. 241/1990 art. 15 c. 2-bis)."),
    ),
    "signature.not_given_out": (
        _n("Il file firmato non è quello generato il {on}: riscaricalo e fallo firmare di nuovo."),
        _n("Un file cambiato dopo la firma, anche da un timbro, fa respingere la domanda (FAQ ANAC)."),
    ),
    "signature.services_changed": (
        _n("Dopo la domanda da firmare i servizi sono cambiati: preparala di nuovo e falla firmare."),
        _n("La domanda firmata nomina i servizi, le quantità e i CUP: il pacchetto deve chiedere gli stessi."),
    ),
    "signature.broken": (
        _n("La firma non è integra: il file è cambiato dopo la firma. Fallo firmare di nuovo."),
        _n("Un file cambiato dopo la firma fa respingere la domanda (FAQ ANAC)."),
    ),
    "signature.certificate_expired": (
        _n("Il certificato non era valido il giorno della firma: fallo firmare di nuovo con un certificato valido."),
        _n("Il certificato deve valere il giorno in cui si firma."),
    ),
    "signature.other_signer": (
        _n("Il file lo ha firmato {found}, non {name}: correggi chi firma o fai firmare lui."),
        _n("Un firmatario diverso da quello dichiarato fa respingere la domanda (FAQ ANAC)."),
    ),
    "request.old": (
        _n("La domanda è firmata il {on}, da più di {days} giorni: prepara e fai firmare una nuova versione."),
        _n("Una richiesta più vecchia di 30 giorni viene respinta (FAQ ANAC sulle domande di adesione)."),
    ),
    "request.unnamed": (
        _n("La domanda generata lascia vuoto: {what}. Scrivilo, generala di nuovo e falla firmare."),
        _n("Senza chi chiede e chi firma la domanda non è di nessuno."),
    ),
    "request.gaps": (
        "",  # counted: see _gaps
        _n("Nel file da firmare è scritto «da completare»: chi lo riceve chiede integrazioni."),
    ),
    "centre.no_pec": (
        _n("Manca la PEC del centro: scrivila, la trovi sull'IPA."),
        _n("La richiesta parte per PEC."),
    ),
    "centre.outside_catchment": (
        _n("{centre} è nato per un altro territorio ({province} non c'è): chiedi prima se accoglie la domanda."),
        _n("Un'aggregazione può comprendere comuni di altre province: è un avviso, non un divieto."),
    ),
    "centre.already_member": (
        _n("Siete già dentro {centre}: controlla che non serva invece un rinnovo."),
        _n("Una seconda adesione allo stesso centro di regola non serve."),
    ),
    "term.outlasts_concession": (
        _n(
            "L'adesione finisce il {ends_on}, la concessione dietro {centre} già il {concession_on}: "
            "chiedi chi dà i servizi da allora."
        ),
        _n(
            "Un servizio finisce al primo dei tre termini: concessione, adesione, contratto. "
            "La fine della concessione è quella della scheda del centro, con la sua fonte."
        ),
    ),
    "catalogue.expired": (
        _n("Il catalogo del centro è scaduto il {on}: importa l'edizione nuova prima di aderire."),
        _n("Un'edizione scaduta si può leggere ma non serve per aderire."),
    ),
}
_DAYS = {
    "proposal": (_n("La proposta"), _n("della proposta")),
    "resolution": (_n("La delibera"), _n("della delibera")),
    "published": (_n("La pubblicazione"), _n("della pubblicazione")),
    "enforceable": (_n("L'esecutività"), _n("dell'esecutività")),
    "signed": (_n("La firma"), _n("della firma")),
}
_MISSING = {
    "service.none": _n("Scegli almeno un servizio"),
    "service.prerequisite": _n("Serve prima {name}"),
    "field.empty": _n("Manca: {name}"),
    "document.none": _n("Manca il documento: {name}"),
    "draft.none": _n("Crea il documento da firmare: {name}"),
    "signed_copy.none": _n("Manca la copia firmata: {name}"),
    "file.gone": _n("Non c'è più il file: {name}"),
    "act.not_yet_enforceable": _n("Esecutiva dal {name}"),
    "package.none": _n("Prepara il pacchetto da inviare"),
    "answer.none": _n("Si aspetta la risposta del centro"),
}
_ACT_FIELDS = {
    "number": _n("numero dell'atto"),
    "on": _n("data dell'atto"),
    "technical_opinion_on": _n("data del parere di regolarità tecnica"),
    "accounting_opinion_on": _n("data del parere di regolarità contabile"),
    "published_on": _n("data di pubblicazione"),
    "enforceable_on": _n("data di esecutività"),
}


def finding_words(code: str, params: Mapping[str, object]) -> FindingWords:
    """A finding of `domain.coherence` in one sentence, with its reason."""
    text, why = _FINDINGS[code]
    shown = {name: _shown(name, value) for name, value in params.items()}
    count = params.get("count")
    told = _gaps(count) if isinstance(count, int) else _(text)
    return FindingWords(told.format(**shown), _(why))


def missing_words(code: str, name: str, title: str = "") -> str:
    """What a line of the checklist lacks; `title` is the name of the document where it has one."""
    return _(_MISSING[code]).format(name=title or _name(code, name))


def _gaps(count: int) -> str:
    return ngettext(
        "La domanda generata lascia vuota {count} cosa ({what}): completala e genera di nuovo la domanda.",
        "La domanda generata lascia vuote {count} cose ({what}): completale e genera di nuovo la domanda.",
        count,
    )


def _name(code: str, name: str) -> str:
    if code == "act.not_yet_enforceable":
        return day(date.fromisoformat(name))
    if name in _ACT_FIELDS:
        return _(_ACT_FIELDS[name])
    return accession_field_label(name) or name


def _shown(name: str, value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if name in ("later", "earlier"):
        return _(_DAYS[str(value)][name == "earlier"])
    return body_label(str(value)) if name in ("body", "due") else str(value)
