# SPDX-License-Identifier: EUPL-1.2
"""What people read goes through gettext, and nowhere but in the layers that speak."""

import ast
import re
from collections.abc import Iterator

from tests.source import Source, last_name, sources

APP = sources("app")
SPEAKERS = ("app/ui/", "app/reports/", "app/text/", "app/cli/", "app/bootstrap.py")
ALSO_SPEAK = {
    "app/actions/centre_comparison.py": "the cells of a list that is printed and written to a file too",
    "app/actions/export.py": "the heads of an exported list are printed words, as those of a report",
    "app/actions/document_tables.py": "the heads of an exported list are printed words, as those of a report",
    "app/actions/budget_tables.py": "the heads and cells of an exported list are printed words",
    "app/actions/concession_tables.py": "the heads and cells of an exported list are printed words",
    "app/actions/fee_facts.py": "the facts of a fee as the window and the print say them alike",
    "app/actions/invoice_tables.py": "the heads and cells of an exported list are printed words",
    "app/actions/tables.py": "the yes and no of an exported list",
    "app/actions/output.py": "the reason that the system gave, which fills a sentence",
    "app/actions/workspace.py": "who the history names where the system knows no one",
    "app/store/faults.py": "who holds the store where no one signed, which fills a sentence",
}
GETTEXT = {"_", "_n", "ngettext"}
SHOWN = {
    **dict.fromkeys(
        (
            "setText", "setPlaceholderText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis",
            "setAccessibleName", "setAccessibleDescription", "setInformativeText", "setLabelText", "setTitle",
            "addAction", "addMenu", "addItem", "addButton", "QLabel", "QPushButton", "QAction", "QCheckBox",
            "QRadioButton", "QGroupBox", "Label", "button", "Button", "Link", "Pill", "NoteField",
            "Card", "Panel", "toast", "say", "set_title", "set_totals", "set_footer", "set_error", "add_heading",
            "add_text", "add_link", "add_source", "add_button", "echo", "heading", "item", "section",
        ),
        (0,),
    ),
    **dict.fromkeys(("Banner", "PageHeader", "MenuFilter", "show_empty", "add_row", "add_callout"), (0, 1)),
    **dict.fromkeys(("EmptyState", "set_empty"), (0, 1, 2)),
    "Callout": (0, 1, 3), "LabeledField": (0, 2), "Chip": (1,), "Place": (1,), "Column": (1,), "addTab": (1,),
    "ask": (1, 2, 3), "information": (1, 2), "question": (1, 2), "warning": (1, 2), "critical": (1, 2),
    "getSaveFileName": (1,), "getOpenFileName": (1,), "getOpenFileNames": (1,), "getExistingDirectory": (1,),
}  # fmt: skip
"""What shows words, and at which places of its arguments."""
SHOWN_BY_NAME = {"title", "text", "label", "hint", "help", "tooltip", "button_text", "all_text", "name"}
WORD = re.compile(r"[a-zàèéìòù]{2,}")
NAMES = re.compile(r"\*\.\w+|Campanile|(Ctrl|Alt)\+|https?://")


def test_no_words_are_shown_that_gettext_does_not_know() -> None:
    bare = [
        f"{source.name}:{call.lineno} {callee}"
        for source in APP
        for callee, call in source.calls()
        for shown in _shown(callee, call)
        if _has_words(shown) and not (callee in {"warning", "critical"} and _is_log(call))
    ]
    assert bare == []


def test_only_the_layers_that_speak_know_gettext() -> None:
    found = {
        source.name
        for source in APP
        for name in source.imports()
        if name.rpartition(".")[2] in GETTEXT and name.startswith("app.text.")
    }
    assert {name for name in found if not name.startswith(SPEAKERS)} == set(ALSO_SPEAK)


def test_a_message_is_one_whole_literal() -> None:
    broken = []
    for source in APP:
        for callee, call in source.calls():
            if callee in GETTEXT and call.args:
                messages = call.args[:2] if callee == "ngettext" else call.args[:1]
                broken += [f"{source.name}:{call.lineno}" for message in messages if _is_built(message)]
    assert broken == []


def test_a_message_is_filled_by_name() -> None:
    unnamed = [
        f"{source.name}:{number} {message}"
        for source in APP
        for number, message in _messages(source)
        if re.search(r"\{\}|\{\d|%s|%d|%\(", message)
    ]
    assert unnamed == []


def _shown(callee: str, call: ast.Call) -> Iterator[ast.expr]:
    for place in SHOWN.get(callee, ()):
        if place < len(call.args):
            yield call.args[place]
    if callee in SHOWN:
        yield from (keyword.value for keyword in call.keywords if keyword.arg in SHOWN_BY_NAME)


def _has_words(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(WORD.search(re.sub(NAMES, "", node.value)))
    if isinstance(node, ast.JoinedStr):
        return any(_has_words(part) for part in node.values)
    if isinstance(node, ast.IfExp):
        return _has_words(node.body) or _has_words(node.orelse)
    if isinstance(node, ast.BinOp):
        return _has_words(node.left) or _has_words(node.right)
    if isinstance(node, ast.BoolOp):
        return any(_has_words(part) for part in node.values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "replace"}:
        return _has_words(node.func.value)
    return False


def _is_log(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and last_name(call.func.value) in {"_log", "logging"}


def _is_built(message: ast.expr) -> bool:
    """Put together at run time, so that no catalogue can hold it; a name or a look-up was a literal elsewhere."""
    return isinstance(message, ast.JoinedStr | ast.BinOp | ast.Call)


def _messages(source: Source) -> Iterator[tuple[int, str]]:
    for callee, call in source.calls():
        if callee in GETTEXT:
            for argument in call.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield call.lineno, argument.value
