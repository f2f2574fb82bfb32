# SPDX-License-Identifier: EUPL-1.2
"""What does not fit in a contract or in a concession: the sentence, and the rule behind it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.text import _, day, ngettext
from app.text.code_reasons import code_reason
from app.text.concession_labels import layer_label, role_label


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_EARLIEST = _n("Un servizio finisce alla prima delle tre scadenze: concessione, adesione, contratto.")
_VALID = _n("Una garanzia deve valere per tutta la durata del contratto.")
_CIG_WHY = _n("I contratti attuativi hanno sempre un CIG derivato (MIT, parere 3180/2025), diverso da quello padre.")
_CUP_WHY = _n("Il CUP mancante o diverso tra delibera, contratto e decreto è tra gli errori più frequenti.")
_KEEP_WHY = _n("Cinque anni dal 31 dicembre dell'anno di erogazione (FAQ PA digitale 2026).")
_CLOUD_WHY = _n("Il servizio in cloud deve avere una qualifica ACN valida (regolamento 21007/24).")
_WORDS: dict[str, tuple[str, str]] = {
    "clock.contract_outlasts_membership": (
        _n("Il contratto dura fino al {longer_on}, l'adesione solo fino al {shorter_on}."),
        _EARLIEST,
    ),
    "clock.contract_outlasts_concession": (
        _n("Il contratto dura fino al {longer_on}, la concessione solo fino al {shorter_on}."),
        _EARLIEST,
    ),
    "clock.membership_outlasts_concession": (
        _n("L'adesione dura fino al {longer_on}, la concessione solo fino al {shorter_on}."),
        _EARLIEST,
    ),
    "clock.started_after_membership": (
        _n("Il contratto comincia il {on}, dopo la fine dell'adesione ({ends_on})."),
        _n("Un servizio si ordina finché la convenzione è in vigore."),
    ),
    "clock.over": (_n("Il termine è passato il {on}: {layers}."), _EARLIEST),
    "clock.ends_soon": (_n("Finisce il {on}, tra {days}: {layers}."), _EARLIEST),
    "clock.no_end": (
        _n("Manca la scadenza del contratto."),
        _n("Senza scadenza non si sa quando il servizio finisce né per quali anni serve l'impegno."),
    ),
    "year.no_commitment": (
        _n("Per il {year} è prevista una spesa e non c'è un impegno."),
        _n("Nessuna spesa senza impegno e copertura (art. 183 e 191 TUEL)."),
    ),
    "fee.goes_on": (
        _n("Il servizio è sospeso e il canone continua."),
        _n("Le rate, il controllo delle fatture e la spesa contano anche quei giorni, finché non sospendi il canone."),
    ),
    "levels.to_contest": (
        _n("Letture che non rispettano i livelli promessi e non ancora contestate: {count}."),
        _n("La penale si chiede con una contestazione: prepara la lettera, o scrivi perché non la applichi."),
    ),
    "change.extension": (
        _n("È scritta una proroga di una concessione che non si può prorogare."),
        _n("Art. 178 c. 5 D.Lgs. 36/2023: la durata non si proroga, salvo la revisione del piano (art. 192)."),
    ),
    "change.over_half": (
        _n("Un atto aggiuntivo vale il {percent} % del valore iniziale."),
        _n("Art. 189 c. 1 D.Lgs. 36/2023: ogni aumento non supera la metà del valore iniziale."),
    ),
    "bond.lapsed": (_n("La garanzia definitiva è scaduta il {on}."), _VALID),
    "bond.lapses_soon": (_n("La garanzia definitiva scade il {on}, tra {days}."), _VALID),
    "insurance.lapsed": (_n("La polizza è scaduta il {on}."), _VALID),
    "insurance.lapses_soon": (_n("La polizza scade il {on}, tra {days}."), _VALID),
    "cloud.lapsed": (_n("La qualifica cloud è scaduta il {on}."), _CLOUD_WHY),
    "cloud.lapses_soon": (_n("La qualifica cloud scade il {on}, tra {days}."), _CLOUD_WHY),
    "mandate.lapsed": (
        _n("L'incarico di {name} ({role}) è finito il {on}."),
        _n("Chi firma o controlla deve avere un incarico in corso."),
    ),
    "mandate.lapses_soon": (
        _n("L'incarico di {name} ({role}) finisce il {on}, tra {days}."),
        _n("Chi firma o controlla deve avere un incarico in corso."),
    ),
    "dpa.missing": (
        _n("Manca l'accordo sul trattamento dei dati personali."),
        _n("Chi tratta dati per conto del comune lo fa in base a un contratto (art. 28 GDPR)."),
    ),
    "prerequisite.not_active": (
        _n("Il servizio ha bisogno di {code}, che non risulta attivo."),
        _n("Il catalogo dice che cosa serve prima."),
    ),
    "cig.missing": (_n("Manca il CIG del contratto."), _CIG_WHY),
    "cig.parent": (_n("Il CIG {cig} è quello padre, della concessione: serve quello derivato."), _CIG_WHY),
    "cig.malformed": (
        _n("Il CIG {cig} non supera il controllo: {reason}"),
        _n("Il controllo dice solo la forma."),
    ),
    "cup.missing": (_n("Il servizio è finanziato e manca il CUP."), _CUP_WHY),
    "cup.malformed": (
        _n("Il CUP {cup} non supera il controllo: {reason}"),
        _n("Il controllo dice solo la forma."),
    ),
    "cup.of_another_project": (_n("Il CUP {cup} non è quello dei progetti che pagano il servizio: {cups}."), _CUP_WHY),
    "maintenance.ends_before": (
        _n(
            "Finisce il {on} ({layers}), ma il servizio è pagato dal PNRR e va tenuto attivo fino al {until}: "
            "prima della fine serve un rinnovo o un altro contratto."
        ),
        _KEEP_WHY,
    ),
    "maintenance.must_go_on": (_n("Il servizio è pagato dal PNRR e va tenuto attivo fino al {until}."), _KEEP_WHY),
    "maintenance.unknown": (
        _n("Il servizio è pagato dal PNRR e non si sa quando: scrivi il giorno dell'erogazione."),
        _KEEP_WHY,
    ),
    "report.not_made": (
        _n("Non risulta la comunicazione della concessione al portale PPP della Ragioneria generale."),
        _n("Chi concede comunica il contratto e i suoi allegati (circolare PCM-DIPE del 19 maggio 2022)."),
    ),
}


def warning_words(code: str, params: Mapping[str, object]) -> str:
    """What does not fit, as people read it."""
    return _(_WORDS[code][0]).format(**_shown(params))


def warning_why(code: str) -> str:
    """The rule behind a warning, with its law where there is one."""
    return _(_WORDS[code][1])


def period_to_check() -> str:
    """The note of a fee whose yearly amount is known and whose instalments are not."""
    return _("Periodicità da controllare sull'atto.")


def _shown(params: Mapping[str, object]) -> dict[str, str]:
    return {name: _said(name, value) for name, value in params.items()}


def _said(name: str, value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return f"{value:.0f}"
    if isinstance(value, tuple):
        return ", ".join(layer_label(str(one)) if name == "layers" else str(one) for one in value)
    if name == "days" and isinstance(value, int):
        return ngettext("{count} giorno", "{count} giorni", value).format(count=value)
    if name == "role":
        return role_label(str(value))
    return code_reason(str(value)) if name == "reason" else str(value)
