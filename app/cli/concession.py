# SPDX-License-Identifier: EUPL-1.2
"""`concession ...`: what runs after joining, from the command line alone."""

from app.cli.concession_budget import budget
from app.cli.concession_contracts import contract
from app.cli.concession_fees import fee
from app.cli.concession_parts import change, contact, guarantee
from app.cli.concession_schedule import schedule
from app.cli.concession_words import correct, list_all, new, remove, show
from app.cli.grammar import word_group
from app.text import _


@word_group(help=_("Le concessioni e i contratti: canoni, fatture, livelli di servizio, modifiche, fine."))
def concession() -> None:
    """Words on concessions and contracts."""


for _word in (list_all, show, new, correct, remove, contract, contact, guarantee, change, schedule, budget, fee):
    concession.add_command(_word)
