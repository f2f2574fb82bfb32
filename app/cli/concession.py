# SPDX-License-Identifier: EUPL-1.2
"""`concession ...`: what runs after joining, from the command line alone."""

from app.cli.concession_budget import budget
from app.cli.concession_fees import fee
from app.cli.concession_schedule import schedule
from app.cli.grammar import word_group
from app.text import _


@word_group(help=_("Le concessioni e i contratti: canoni, fatture, livelli di servizio, modifiche, fine."))
def concession() -> None:
    """Words on concessions and contracts."""


for _word in (schedule, budget, fee):
    concession.add_command(_word)
