# SPDX-License-Identifier: EUPL-1.2
"""A form keeps what was typed, whatever comes in between."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.settings.form import Form
from app.ui.widgets.fields import LabeledField


@pytest.fixture
def make(show: Callable[[QWidget], None]) -> Callable[[dict[str, Any]], Form]:
    """A form of two lines over a given memory of what is typed."""

    def build(typed: dict[str, Any]) -> Form:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        fields = {name: LabeledField(name, QLineEdit()) for name in ("name", "phone")}
        for labeled in fields.values():
            layout.addWidget(labeled)
        form = Form(fields, typed, widget)
        show(widget)
        return form

    return build


def _type(form: Form, name: str, text: str) -> None:
    QTest.keyClicks(form.fields[name].field, text)


def test_what_is_typed_is_a_change_until_it_is_given_up(make: Callable[[dict[str, Any]], Form]) -> None:
    typed: dict[str, Any] = {}
    form = make(typed)
    form.show_values("1", {"name": "Anna", "phone": ""})
    assert form.changed() == {}
    _type(form, "phone", "12")
    assert form.changed() == {"phone": "12"}
    assert typed == {"1": {"phone": "12"}}
    form.revert()
    assert (form.changed(), typed) == ({}, {})


def test_another_form_over_the_same_memory_shows_it_again(make: Callable[[dict[str, Any]], Form]) -> None:
    typed: dict[str, Any] = {}
    first = make(typed)
    first.show_values("1", {"name": "Anna", "phone": ""})
    _type(first, "phone", "12")
    second = make(typed)
    second.show_values("2", {"name": "Bruno", "phone": "9"})
    assert second.value("phone") == "9"
    second.show_values("1", {"name": "Anna", "phone": ""})
    assert second.value("phone") == "12"


def test_what_was_saved_meanwhile_stands_beside_what_is_typed(make: Callable[[dict[str, Any]], Form]) -> None:
    form = make({})
    form.show_values("1", {"name": "Anna", "phone": ""})
    _type(form, "phone", "12")
    form.show_values("1", {"name": "Anna Rossi", "phone": "7"})
    assert form.values() == {"name": "Anna Rossi", "phone": "12"}
    assert form.fields["phone"].error.text() == "Intanto è stato salvato: 7"


def test_errors_go_beside_their_fields(make: Callable[[dict[str, Any]], Form]) -> None:
    form = make({})
    form.show_values("1", {"name": "", "phone": ""})
    form.set_errors({"phone": "Troppo corto."})
    assert (form.fields["name"].error.text(), form.fields["phone"].error.text()) == ("", "Troppo corto.")
    assert form.fields["phone"].field.property("isWrong")
