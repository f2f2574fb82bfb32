# SPDX-License-Identifier: EUPL-1.2
"""The index of a whole file names each of its columns once."""

from app.text.folder_words import index_headers


def test_every_column_has_its_own_name() -> None:
    assert len(set(index_headers())) == 9
    assert index_headers()[-1] == "Impronta SHA-256"
