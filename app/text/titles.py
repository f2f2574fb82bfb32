# SPDX-License-Identifier: EUPL-1.2
"""The name of each action, as the history and the menus say it."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


TITLES: dict[str, str] = {
    "municipality.chosen": _n("Scelta del comune: {name}"),
    "municipality.corrected": _n("Modifica dei dati dell'ente"),
    "municipality.ipa_code_found": _n("Codice IPA dell'ente: {ipa_code}"),
    "person.added": _n("Aggiunta di {name}"),
    "person.corrected": _n("Modifica di {name}"),
    "person.removed": _n("Eliminazione di {name}"),
    "catalogue.edition_loaded": _n("Catalogo n. {edition}"),
    "catalogue.service_starred": _n("Stella a {code}"),
    "catalogue.service_unstarred": _n("Stella tolta da {code}"),
    "catalogue.service_noted": _n("Nota su {code}"),
    "funding.imported": _n("Importazione dati aperti: {files}"),
    "funding.project_noted": _n("Nota sul progetto {cup}"),
    "store.restored": _n("Ripristino della copia del {made_at}"),
    "example.filled": _n("Dati del comune di esempio"),
}
