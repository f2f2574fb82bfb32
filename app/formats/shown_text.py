# SPDX-License-Identifier: EUPL-1.2
"""Files of text and mails as plain text to be read in the window: nothing in them is followed, loaded or run."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message

from app.domain.file_names import shown_name

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HEADS = ("From", "To", "Cc", "Date", "Subject")
_MOST_PARTS = 500
_BROKEN = (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError)
"""What the library of the language raises on a message that is not well formed."""


def decoded(content: bytes) -> str:
    """Text in the encodings that offices use; what is a letter in none of them is marked."""
    for encoding in ("utf-16",) if content[:2] in _WIDE else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def mail_text(content: bytes) -> str:
    """A mail: who, when, about what, its words without markup, the names of what is attached to it."""
    try:
        message = message_from_bytes(content, policy=policy.default)
        return "\n".join(_lines(message))
    except _BROKEN:
        return decoded(content)


def _lines(message: Message) -> Iterator[str]:
    for name in _HEADS:
        if name in message:
            yield f"{name}: {' '.join(str(message[name]).split())}"
    yield ""
    attached = []
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.get_filename():
            attached.append(f"+ {shown_name(str(part.get_filename()))}")
        elif part.get_content_type() == "text/plain" and isinstance(part, EmailMessage):
            yield _body(part)
    if attached:
        yield ""
        yield from attached


def _body(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # an encoding that is none
        payload = part.get_payload(decode=True)
        return decoded(payload) if isinstance(payload, bytes) else ""
