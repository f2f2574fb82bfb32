# SPDX-License-Identifier: EUPL-1.2
"""Every kind and field of documents and acts has its words, in the lists and in the history."""

from datetime import date

import pytest

from app.domain.acts import ACT_KINDS, Act
from app.domain.documents import DOCUMENT_KINDS, ORIGINS, Document
from app.text.document_labels import act_kind_label, act_name, document_kind_label, origin_label, protocol_words
from app.text.labels import field_label, field_value

ON = date(2026, 9, 20)


def test_every_key_has_words() -> None:
    for label, keys in ((document_kind_label, DOCUMENT_KINDS), (act_kind_label, ACT_KINDS), (origin_label, ORIGINS)):
        words = [label(key) for key in keys]
        assert len(set(words)) == len(keys)
        assert not set(words) & set(keys)
    assert act_kind_label("di un altro programma") == "di un altro programma"


@pytest.mark.parametrize("field", [*Document.__slots__, *Act.__slots__])
def test_every_field_has_a_word_in_the_history(field: str) -> None:
    assert field in ("id", "version") or field_label(field) != field


def test_values_of_the_history_are_said() -> None:
    assert field_value("kind", "receipt_delivery") == "Ricevuta di consegna PEC"
    assert field_value("kind", "accession_deed") == "Atto di adesione"
    assert field_value("origin", "draft") == "Generato da qui"
    assert field_value("signature", "{'kind': 'pades'}") == "letta quando il documento è stato aggiunto"
    assert field_value("is_immediate", "True") == "sì"
    assert field_value("protocol_on", "2026-11-06") == "06/11/2026"


def test_an_act_is_named_as_far_as_it_is_known() -> None:
    assert act_name("resolution", "31", ON) == "Delibera n. 31 del 20/09/2026"
    assert act_name("resolution", "31") == "Delibera n. 31"
    assert act_name("resolution", on=ON) == "Delibera del 20/09/2026"
    assert act_name("resolution") == "Delibera"
    assert protocol_words("4512", ON) == "4512 del 20/09/2026"
    assert protocol_words("4512", None) == "4512"
    assert protocol_words("", None) == ""
