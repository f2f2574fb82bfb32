# SPDX-License-Identifier: EUPL-1.2
"""Receipts of certified mail as operators write them: invented addresses, the real shape."""

from email.message import EmailMessage
from xml.sax.saxutils import escape

SENDER = "protocollo@pec.comune.example"
CENTRE = "protocollo@pec.centro.example"
MESSAGE_ID = "<opec.2026.1@pec.comune.example>"
SUBJECTS = {
    "accettazione": "ACCETTAZIONE",
    "non-accettazione": "AVVISO DI NON ACCETTAZIONE",
    "avvenuta-consegna": "CONSEGNA",
    "errore-consegna": "AVVISO DI MANCATA CONSEGNA",
    "preavviso-errore-consegna": "AVVISO DI MANCATA CONSEGNA PER SUP. TEMPO MASSIMO",
    "rilevazione-virus": "PROBLEMA DI SICUREZZA",
    "posta-certificata": "POSTA CERTIFICATA",
}


def certificate(
    kind: str,
    subject: str,
    *,
    to: str = CENTRE,
    error: str = "nessuno",
    message_id: str = MESSAGE_ID,
    zone: str = "+0100",
) -> bytes:
    """`daticert.xml` of a receipt."""
    delivered = f"<consegna>{escape(to)}</consegna>" if kind.endswith("consegna") else ""
    extended = "<errore-esteso>5.1.1 - utente sconosciuto</errore-esteso>" if error != "nessuno" else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><postacert tipo="{kind}" errore="{error}"><intestazione>'
        f"<mittente>{SENDER}</mittente>"
        f'<destinatari tipo="certificato">{escape(to)}</destinatari><risposte>{SENDER}</risposte>'
        f"<oggetto>{escape(subject)}</oggetto></intestazione><dati>"
        "<gestore-emittente>Gestore di prova S.p.A.</gestore-emittente>"
        f'<data zona="{zone}"><giorno>06/11/2026</giorno><ora>10:42:11</ora></data>'
        f"<identificativo>ric.2026.{kind}@pec.gestore.example</identificativo><msgid>{escape(message_id)}</msgid>"
        f'<ricevuta tipo="completa"/>{delivered}{extended}</dati></postacert>'
    ).encode()


def receipt(
    kind: str,
    subject: str,
    *,
    to: str = CENTRE,
    error: str = "nessuno",
    message_id: str = MESSAGE_ID,
    original: bytes | None = None,
    has_certificate: bool = True,
) -> bytes:
    """A receipt as an .eml; `original` is the message that a complete one brings along."""
    message = EmailMessage()
    message["From"] = "posta-certificata@pec.gestore.example"
    message["To"] = SENDER
    message["Subject"] = f"{SUBJECTS.get(kind, kind)}: {subject}"
    message["Date"] = "Fri, 06 Nov 2026 10:42:12 +0100"
    message["Message-ID"] = f"<ric.2026.{kind}@pec.gestore.example>"
    message["X-Ricevuta"] = kind
    message["X-Riferimento-Message-ID"] = message_id
    message.set_content("Il giorno 06/11/2026 alle ore 10:42:11 il messaggio ...\n")
    if original is not None:
        message.add_attachment(original, maintype="application", subtype="octet-stream", filename="postacert.eml")
    if has_certificate:
        content = certificate(kind, subject, to=to, error=error, message_id=message_id)
        message.add_attachment(content, maintype="application", subtype="xml", filename="daticert.xml")
    return message.as_bytes()


def plain_message(subject: str) -> bytes:
    """A message that is no receipt."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", subject
    message.set_content("Buongiorno.\n")
    return message.as_bytes()


def forwarded(inner: bytes) -> bytes:
    """A message that brings another along, as a client that forwards it does."""
    from email import message_from_bytes, policy

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, SENDER, "I: ricevuta"
    message.set_content("Ecco.\n")
    message.add_attachment(message_from_bytes(inner, policy=policy.default))
    return message.as_bytes()
