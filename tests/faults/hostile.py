# SPDX-License-Identifier: EUPL-1.2
"""What the tests of security try everywhere: names, texts, addresses, a listener that nobody may call."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import JSON, String, select

from app.actions.changes import Changes
from app.models import Base
from app.store import Store

NAMES = (
    *("../../x", "/abs", "C:\\x", "a\\..\\b", "CON", "con.pdf", "x.pdf:ads", "fine. ", "fine.exe  ", "a\0b.pdf"),
    *("a\nb.pdf", "delibera\u202efdp.exe", "-rf", "--data=x", "~utente", "..", ".", "\u200b\u200b", "a<b>|c?*.pdf"),
    *("programma.desktop", "collegamento.lnk", "programma.exe", "pagina.html", "disegno.svg", "macro.docm", ".bashrc"),
    *("è" * 300 + ".pdf", "e" + "\u0301" * 1000 + ".pdf", "caff\udce9.pdf", "%s%n{0}{file}", "$(touch x).pdf"),
    *(
        "'; DROP TABLE document; --.pdf",
        "<img src=x.png>.pdf",
        "[*].pdf",
        "a&b.pdf",
        "CITT\u00c0.pdf",
        "citta\u0300.pdf",
    ),
)
"""Names that files may come with (reliability S1)."""
LETTERS = (
    "عقد الانضمام 2026",  # written from right to left
    "abc\u202efdp\u2066exe",  # turned around half way
    "e" + "\u0301" * 1000,
    "zero\u200blarghezza\u2060\ufeff",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "citta\u0300 Forli\u0300",  # as a Mac writes them
    "a\0b\x07c\x1bd",
    "w" * 3000,
    "riga\nriga\r\nriga\u2028riga\ttab",
    "ﬁ ① ㎏ ẞ İ \u0131",
)
"""Texts that a careless layout, index or print would stumble over (reliability S7)."""
LINKS = (
    *("file:///etc/passwd", "smb://server/quota", "\\\\server\\quota\\x", "javascript:alert(1)", "ms-msdt:/id PCW"),
    *(
        "https://p\u0430gopa.gov.it",
        "http://" + "a" * 4096,
        "data:text/html,x",
        "mailto:a@b?attach=/etc/passwd",
        "//server/x",
    ),
)
"""Addresses that nothing may follow, among them one of 4 KB and one with a Cyrillic letter (reliability S3)."""
SQL = ("'; DROP TABLE document; --", "' OR '1'='1", "%", "_", "\\", "100%", "a_b", '"', "'' --", "x'); DELETE FROM act")
"""What a careless statement would take for a part of itself (S5)."""

_CODES = (
    *("kind", "state", "key", "code", "reference", "istat", "belfiore", "ipa_code", "fiscal_code", "patron", "body"),
    *("signer_fiscal_code", "sha256", "package_sha256", "origin", "actor", "act_kind", "item_key", "step", "choice"),
    *("from_state", "to_state", "answer", "centre_code", "key_id", "public_key", "fingerprint", "replaced_by", "role"),
    *("natural_key", "status", "province", "cup", "cig", "field", "law"),
    *("regime", "concessionaire_vat", "parent_cig", "service_code", "supplier_vat", "spending", "asseveration"),
    *("reason_code", "letter", "new_cig", "new_cup", "new_supplier_vat", "model", "period", "pro_rata", "direction"),
    *("index_threshold_kind", "index_rounding", "penalty_rule", "penalty_base", "cap_base", "refusal_cause", "due_vat"),
    *("format_version", "type", "currency"),
)
"""Columns that hold a key of ours or a code that was checked; `body` is free text where a project has it."""
_VALUES = ("old", "new")  # of any field of a project: where it was a day or an amount, it stays one
_OWN = ("history_entry", "history_change", "search_index")
_CODED = re.compile(r"[\w.+:-]{0,40}|\d{4}-\d\d-\d\d")
_KEYS_OF_CODES = ("field", "kind", "state", "formats", "draft", "match", "on")


def write_everywhere(store: Store, text: str) -> Changes:
    """Put a text into every column of every row that may hold words of people, also into those yet to be made."""
    with store.write("document.added", name=text) as session:
        for mapper in Base.registry.mappers:
            if mapper.class_.__tablename__ in _OWN:
                continue
            for record in session.scalars(select(mapper.class_)):
                for column, kind in columns(mapper.class_):
                    old = getattr(record, column)
                    is_value = column in _VALUES and _CODED.fullmatch(old)
                    if not is_value:
                        setattr(record, column, text if isinstance(kind, String) else _spoilt(old, text))
    return Changes.all()


def columns(record: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 - a class of the models
    """The columns of a table that hold words, each with its type."""
    return [
        (column.name, column.type)
        for column in record.__table__.columns
        if isinstance(column.type, String | JSON) and column.name not in _CODES
    ]


def _spoilt(value: Any, text: str, key: str = "") -> Any:  # noqa: ANN401 - as JSON has it
    if isinstance(value, dict):
        return {name: _spoilt(one, text, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_spoilt(one, text, key) for one in value]
    is_words = isinstance(value, str) and key not in _KEYS_OF_CODES and not _CODED.fullmatch(value)
    return text if is_words else value


@contextmanager
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this computer and what was asked of it: no picture, font or page may ever be fetched."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    called, _whose = server.accept()
                except OSError:
                    return
                with called:
                    called.settimeout(2)
                    heard.append(called.recv(200))

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield server.getsockname()[1], heard
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)
