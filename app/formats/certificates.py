# SPDX-License-Identifier: EUPL-1.2
"""Certificates: whom they name, and whether an authority of a list that the clerk loaded stands behind them.

This is less than the check of a signing program: no revocation, no policies, no list of the State. Hence a certificate
is said to be recognised or not, never valid.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.errors import UserError
from app.formats.hostile import measured, refusing

if TYPE_CHECKING:
    from asn1crypto import x509
    from cryptography.x509 import Certificate

_FISCAL_CODE = re.compile(r"\A(?:TIN)?IT[-:]\s?([A-Z0-9]{16}|\d{11})\Z", re.IGNORECASE)
_CARD_NAME = re.compile(r"[/\d]")  # a card names "BNCMRA60A41A337X/7430.4b8e": a code, no name
_LONGEST_NAME = 200
_MOST_TRUSTED = 2_000  # the list of a State holds some hundreds
_MOST_BYTES = 5 * 1024**2
_LONGEST_CHAIN = 8


@dataclass(frozen=True, slots=True)
class Named:
    """What a certificate says: its holder, its issuer, from when until when."""

    name: str
    fiscal_code: str
    organisation: str
    issuer: str
    starts: datetime
    ends: datetime

    def holds_at(self, moment: datetime | None) -> bool | None:
        """Whether the moment lies between its dates; None where there is no moment."""
        return self.starts <= moment <= self.ends if moment else None


def named(certificate: x509.Certificate) -> Named:
    """The words of a certificate; it raises what asn1crypto raises on a broken one."""
    subject, issuer = _words(certificate.subject), _words(certificate.issuer)
    validity = certificate["tbs_certificate"]["validity"]
    found = _FISCAL_CODE.match(subject.get("serial_number", ""))
    return Named(
        name=_name(subject),
        fiscal_code=found[1].upper() if found else "",
        organisation=subject.get("organization_name", ""),
        issuer=issuer.get("common_name", "") or issuer.get("organization_name", ""),
        starts=validity["not_before"].native.astimezone(UTC),
        ends=validity["not_after"].native.astimezone(UTC),
    )


def load_trusted(files: Sequence[bytes]) -> tuple[Certificate, ...]:
    """The certificates of PEM, DER and .p7b files; UserError `signature.trusted_unreadable` if one is none of them."""
    found: list[Certificate] = []
    for content in files:
        if len(content) > _MOST_BYTES:
            raise UserError("signature.trusted_unreadable")
        with refusing("signature.trusted_unreadable", *_trouble()):
            found += _certificates(content)
        if len(found) > _MOST_TRUSTED:
            raise UserError("signature.trusted_unreadable")
    if files and not found:
        raise UserError("signature.trusted_unreadable")
    return tuple(found)


def is_recognised(
    certificate: bytes, enclosed: Sequence[bytes], trusted: Sequence[Certificate], moment: datetime | None
) -> bool:
    """True when a chain of authorities, all within their dates at that moment, leads to a trusted certificate."""
    known = (*trusted, *_loaded(enclosed))
    anchors = set(trusted)
    current = next(_loaded((certificate,)), None)
    for depth in range(_LONGEST_CHAIN):
        if current is None or moment is None or not _holds_at(current, moment):
            return False
        if current in anchors:
            return True
        current = next((each for each in known if _has_issued(each, current, depth)), None)
    return False


def _name(subject: dict[str, str]) -> str:
    common = subject.get("common_name", "")
    full = " ".join(filter(None, (subject.get("given_name"), subject.get("surname"))))
    if full and (not common or _CARD_NAME.search(common)):
        return full
    return common or full or subject.get("pseudonym", "") or subject.get("organization_name", "")


def _words(name: x509.Name) -> dict[str, str]:
    """The parts of a name, the first of each kind."""
    words: dict[str, str] = {}
    for part in name.chosen:
        for value in part:
            words.setdefault(str(value["type"].native), _cleaned(value["value"].native))
    return words


def _cleaned(value: object) -> str:
    """Text of one line: what a certificate names is shown, and may have been written by anyone."""
    shown = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in str(value))
    return " ".join(shown.split())[:_LONGEST_NAME]


def _certificates(content: bytes) -> list[Certificate]:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import pkcs7

    if b"-----BEGIN CERTIFICATE" in content:
        return x509.load_pem_x509_certificates(content)
    if b"-----BEGIN " in content:
        return pkcs7.load_pem_pkcs7_certificates(content)
    measured(content)
    try:
        return [x509.load_der_x509_certificate(content)]
    except ValueError:
        return pkcs7.load_der_pkcs7_certificates(content)


def _loaded(certificates: Sequence[bytes]) -> Iterator[Certificate]:
    """Those that the stricter reader takes: a chain is made of these only."""
    from cryptography import x509

    for content in certificates:
        try:
            yield x509.load_der_x509_certificate(content)
        except _trouble():
            continue


def _holds_at(certificate: Certificate, moment: datetime) -> bool:
    try:
        return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc
    except _trouble():
        return False


def _has_issued(authority: Certificate, certificate: Certificate, depth: int) -> bool:
    """True for an authority that may sign certificates, at this place of the chain, and has signed this one."""
    from cryptography import x509

    try:
        limits = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
        if not limits.ca or (limits.path_length is not None and limits.path_length < depth):
            return False
        if not _may_sign_certificates(authority):
            return False
        certificate.verify_directly_issued_by(authority)
    except _trouble():
        return False
    return True


def _may_sign_certificates(authority: Certificate) -> bool:
    from cryptography import x509

    try:
        return authority.extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign
    except x509.ExtensionNotFound:
        return True


def _trouble() -> tuple[type[Exception], ...]:
    """What the library raises on a certificate that is broken, unusual or signed by another."""
    from cryptography import exceptions, x509

    return (
        *(ValueError, TypeError, exceptions.InvalidSignature, exceptions.UnsupportedAlgorithm),
        *(x509.InvalidVersion, x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType),
    )
