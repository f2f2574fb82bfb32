# SPDX-License-Identifier: EUPL-1.2
"""One project seen with the others of its comune."""

from pathlib import Path

from app.actions import funding, open_data
from app.store import Store
from tests.open_data_rows import SEND, Row, row, write_open_data

PAYMENTS = "1.4.3 - pagoPA - Comuni - Settembre 2022"
DATA = "1.3.1 Piattaforma Digitale Nazionale Dati - Comuni Ottobre 2022"


def of_aprica(call: str, amount: str, cup: str) -> Row:
    """A row of the comune of the store."""
    return row(
        codice_ipa="c_a337",
        ente="Comune di Aprica",
        comune="Aprica",
        cod_comune="014004",
        provincia="SO",
        cod_provincia="014",
        avviso=call,
        importo_finanziamento=amount,
        codice_cup=cup,
    )


def composed(store: Store, cup: str) -> list[int] | None:
    """The counts of the parts of a project."""
    card = funding.show_project(store, funding.project_of_cup(store, cup).id)
    return [part.count for part in card.composition.components] if card.composition else None


def test_the_other_projects_tell_the_band_where_two_would_fit(store: Store, tmp_path: Path) -> None:
    payments = of_aprica(PAYMENTS, "9105.0", "J91F22000000001")  # 15 services of a small comune, 5 of a large one
    alone = write_open_data(tmp_path / "candidature_2023-01.csv", [payments])
    open_data.import_previews(store, open_data.preview_files(store, [alone]))
    assert composed(store, "J91F22000000001") is None
    others = [of_aprica(SEND, "23147.0", "J91F22000000002"), of_aprica(DATA, "10172.0", "J91F22000000003")]
    whole = write_open_data(tmp_path / "candidature_2023-02.csv", [payments, *others])
    open_data.import_previews(store, open_data.preview_files(store, [whole]))
    assert composed(store, "J91F22000000001") == [15]
    assert composed(store, "J91F22000000003") == [1]
