# SPDX-License-Identifier: EUPL-1.2
"""The signatures of a CMS: each is checked against the bytes it signs, and its certificate against the signature.

A signature that does not fit is told, not refused: `is_intact` is False. What cannot be checked at all is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from app.domain.signatures import Signer
from app.errors import UserError
from app.formats.certificates import named
from app.formats.hostile import joined, measured, refusing
from app.formats.public_keys import allowed_digest, fits

if TYPE_CHECKING:
    from asn1crypto import cms, core, x509

MOST_SIGNERS = 50
_MOST_CERTIFICATES = 200
_LONGEST_CERTIFICATE = 64 * 1024

DigestOf = Callable[[str], bytes]
"""The digest of what was signed, by the name of the algorithm."""
Attributes = dict[str, list["core.Asn1Value"]]


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature that was checked, with what is needed to look for the authorities behind it."""

    signer: Signer
    certificate: bytes
    enclosed: tuple[bytes, ...]  # the other certificates that came with it
    moment: datetime | None  # of its time stamp, or as claimed


def digest_of(*pieces: bytes | memoryview) -> DigestOf:
    """The digests of these pieces, one after the other."""

    @cache
    def digest(algorithm: str) -> bytes:
        state = hashlib.new(allowed_digest(algorithm))
        for piece in pieces:
            state.update(piece)
        return state.digest()

    return digest


