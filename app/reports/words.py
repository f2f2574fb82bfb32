# SPDX-License-Identifier: EUPL-1.2
"""The words that the reports share: states, roles, deadlines, parts of a lump sum, fee models."""

from collections.abc import Iterable
from datetime import date

from app.domain.calls import Component, Composition, TimeLimit
from app.domain.catalogue import Source
from app.domain.funding import Project, Status
from app.domain.municipality import Office
from app.text import _, day, in_language, language, money, ngettext
from app.text.labels import status_label

STATES = (Status.FUNDED, Status.RENUNCIATION_PENDING, Status.PAID, Status.RENOUNCED)
"""The order of the states on paper: what is still to come first."""

_SELF_NAMED = ("comune", "città", "citta", "roma capitale", "municipality", "gemeinde", "commune")


def comune_name(office: Office) -> str:
    """`Comune di Aprica`; both names of a bilingual comune; a name that says it already stays as it is."""
    name = f"{office.name} / {office.other_name}" if office.other_name else office.name
    if name.casefold().startswith(_SELF_NAMED):
        return name
    return _("Comune di {name}").format(name=name)


def state_since(status: Status, since: date | None) -> str:
    """The state of one project with the date on which it began, where the open data say it."""
    if since is None:
        return status_label(status)
    return {
        Status.FUNDED: _("Finanziato il {day}"),
        Status.PAID: _("Erogato il {day}"),
        Status.RENOUNCED: _("Rinunciato il {day}"),
        Status.RENUNCIATION_PENDING: _("Rinuncia in corso dal {day}"),
    }[status].format(day=day(since))


def project_state(project: Project) -> str:
    """The state of a project since its day; a file without that column leaves the day of the decree."""
    is_just_funded = project.status is Status.FUNDED
    return state_since(project.status, project.status_on or (project.funded_on if is_just_funded else None))


def state_heading(status: Status) -> str:
    """The projects of one state."""
    return {
        Status.FUNDED: _("Finanziati, da erogare"),
        Status.PAID: _("Erogati"),
        Status.RENOUNCED: _("Rinunciati"),
        Status.RENUNCIATION_PENDING: _("Con rinuncia in corso"),
    }[status]


def role_name(role: str) -> str:
    """A role of `municipality.ROLES`."""
    names = {
        "mayor": _("Sindaco"),
        "secretary": _("Segretario comunale"),
        "rup": _("RUP (responsabile unico del progetto)"),
        "rtd": _("Responsabile per la transizione digitale"),
        "finance": _("Responsabile finanziario"),
        "dpo": _("Responsabile della protezione dei dati"),
        "dec": _("Direttore dell’esecuzione del contratto"),
        "other": _("Altro incarico"),
    }
    return names.get(role, role)


def event_name(event: str) -> str:
    """What falls due."""
    names = {
        "contract": _("Firma del contratto"),
        "completion": _("Completamento delle attività"),
        "maintenance": _("Fine dell’obbligo di tenere attivo il servizio"),
    }
    return names.get(event, event)


def limit_words(limit: TimeLimit) -> str:
    """A time limit of a call, with what it is counted from, or that no source tells it."""
    if limit.on is not None:
        return _("entro il {day}").format(day=day(limit.on))
    if limit.days is not None:
        span = ngettext("entro {count} giorno", "entro {count} giorni", limit.days).format(count=limit.days)
    elif limit.months is not None:
        span = ngettext("entro {count} mese", "entro {count} mesi", limit.months).format(count=limit.months)
    else:
        return _("nessuna fonte consultata dice il termine")
    return " ".join(part for part in (span, _counted_from(limit.counted_from)) if part)


def _counted_from(start: str) -> str:
    names = {
        "": "",
        "decree_notified": _("dalla notifica del decreto"),
        "contract_signed": _("dalla firma del contratto"),
        "end_of_year_of_payment": _("dal 31 dicembre dell’anno dell’erogazione"),
        "not_told": _("(da quando, le fonti non lo dicono)"),
    }
    return names.get(start, start)


def note_words(limit: TimeLimit) -> str:
    """What is to be known beside a limit."""
    return in_language(limit.note, limit.note_en)


def how_known_words(composition: Composition) -> str:
    """How the amounts of a composition are known."""
    told = in_language(composition.how_known, composition.how_known_en).rstrip(".")
    if not composition.is_band_implied:
        return told
    return _("{told}; fascia di abitanti dedotta dagli altri importi del comune").format(told=told)


