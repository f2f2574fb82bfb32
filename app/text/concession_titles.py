# SPDX-License-Identifier: EUPL-1.2
"""The name of each action on concessions and contracts, as the history says it."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


CONCESSION_TITLES: dict[str, str] = {
    "concession.added": _n("Nuova concessione: {name}"),
    "concession.corrected": _n("Dati della concessione {name}"),
    "concession.removed": _n("Concessione eliminata: {name}"),
    "contract.opened": _n("Nuovo contratto: {name}"),
    "contract.opened_from_accession": _n("Contratti dall'adesione a {centre}"),
    "contract.duplicated": _n("Contratto duplicato: {name}"),
    "contract.corrected": _n("Dati del contratto {name}"),
    "contract.removed": _n("Contratto eliminato: {name}"),
    "contract.step_begin_activation": _n("Attivazione avviata: {name}"),
    "contract.step_pass_acceptance": _n("Collaudo superato: {name}"),
    "contract.step_go_live": _n("Servizio avviato: {name}"),
    "contract.step_suspend": _n("Servizio sospeso: {name}"),
    "contract.step_resume": _n("Servizio ripreso: {name}"),
    "contract.step_begin_closing": _n("Dismissione avviata: {name}"),
    "contract.step_give_up_closing": _n("Dismissione annullata: {name}"),
    "contract.step_cease": _n("Servizio cessato: {name}"),
    "contract.step_refuse": _n("Contratto rifiutato: {name}"),
    "contract.milestone_added": _n("Punto aggiunto all'attivazione di {name}"),
    "contract.milestone_corrected": _n("Attivazione di {name}"),
    "contract.milestone_removed": _n("Punto tolto dall'attivazione di {name}"),
    "contract.contact_added": _n("Persona aggiunta a {name}"),
    "contract.contact_corrected": _n("Persone di {name}"),
    "contract.contact_removed": _n("Persona tolta da {name}"),
    "contract.guarantee_added": _n("Garanzia aggiunta a {name}"),
    "contract.guarantee_corrected": _n("Garanzie di {name}"),
    "contract.guarantee_removed": _n("Garanzia tolta da {name}"),
    "contract.paper_added": _n("Documento collegato a {name}"),
    "contract.paper_removed": _n("Documento scollegato da {name}"),
    "contract.closing_begun": _n("Elenco della fine di {name}"),
    "contract.closing_added": _n("Riga aggiunta alla fine di {name}"),
    "contract.closing_corrected": _n("Fine di {name}"),
    "contract.closing_removed": _n("Riga tolta dalla fine di {name}"),
    "contract.change_added": _n("Modifica in corso di contratto: {name}"),
    "contract.change_corrected": _n("Dati di una modifica di {name}"),
    "contract.change_removed": _n("Modifica tolta da {name}"),
}
