# SPDX-License-Identifier: EUPL-1.2
"""The schedule of a contract with what was done of each instalment: invoices, payments, days that have passed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from app.actions.fees import ScheduleView, show_schedule
from app.domain.concessions import ContractId
from app.domain.fees import Instalment
from app.domain.instalment_standing import Key, Standing, standings
from app.domain.invoices import Invoice, InvoiceMatch, Payment
from app.domain.working_days import Patron, read_patron
from app.store import Session, Store, rows
from app.store.municipality import read_office


@dataclass(frozen=True, slots=True)
class StandingView(ScheduleView):
    """A schedule that knows how far each instalment has come."""

    standings: Mapping[Key, Standing]

    def standing(self, one: Instalment) -> Standing:
        """Of one of its instalments."""
        return self.standings[one.fee_id, one.starts_on]

    @property
    def late(self) -> tuple[Instalment, ...]:
        """Those that an invoice asks for and whose day has passed unpaid."""
        return tuple(one for one in self.instalments if self.standing(one).is_late)


def show_standings(store: Store, contract_id: ContractId, until: date | None = None) -> StandingView:
    """As `show_schedule`; UserError `record.gone`."""
    view = show_schedule(store, contract_id, until)
    with store.read() as session:
        matches = [one for fee in view.fees for one in rows.every(session, InvoiceMatch, fee_id=fee.id)]
        invoices = rows.every(session, Invoice, contract_id=contract_id)
        payments = rows.every(session, Payment, contract_id=contract_id)
        patron = _patron(session)
    found = standings(view.instalments, matches, invoices, payments, view.today, patron)
    return StandingView(**{one.name: getattr(view, one.name) for one in fields(view)}, standings=found)


def _patron(session: Session) -> Patron:
    office = read_office(session)
    return read_patron(office.patron) if office else None
