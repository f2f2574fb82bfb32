# SPDX-License-Identifier: EUPL-1.2
"""The words of the centres: whom they are for, how many joined, where we stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.centres import InCatchment, Verdict
from app.text import _, ngettext
from app.text.accession_labels import state_label
from app.ui.catalogue.words import capital

if TYPE_CHECKING:
    from app.actions.centres import CentresSurvey
    from app.domain.accessions import Accession
    from app.domain.catalogue import Centre
    from app.domain.centres import Membership

PLACE_TONES = {InCatchment.INSIDE: "good", InCatchment.OUTSIDE: "neutral", InCatchment.UNKNOWN: "neutral"}
VERDICT_TONES = {Verdict.SAME: "good", Verdict.DIFFERENT: "info", Verdict.UNKNOWN: "neutral"}


def place_told(centre: Centre, province: str) -> tuple[str, str]:
    """Title and sentence of the remark on a catchment that is not ours: a warning, never a refusal."""
    if centre.catchment:
        title = _("È nato per i comuni in provincia di {provinces}, noi siamo in provincia di {ours}").format(
            provinces=", ".join(centre.catchment), ours=province
        )
    else:
        title = _("Nessuna fonte dice per quali comuni è nato")
    return title, _(
        "Si può aderire lo stesso: un'aggregazione può passare i confini della provincia. Chiedilo prima al centro."
    )


def ours_words(accession: Accession | None) -> str:
    """Where we stand with a centre; nothing where we never began."""
    return state_label(accession.state.value) if accession else ""


def catchment_words(centre: Centre) -> str:
    """Whom it is meant for."""
    if not centre.catchment:
        return ""
    return _("Comuni in provincia di {provinces}").format(provinces=", ".join(centre.catchment))


def membership_words(told: Membership) -> str:
    """`185 comuni aderenti su 205 del bacino`; nothing where no source counts."""
    if told.members is None:
        count = told.catchment
        basin = ngettext("{count} comune nel bacino", "{count} comuni nel bacino", count or 0)
        return basin.format(count=count) if count is not None else ""
    members = ngettext("{count} comune aderente", "{count} comuni aderenti", told.members).format(count=told.members)
    about = _("circa {words}").format(words=members) if told.is_about else members
    if told.catchment is None:
        return capital(about)
    return capital(_("{members} su {catchment} del bacino").format(members=about, catchment=told.catchment))


def totals(survey: CentresSurvey) -> str:
    """How many centres there are, and how many are meant for us."""
    count, inside = len(survey.rows), survey.count(InCatchment.INSIDE)
    told = ngettext("{count} centro", "{count} centri", count).format(count=count)
    if not survey.province:
        return told
    if inside:
        ours = ngettext(
            "{count} nato per i comuni in provincia di {province}",
            "{count} nati per i comuni in provincia di {province}",
            inside,
        )
    else:
        ours = _("nessuno nato per i comuni in provincia di {province}: si può aderire lo stesso")
    return f"{told} · {ours.format(count=inside, province=survey.province)}"