def composition_words(composition: Composition) -> str:
    """`9 servizi in aggiornamento + canone`."""
    return " + ".join(component_words(component) for component in in_order(composition))


def in_order(composition: Composition) -> list[Component]:
    """The parts of a lump sum, the counted services first, the fixed part last."""
    return sorted(composition.components, key=lambda component: component.role == "fixed")


def component_words(component: Component) -> str:
    """One part of a lump sum, counted."""
    count = component.count
    if component.role == "transfer":
        return ngettext("{count} servizio in trasferimento", "{count} servizi in trasferimento", count).format(
            count=count
        )
    if component.role == "upgrade":
        return ngettext("{count} servizio in aggiornamento", "{count} servizi in aggiornamento", count).format(
            count=count
        )
    if component.role == "service":
        return ngettext("{count} servizio", "{count} servizi", count).format(count=count)
    if "canone" in component.unit:
        return _("canone")
    return in_language(component.unit, component.unit_en) or _("quota fissa")


def component_sum(component: Component) -> str:
    """`9 × 4.603,00 € = 41.427,00 €`."""
    whole = money(component.amount * component.count)
    return f"{component.count} × {money(component.amount)} = {whole}" if component.count != 1 else whole


def band_words(composition: Composition) -> str:
    """The residents for whom these amounts hold."""
    low, high = composition.population_min, composition.population_max
    if high is None:
        return _("oltre {low} abitanti").format(low=count_people(low)) if low else ""
    return _("da {low} a {high} abitanti").format(low=count_people(low or 0), high=count_people(high))


def count_people(count: int | None) -> str:
    """`1.234`, in English `1,234`; nothing where the number of residents is not known."""
    if count is None:
        return ""
    return f"{count:,}" if language() == "en" else f"{count:,}".replace(",", ".")


def projects_count(count: int) -> str:
    """`8 progetti`."""
    return ngettext("{count} progetto", "{count} progetti", count).format(count=count)


def fee_name(model: str) -> str:
    """A fee model of `catalogue.FEE_MODELS`."""
    names = {
        "quota_adesione": _("quota annua di adesione al centro"),
        "quota_inclusa": _("compreso nella quota di adesione"),
        "canone_abitanti": _("canone secondo il numero di abitanti"),
        "quota_postazione": _("quota per postazione di lavoro"),
        "canone_fisso": _("canone fisso annuo"),
        "consumo": _("a consumo"),
        "transazione": _("a transazione"),
        "aggio": _("aggio su quanto si riscuote"),
        "progetto": _("importo del progetto, una volta sola"),
    }
    return names.get(model, model)


def addressee_name(addressee: str) -> str:
    """For whom a service is."""
    names = {"ENTE": _("uffici dell’ente"), "CITTADINI": _("cittadini"), "IMPRESE": _("imprese")}
    return names.get(addressee, addressee)


def legal_words(laws: Iterable[Source]) -> str:
    """The laws, one a line; each code is said in full the first time."""
    names = {
        "CAD": _("Codice dell’amministrazione digitale (CAD)"),
        "TUEL": _("Testo unico degli enti locali (TUEL)"),
    }
    lines = []
    for law in laws:
        code, space, rest = law.text.partition(" ")
        lines.append(source_words(Source(f"{names.pop(code, code)}{space}{rest}", law.inferred)))
    return "\n".join(lines)


def source_words(source: Source) -> str:
    """A source; what was concluded and not read says so."""
    return f"{source.text} {inferred_mark()}" if source.inferred else source.text


def inferred_mark() -> str:
    """The mark of what was concluded, not read in a source."""
    return _("(dedotto, non letto in una fonte)")


def missing_notice(count: int) -> str:
    """That some characters could not be printed; nothing when all could."""
    if not count:
        return ""
    return ngettext(
        "{count} carattere non si può stampare: al suo posto c’è «?».",
        "{count} caratteri non si possono stampare: al loro posto c’è «?».",
        count,
    ).format(count=count_people(count))


def freshness(oldest: date, newest: date) -> str:
    """How fresh the data are, where one file told one project and another file another."""
    if oldest == newest:
        return _("aggiornati al {day}").format(day=day(newest))
    told = _("aggiornati fra il {oldest} e il {newest}, secondo il file")
    return told.format(oldest=day(oldest), newest=day(newest))
