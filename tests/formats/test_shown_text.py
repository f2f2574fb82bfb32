# SPDX-License-Identifier: EUPL-1.2
"""Texts and mails as they are read in the window, whatever they hold."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.shown_text import decoded, mail_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encodings_of_offices(encoding: str) -> None:
    assert decoded("Città è più".encode(encoding)) == "Città è più"


def test_bytes_that_are_no_text_are_marked() -> None:
    assert decoded(b"a\x81\xffb") == "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}b"


def test_a_mail_shows_its_heads_its_words_and_its_attachments() -> None:
    mail = EmailMessage()
    mail["From"] = "Protocollo <protocollo@pec.comune.example>"
    mail["Subject"] = "Adesione: è partita"
    mail.set_content("Si trasmette la domanda.\n")
    mail.add_alternative("<img src='http://spia.example/1.png'><b>Si trasmette</b>", subtype="html")
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="domanda\u202efdp.exe")
    shown = mail_text(mail.as_bytes())
    assert shown.splitlines()[:2] == [
        "From: Protocollo <protocollo@pec.comune.example>",
        "Subject: Adesione: è partita",
    ]
    assert "Si trasmette la domanda." in shown
    assert "spia.example" not in shown
    assert "+ domanda«U+202E»fdp.exe" in shown


def test_a_mail_of_an_unknown_encoding_is_shown_all_the_same() -> None:
    assert "citt" in mail_text(b"Subject: x\nContent-Type: text/plain; charset=boh\n\ncitt\xe0")


@given(st.binary(max_size=400))
def test_any_bytes_give_some_text(content: bytes) -> None:
    for text in (
        decoded(content),
        mail_text(content),
        mail_text(b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" + content),
    ):
        text.encode("utf-8", "surrogatepass")