def signed_data(content: bytes) -> cms.SignedData:
    """The signed data of a CMS whose headers were measured; ValueError if it is something else."""
    import asn1crypto.tsp  # noqa: F401 - it teaches cms the names of the attributes of CAdES
    from asn1crypto import cms

    measured(content)
    envelope = cms.ContentInfo.load(content)
    if envelope["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    return envelope["content"]


def enclosed_content(found: cms.SignedData) -> bytes | None:
    """What was signed, if it lies inside."""
    content = found["encap_content_info"]["content"]
    if not _is_there(content):
        return None
    return joined(content.contents) if content.method else bytes(content)


def read_signatures(
    found: cms.SignedData, digest: DigestOf, claimed: datetime | None = None, stamped: datetime | None = None
) -> tuple[Signature, ...]:
    """Every signature of the signed data; times that stand outside of it serve where it has none inside."""
    infos = found["signer_infos"]
    if not len(infos):
        raise UserError("signature.no_signer")
    if len(infos) > MOST_SIGNERS:
        raise UserError("signature.too_many_signers", limit=MOST_SIGNERS)
    certificates = _certificates(found)
    kind = found["encap_content_info"]["content_type"].dotted
    times = (claimed, stamped)
    return tuple(_signature(info, certificates, digest, kind, times) for info in infos)


def stamped_at(token: bytes, digest: DigestOf) -> datetime | None:
    """When a time stamp was given to these bytes; None where it is for others, broken or not readable."""
    try:
        with refusing("signature.unreadable"):
            return _stamped_at(token, digest)
    except UserError:
        return None


def _stamped_at(token: bytes, digest: DigestOf) -> datetime | None:
    from asn1crypto import tsp

    found = signed_data(token)
    content = enclosed_content(found)
    if content is None or measured(content) != len(content):
        return None
    stated = tsp.TSTInfo.load(content)
    imprint = stated["message_imprint"]
    is_ours = imprint["hashed_message"].native == digest(imprint["hash_algorithm"]["algorithm"].native)
    signatures = read_signatures(found, digest_of(content))
    moment: datetime = stated["gen_time"].native.astimezone(UTC)
    return moment if is_ours and all(each.signer.is_intact for each in signatures) else None


def _signature(
    info: cms.SignerInfo,
    certificates: list[x509.Certificate],
    digest: DigestOf,
    kind: str,
    times: tuple[datetime | None, datetime | None],
) -> Signature:
    certificate = next((each for each in certificates if _is_of(info["sid"], each)), None)
    if certificate is None:
        raise UserError("signature.no_certificate")
    words, attributes = named(certificate), _attributes(info["signed_attrs"])
    signature = info["signature"].native
    told = attributes.get("signing_time", [])
    signed_at = told[0].native.astimezone(UTC) if told else times[0]
    stamps = _attributes(info["unsigned_attrs"]).get("signature_time_stamp_token", [])
    stamped = next(filter(None, (stamped_at(each.dump(), digest_of(signature)) for each in stamps)), times[1])
    moment = stamped or signed_at
    signer = Signer(
        name=words.name,
        fiscal_code=words.fiscal_code,
        organisation=words.organisation,
        certificate_from=words.starts.date(),
        certificate_until=words.ends.date(),
        issuer=words.issuer,
        signed_at=signed_at,
        has_timestamp=stamped is not None,
        is_intact=_is_intact(info, certificate, attributes, digest, kind),
        was_certificate_valid=words.holds_at(moment),
    )
    others = tuple(each.dump() for each in certificates if each is not certificate)
    return Signature(signer, certificate.dump(), others, moment)


def _is_intact(
    info: cms.SignerInfo, certificate: x509.Certificate, attributes: Attributes, digest: DigestOf, kind: str
) -> bool:
    """The digest, the kind and the certificate that were signed are those found, and the signature is of the key."""
    algorithm = info["digest_algorithm"]["algorithm"].native
    found = digest(algorithm)
    signed: tuple[DigestOf, ...] = (digest,)
    if _is_there(info["signed_attrs"]):
        if (
            [each.native for each in attributes.get("message_digest", [])] != [found]
            or [each.dotted for each in attributes.get("content_type", [])] != [kind]
            or not _names(attributes, certificate)
        ):
            return False
        signed = tuple(digest_of(written) for written in _as_signed(info["signed_attrs"]))
    key, signature = certificate.public_key, info["signature"].native
    return any(fits(key, info["signature_algorithm"], algorithm, signature, each) for each in signed)


def _as_signed(attributes: cms.CMSAttributes) -> Iterator[bytes]:
    """As they stand; and as they should stand, where a program signs them in DER and then writes BER."""
    yield attributes.untag().dump()
    yield attributes.untag().dump(force=True)


def _names(attributes: Attributes, certificate: x509.Certificate) -> bool:
    """False if the signer has named another certificate: the one found was then put there by someone else."""
    content = certificate.dump()
    for value in attributes.get("signing_certificate_v2", []):
        first = value["certs"][0]
        if digest_of(content)(first["hash_algorithm"]["algorithm"].native) != first["cert_hash"].native:
            return False
    for value in attributes.get("signing_certificate", []):
        stated = hashlib.sha1(content, usedforsecurity=False).digest()  # as the older attribute is defined
        if value["certs"][0]["cert_hash"].native != stated:
            return False
    return True


def _attributes(found: cms.CMSAttributes) -> Attributes:
    """All values by the name of their attribute; one that is there twice has the values of both."""
    values: Attributes = {}
    if _is_there(found):
        for attribute in found:
            if _is_there(attribute["values"]):
                values.setdefault(attribute["type"].native, []).extend(attribute["values"])
    return values


def _is_there(value: core.Asn1Value) -> bool:
    from asn1crypto.core import Void

    return not isinstance(value, Void)


def _certificates(found: cms.SignedData) -> list[x509.Certificate]:
    enclosed = found["certificates"]
    if not _is_there(enclosed):
        return []
    if len(enclosed) > _MOST_CERTIFICATES:
        raise UserError("signature.unreadable")
    certificates = [choice.chosen for choice in enclosed if choice.name == "certificate"]
    if any(len(certificate.dump()) > _LONGEST_CERTIFICATE for certificate in certificates):
        raise UserError("signature.unreadable")
    return certificates


def _is_of(signer: cms.SignerIdentifier, certificate: x509.Certificate) -> bool:
    stated = signer.chosen
    if signer.name != "issuer_and_serial_number":
        return bool(stated.native == certificate.key_identifier)
    is_same_issuer = stated["issuer"].dump() == certificate.issuer.dump() or stated["issuer"] == certificate.issuer
    return bool(stated["serial_number"].native == certificate.serial_number and is_same_issuer)
