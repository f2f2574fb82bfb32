# SPDX-License-Identifier: EUPL-1.2
"""How the service levels of a year read in this window: tones, cells of tables, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.level_import import RowKind
from app.domain.level_stages import Stage
from app.text import _, day, money, ngettext, sentence
from app.text.level_words import missing_words, number_words, period_label, stage_label

if TYPE_CHECKING:
    from app.actions.level_views import IndicatorYear, LevelPeriod, LevelsYear
    from app.domain.level_import import ImportRow
    from app.domain.service_levels import Reading
    from app.errors import CampanileError

MISSING = "–"
TONES = {
    Stage.NOT_YET: "neutral",
    Stage.TO_READ: "warning",
    Stage.MET: "good",
    Stage.TOLERATED: "info",
    Stage.NO_TARGET: "neutral",
    Stage.TO_CONTEST: "bad",
    Stage.CONTESTED: "info",
    Stage.TO_DECIDE: "warning",
    Stage.WAIVED: "neutral",
    Stage.DEDUCTED: "info",
}
_STAGE_ICONS = {Stage.DEDUCTED: "euro", Stage.WAIVED: "dash", Stage.TOLERATED: "half"}
_ICONS = {"good": "check", "warning": "warning", "bad": "warning", "info": "clock", "neutral": "circle"}
_ROW_TONES = {RowKind.ADDED: "good", RowKind.CHANGED: "info", RowKind.EQUAL: "neutral", RowKind.REFUSED: "bad"}


def stage_icon(stage: Stage) -> str:
    """The picture beside the words of a stage."""
    return _STAGE_ICONS.get(stage, _ICONS[TONES[stage]])


def period_words(row: LevelPeriod) -> str:
    """The period as a clerk says it."""
    return period_label(row.indicator.period, row.starts_on)


def value_words(row: LevelPeriod) -> str:
    """What was read, with its unit."""
    return number_words(row.reading.value, row.indicator.unit) if row.reading else MISSING


def penalty_cell(row: LevelPeriod) -> str:
    """The penalty, or that it is to be written; nothing where there is none."""
    if row.judged is None or (row.penalty is not None and not row.penalty):
        return MISSING
    return _("da inserire") if row.penalty is None else money(row.penalty)


def stage_words(row: LevelPeriod) -> str:
    """Where it stands."""
    return stage_label(row.stage)


def next_words(row: LevelPeriod) -> str:
    """What was done last, and what may be done now: one sentence."""
    reading = row.reading
    if reading is None:
        is_over = row.stage is Stage.TO_READ
        told = _("Il periodo è finito: registra la lettura.") if is_over else _("Il periodo finisce il {day}.")
        return told.format(day=day(row.ends_on))
    if row.stage is Stage.DEDUCTED:
        number = row.invoice.number if row.invoice else MISSING
        return _("Detratta il {day} dalla fattura {number}.").format(day=day(reading.deducted_on), number=number)
    sentences = {
        Stage.WAIVED: _("Non applicata: {reason}").format(reason=reading.waived_reason),
        Stage.TO_CONTEST: _("Prepara la lettera, inviala per PEC, poi registra la contestazione."),
        Stage.CONTESTED: _contested(reading),
        Stage.TO_DECIDE: _answered(reading),
    }
    return sentences.get(row.stage, "")


def missing_line(row: LevelPeriod) -> str:
    """Why the penalty is not known; nothing where it is."""
    if row.judged is None or row.judged.penalty is not None or not row.judged.missing:
        return ""
    return _("La penale non si calcola: {missing}.").format(missing=missing_words(row.judged.missing))


def counts_line(year: IndicatorYear) -> str:
    """`Rispettato: 9 · Da contestare: 1`: what the cells of an indicator show, in words."""
    stages = [one.stage for one in year.periods]
    return " · ".join(f"{stage_label(stage)}: {stages.count(stage)}" for stage in Stage if stage in stages)


def totals_line(year: LevelsYear) -> str:
    """The year in one line."""
    read = sum(one.reading is not None for one in year.periods)
    due = len(year.periods) - year.count(Stage.NOT_YET)
    missed = sum(one.judged is not None and one.judged.outcome.value == "breach" for one in year.periods)
    parts = [
        ngettext("{read} lettura su {due}", "{read} letture su {due}", read).format(read=read, due=max(due, read)),
        ngettext("{count} mancanza", "{count} mancanze", missed).format(count=missed),
    ]
    if year.penalties:
        parts.append(_("penali {amount}").format(amount=money(year.penalties)))
    if year.unknown:
        parts.append(
            ngettext("{count} penale da inserire", "{count} penali da inserire", year.unknown).format(
                count=year.unknown
            )
        )
    if year.deducted:
        parts.append(_("detratti {amount}").format(amount=money(year.deducted)))
    return " · ".join(parts)


def doubt_words(year: LevelsYear) -> tuple[str, str, str] | None:
    """What is to be seen first in a year: title, what to do, tone; None where there is nothing."""
    breaches = year.count(Stage.TO_CONTEST)
    if breaches:
        words = ngettext("{count} mancanza da contestare", "{count} mancanze da contestare", breaches)
        told = _("Prepara la lettera, inviala per PEC, poi registra la contestazione.")
        return words.format(count=breaches), told, "bad"
    if year.unknown:
        words = ngettext("{count} penale non si calcola", "{count} penali non si calcolano", year.unknown)
        return words.format(count=year.unknown), _("Il motivo è accanto alla lettura."), "warning"
    return None


def row_tone(row: ImportRow) -> str:
    """The tone of a row of a table that is imported."""
    return _ROW_TONES[row.kind]


def row_icon(row: ImportRow) -> str:
    """The picture beside the words of such a row."""
    return _ICONS[_ROW_TONES[row.kind]]


def row_reason(row: ImportRow) -> str:
    """Why it is left out, or what it changes."""
    if row.reason is not None:
        return refusal_words(row.reason)
    if row.before is not None and row.kind is RowKind.CHANGED:
        return _("Prima era {value}").format(value=number_words(row.before, ""))
    return ""


def refusal_words(error: CampanileError) -> str:
    """Why a row was left out: without what was kept, for nothing is written yet."""
    told = sentence(error)
    for kept in (_("Nulla è stato cambiato. "), _("La riga è stata saltata. "), _("È rimasto quello di prima. ")):
        told = told.replace(kept, "")
    return told.replace(_("La riga è stata saltata."), "").strip()


def _contested(reading: Reading) -> str:
    told = _("Contestata il {day}").format(day=day(reading.contested_on))
    if reading.protocol:
        told += _(", protocollo {number}").format(number=reading.protocol)
    if reading.reply_by is not None:
        told += _("; il fornitore risponde entro il {day}").format(day=day(reading.reply_by))
    return told + "."


def _answered(reading: Reading) -> str:
    if reading.replied_on is None:
        return _("Il fornitore non ha risposto entro il {day}: decidi la penale.").format(day=day(reading.reply_by))
    told = _("Risposta del {day}").format(day=day(reading.replied_on))
    return f"{told}: {reading.reply}" if reading.reply else f"{told}."
