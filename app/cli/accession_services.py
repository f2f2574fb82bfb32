# SPDX-License-Identifier: EUPL-1.2
"""`accession service ID CODE ...`: a service of a request, with its figures from the act."""

from typing import Any

import click

from app.actions import accession_services as actions
from app.actions.accessions import find_accession, show_accession
from app.cli.accession_fields import read_option_amount
from app.cli.accession_json import service_json
from app.cli.accession_lines import service_lines
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.accessions import AccessionId, RequestedService
from app.text import _

_TEXTS = {"unit": "unit", "act": "cost_source", "cup": "cup", "cig": "cig", "note": "note"}


@word(
    help=_(
        "Chiede un servizio con quello che gli serve prima; ne scrive quantità, codici e costi; "
        "oppure dice perché se ne fa a meno, o da chi l'abbiamo già."
    )
)
@click.argument("key", metavar="ID")
@click.argument("code", metavar=_("CODICE"))
@click.option("--quantity", type=click.IntRange(1), default=None, metavar=_("NUMERO"), help=_("Quanti."))
@click.option("--unit", default=None, metavar=_("TESTO"), help=_("Di che cosa: caselle, utenti."))
@click.option("--once", default=None, metavar=_("IMPORTO"), help=_("Il costo una volta sola, dall'atto."))
@click.option("--yearly", default=None, metavar=_("IMPORTO"), help=_("Il costo di un anno, dall'atto."))
@click.option("--act", default=None, metavar=_("TESTO"), help=_("L'atto che dice i costi."))
@click.option("--cup", default=None, metavar="CUP", help=_("Il CUP del progetto che lo paga."))
@click.option("--cig", default=None, metavar="CIG", help=_("Il CIG derivato."))
@click.option("--note", default=None, metavar=_("TESTO"), help=_("Una nota."))
@click.option("--decline", default="", metavar=_("MOTIVO"), help=_("Perché se ne fa a meno."))
@click.option("--already", default="", metavar=_("MOTIVO"), help=_("Da chi l'abbiamo già."))
@click.option("--drop", is_flag=True, help=_("Lo toglie dalla richiesta."))
@pass_words
def service(words: Words, /, key: str, code: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Ask for a service, set one aside, or write its figures."""
    accession_id = find_accession(words.store, key)
    _settle(words, accession_id, code, given)
    view = show_accession(words.store, accession_id)
    lines = list(service_lines(view)) or [_("La richiesta non nomina servizi.")]
    words.answer([service_json(one) for one in view.case.services], lines)


def _settle(words: Words, accession_id: AccessionId, code: str, given: dict[str, Any]) -> None:
    if sum(bool(given[name]) for name in ("decline", "already", "drop")) > 1:
        raise click.UsageError(_("Di --decline, --already e --drop se ne scrive uno solo."))
    if given["drop"]:
        actions.drop_service(words.store, accession_id, code)
    elif given["decline"]:
        actions.decline_service(words.store, accession_id, code, given["decline"])
    elif given["already"]:
        actions.have_already(words.store, accession_id, code, given["already"])
    else:
        _ask(words, accession_id, code, given)


def _ask(words: Words, accession_id: AccessionId, code: str, given: dict[str, Any]) -> None:
    fields = {field: given[name] for name, field in _TEXTS.items() if given[name] is not None}
    fields |= {name: read_option_amount(given[name]) for name in ("once", "yearly") if given[name] is not None}
    if given["quantity"] is not None:
        fields["quantity"] = given["quantity"]
    requested = _find(words, accession_id, code)
    if requested is None or not fields:
        actions.choose_services(words.store, accession_id, [code])
        requested = _find(words, accession_id, code)
    if fields and requested:
        actions.correct_service(words.store, requested.id, requested.version, **fields)


def _find(words: Words, accession_id: AccessionId, code: str) -> RequestedService | None:
    services = show_accession(words.store, accession_id).case.services
    return next((one for one in services if one.code == code.upper()), None)
