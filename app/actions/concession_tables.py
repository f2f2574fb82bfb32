# SPDX-License-Identifier: EUPL-1.2
"""The contracts with the concessions behind them, and all their instalments, as lists for a spreadsheet."""

from app.actions.concessions import list_concessions
from app.actions.contracts import ContractRow, survey_contracts
from app.actions.fees import show_schedule
from app.actions.tables import Row, Table, saying
from app.domain.concessions import CONCESSION_STATES, Concession
from app.store import Store
from app.text import _
from app.text.concession_labels import concession_state_label, contract_state_label, spending_label


def concessions_table(store: Store) -> Table:
    """One row for each contract (layer L2), then one for each concession (L0); a fee that is not known is empty."""
    keys = (
        *("layer", "id", "title", "state", "supplier", "vat", "service", "concession", "cig", "cup", "starts_on"),
        *("ends_on", "effective_end", "year_fee", "chapter", "warnings"),
    )
    headers = (
        *(_("Livello"), _("Numero"), _("Titolo"), _("Stato"), _("Fornitore"), _("Partita IVA"), _("Servizio")),
        *(_("Concessione"), _("CIG"), _("CUP"), _("Comincia il"), _("Finisce il"), _("Fine effettiva")),
        *(_("Canone dell'anno"), _("Capitolo"), _("Avvisi")),
    )
    rows = (*map(_contract_row, survey_contracts(store)), *map(_concession_row, list_concessions(store)))
    return Table(_("Concessioni"), keys, headers, rows, saying(keys, state=_state))


def schedule_table(store: Store) -> Table:
    """Every expected instalment of every contract, until its end or some years ahead; unknown amounts are empty."""
    keys = (
        *("contract_id", "contract", "fee", "number", "starts_on", "ends_on", "due_on", "net", "vat", "gross"),
        *("spending", "chapter"),
    )
    headers = (
        *(_("Contratto n."), _("Contratto"), _("Canone"), _("Rata"), _("Dal"), _("Al"), _("Scade il")),
        *(_("Imponibile"), _("IVA"), _("Totale"), _("Tipo di spesa"), _("Capitolo")),
    )
    rows = tuple(
        (
            *(contract.id, contract.title, one.title, one.number, one.starts_on, one.ends_on, one.due_on),
            *(one.net, one.vat, one.gross, one.spending, one.chapter),
        )
        for contract in (row.contract for row in survey_contracts(store))
        for one in show_schedule(store, contract.id).instalments
    )
    return Table(_("Rate"), keys, headers, rows, saying(keys, spending=spending_label))


def _contract_row(row: ContractRow) -> Row:
    one = row.contract
    return (
        *("L2", one.id, one.title, one.state.value, one.supplier, one.supplier_vat, one.service_code),
        *(row.concession.title if row.concession else "", one.cig, one.cup, one.starts_on, one.ends_on),
        *(row.effective_end.on if row.effective_end else None, row.year_fee, one.chapter, len(row.warnings)),
    )


def _concession_row(one: Concession) -> Row:
    return (
        *("L0", one.id, one.title, one.state, one.concessionaire, one.concessionaire_vat, "", ""),
        *(one.parent_cig, one.cup, one.starts_on, one.ends_on, None, None, "", None),
    )


def _state(key: str) -> str:
    return concession_state_label(key) if key in CONCESSION_STATES else contract_state_label(key)
