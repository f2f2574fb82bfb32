# SPDX-License-Identifier: EUPL-1.2
"""Which form belongs to which line; a line that has none of its own has its documents, its steps and its note."""

from __future__ import annotations

from app.ui.accession.form import LineForm
from app.ui.accession.forms.commitment import CommitmentForm
from app.ui.accession.forms.end import EndForm
from app.ui.accession.forms.outcome import OutcomeForm
from app.ui.accession.forms.own import OwnForm
from app.ui.accession.forms.people import PeopleForm
from app.ui.accession.forms.proposal import ProposalForm
from app.ui.accession.forms.publication import PublicationForm
from app.ui.accession.forms.resolution import ResolutionForm
from app.ui.accession.forms.sending import SendingForm
from app.ui.accession.forms.services import ServicesForm
from app.ui.accession.forms.start import StartForm
from app.ui.accession.place import Place

_FORMS: dict[str, type[LineForm]] = {
    "services": ServicesForm,
    "people": PeopleForm,
    "proposal": ProposalForm,
    "resolution": ResolutionForm,
    "publication": PublicationForm,
    "commitment": CommitmentForm,
    "sending": SendingForm,
    "outcome": OutcomeForm,
    "start": StartForm,
    "end": EndForm,
}


def form_of(place: Place, key: str, *, is_custom: bool) -> LineForm:
    """A new form for a line."""
    if is_custom:
        return OwnForm(place, key)
    return _FORMS.get(key, LineForm)(place)
