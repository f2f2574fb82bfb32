# SPDX-License-Identifier: EUPL-1.2
"""`accession record ID STEP --on DATE ...`: what was done, with the act that it brings into the register."""

from pathlib import Path
from typing import Any

import click

from app.actions.accession_acts import record_with_act
from app.actions.accession_steps import StepForm
from app.actions.accessions import find_accession, show_accession
from app.cli.accession_json import view_json
from app.cli.days import DAY
from app.cli.grammar import word
from app.cli.valid_words import step_words
from app.cli.words import Words, pass_words
from app.domain.accession_states import TRANSITIONS, Step
from app.text import _, day
from app.text.accession_labels import state_label, step_label

_STEPS = click.Choice(list(dict.fromkeys(way.step.value for way in TRANSITIONS if way.is_recorded)))
_FILE = click.Path(path_type=Path, dir_okay=False)
_FORM = ("on", "number", "number_on", "reason", "answer_by", "overridden")
_ACT = (
    *("published_on", "published_until", "publication_place", "enforceable_on", "enforceable_reason"),
    *("technical_opinion_on", "accounting_opinion_on", "auditor_opinion_on", "body", "subject"),
)


@word(
    valid_words=[step_words],
    help=_("Registra un passo; «propose», «resolve» ed «enforce» scrivono anche l'atto nel registro."),
)
@click.argument("key", metavar="ID")
@click.argument("step", metavar=_("PASSO"), type=_STEPS)
@click.option("--on", required=True, type=DAY, help=_("Quando è avvenuto."))
@click.option("--number", default="", metavar=_("NUMERO"), help=_("Il numero dell'atto o del protocollo."))
@click.option("--number-on", type=DAY, help=_("La data del protocollo."))
@click.option("--reason", default="", metavar=_("TESTO"), help=_("Il motivo, o che cosa chiede il centro."))
@click.option("--answer-by", type=DAY, help=_("Entro quando rispondere, se il centro lo dice."))
@click.option("--body", type=click.Choice(["council", "executive"]), default=None, help=_("Chi ha deliberato."))
@click.option("--subject", default=None, metavar=_("TESTO"), help=_("L'oggetto dell'atto."))
@click.option("--immediate", "is_immediate", is_flag=True, help=_("L'atto è immediatamente eseguibile."))
@click.option("--published-on", type=DAY, help=_("Pubblicato all'albo dal."))
@click.option("--published-until", type=DAY, help=_("Pubblicato all'albo fino al."))
@click.option("--publication-place", default=None, metavar=_("TESTO"), help=_("Dove è pubblicato."))
@click.option("--enforceable-on", type=DAY, help=_("Esecutivo da un giorno diverso da quello calcolato."))
@click.option("--enforceable-reason", default=None, metavar=_("TESTO"), help=_("Perché da quel giorno."))
@click.option("--technical-opinion-on", type=DAY, help=_("Il parere di regolarità tecnica."))
@click.option("--accounting-opinion-on", type=DAY, help=_("Il parere di regolarità contabile."))
@click.option("--auditor-opinion-on", type=DAY, help=_("Il parere dell'organo di revisione."))
@click.option("--file", default=None, metavar="FILE", type=_FILE, help=_("Il file che lo prova: atto, firma, lettera."))
@click.option("--override", "overridden", multiple=True, metavar=_("CODICE"), help=_("Un controllo messo da parte."))
@pass_words
def record(words: Words, /, key: str, step: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Record a step."""
    accession_id = find_accession(words.store, key)
    form = StepForm(**{name: given[name] for name in _FORM})
    act = {name: given[name] for name in _ACT if given[name] is not None}
    if given["is_immediate"]:
        act["is_immediate"] = True
    record_with_act(words.store, accession_id, Step(step), form, file=given["file"], **act)
    view = show_accession(words.store, accession_id)
    told = _("{step} il {day}. La pratica n. {id} è ora: {state}.")
    state = state_label(view.accession.state)
    words.answer(view_json(view), [told.format(step=step_label(step), day=day(form.on), id=accession_id, state=state)])
