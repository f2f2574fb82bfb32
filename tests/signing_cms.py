# SPDX-License-Identifier: EUPL-1.2
"""Envelopes for tests: a throw-away authority, people with certificates, what they sign."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal
from zlib import crc32

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID

SIGNED_AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
MAYOR, MAYOR_CODE = "Maria Bianchi", "BNCMRA60A41A337X"

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Encoding = Literal["der", "pem", "base64", "base64_lines", "ber"]


@dataclass(frozen=True)
class Identity:
    """A certificate, its key and those above it."""

    certificate: x509.Certificate
    key: PrivateKey
    above: tuple[x509.Certificate, ...] = ()

    @property
    def der(self) -> bytes:
        """The certificate in its binary form."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate as a list of trusted ones holds it."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def certify(
    subject: dict[x509.ObjectIdentifier, str],
    issuer: Identity | None = None,
    *,
    kind: str = "rsa",
    is_authority: bool = False,
    path_length: int | None = None,
    years: tuple[int, int] = (2025, 2029),
) -> Identity:
    """A certificate of these words, signed by the issuer or by itself."""
    name = x509.Name([x509.NameAttribute(oid, value) for oid, value in subject.items()])
    key = _key(kind, name.rfc4514_string())
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.certificate.subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(crc32(name.rfc4514_string().encode()) + years[0])
        .not_valid_before(datetime(years[0], 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(years[1], 12, 31, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=path_length), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    certificate = builder.sign(issuer.key if issuer else key, hashes.SHA256())
    return Identity(certificate, key, (issuer.certificate, *issuer.above) if issuer else ())


@cache
def authority(name: str = "Autorità di prova", kind: str = "rsa") -> Identity:
    """An authority that nobody knows, the same each time that it is asked for by its name."""
    subject = {NameOID.COUNTRY_NAME: "IT", NameOID.ORGANIZATION_NAME: "Prove S.p.A.", NameOID.COMMON_NAME: name}
    return certify(subject, kind=kind, is_authority=True)


@cache
def person(
    name: str = MAYOR,
    fiscal_code: str = f"TINIT-{MAYOR_CODE}",
    *,
    kind: str = "rsa",
    organisation: str = "",
    years: tuple[int, int] = (2025, 2029),
) -> Identity:
    """Someone with a certificate of the authority; `kind` is "rsa" or "ec"."""
    subject = {NameOID.COMMON_NAME: name, NameOID.SERIAL_NUMBER: fiscal_code, NameOID.ORGANIZATION_NAME: organisation}
    return certify({oid: word for oid, word in subject.items() if word}, authority(), kind=kind, years=years)


def sign_p7m(
    content: bytes,
    *signers: Identity,
    encoding: Encoding = "der",
    digest: str = "sha256",
    is_detached: bool = False,
    has_certificates: bool = True,
    **how: Any,  # noqa: ANN401 - as signer_info has it
) -> bytes:
    """An envelope (CAdES) with this content, signed by these people or by the mayor."""
    people = signers or (person(),)
    infos = [signer_info(content, each, digest=digest, **how) for each in people]
    inside = {"content_type": "data"} if is_detached else {"content_type": "data", "content": content}
    made = signed_data(infos, people if has_certificates else (), inside, digest)
    return encoded(made, encoding, content)


def signer_info(
    content: bytes,
    who: Identity,
    *,
    digest: str = "sha256",
    kind: str = "data",
    signed_at: datetime | None = SIGNED_AT,
    is_pss: bool = False,
    has_attributes: bool = True,
    names_certificate: bool = True,
    names_as_before: bool = False,
    time_stamp: datetime | None = None,
) -> cms.SignerInfo:
    """The signature of one person over the content, in the many ways that programs write it."""
    attributes: dict[str, list[Any]] = {
        "content_type": [kind],
        "message_digest": [hashlib.new(digest, content).digest()],
        "signing_time": [cms.Time({"utc_time": signed_at})] if signed_at else [],
        "signing_certificate_v2": [_named(who)] if names_certificate and not names_as_before else [],
        "signing_certificate": [_named_before(who)] if names_as_before else [],
    }
    signed = cms.CMSAttributes([
        cms.CMSAttribute({"type": name, "values": values}) for name, values in attributes.items() if values
    ])  # fmt: skip
    signature = sign_bytes(who.key, signed.dump() if has_attributes else content, digest, is_pss=is_pss)
    info: dict[str, Any] = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": _issued(who)},
        "digest_algorithm": {"algorithm": digest},
        "signature_algorithm": signing_algorithm(who.key, digest, is_pss=is_pss),
        "signature": signature,
    }
    if has_attributes:
        info["signed_attrs"] = signed
    if time_stamp:
        token = cms.ContentInfo.load(make_time_stamp(signature, time_stamp))
        info["unsigned_attrs"] = [cms.CMSAttribute({"type": "signature_time_stamp_token", "values": [token]})]
    return cms.SignerInfo(info)


def signed_data(
    infos: Sequence[cms.SignerInfo], people: Sequence[Identity], inside: dict[str, Any], digest: str = "sha256"
) -> bytes:
    """A CMS of these signatures, with the certificates of these people and of those above them."""
    every = {each for one in people for each in (one.certificate, *one.above)}
    ders = sorted(each.public_bytes(serialization.Encoding.DER) for each in every)
    made = {
        "version": "v1" if inside["content_type"] == "data" else "v3",
        "digest_algorithms": [{"algorithm": digest}],
        "encap_content_info": inside,
        "signer_infos": infos,
    }
    if ders:
        made["certificates"] = [cms.CertificateChoices({"certificate": asn1_x509.Certificate.load(d)}) for d in ders]
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(made)}).dump())


def encoded(der: bytes, encoding: Encoding, content: bytes = b"") -> bytes:
    """An envelope in one of the forms in which they come."""
    packed = base64.b64encode(der).decode()
    if encoding == "ber":
        return _without_lengths(der, content)
    if encoding == "pem":
        body = "\n".join(_cut(packed, 64))
        return f"-----BEGIN PKCS7-----\n{body}\n-----END PKCS7-----\n".encode()
    if encoding == "base64_lines":
        return "\r\n".join(_cut(packed, 76)).encode() + b"\r\n"
    return packed.encode() if encoding == "base64" else der


def make_time_stamp(of: bytes, moment: datetime, who: Identity | None = None) -> bytes:
    """A time stamp for these bytes, as a service would give it."""
    service = who or _time_service()
    stated = tsp.TSTInfo({
        "version": "v1",
        "policy": "1.2.3.4",
        "message_imprint": {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": hashlib.sha256(of).digest()},
        "serial_number": 7,
        "gen_time": moment,
    })  # fmt: skip
    content = stated.dump()
    info = signer_info(content, service, kind="tst_info", signed_at=moment)
    inside = {"content_type": "tst_info", "content": core.ParsableOctetString(content)}
    return signed_data([info], (service,), inside)


def _without_lengths(der: bytes, content: bytes) -> bytes:
    """The same envelope in BER, as programs that stream write it: outer lengths left open, the content in pieces."""
    found = cms.ContentInfo.load(der)["content"]
    pieces = b"".join(core.OctetString(content[at : at + 1000]).dump() for at in range(0, len(content), 1000))
    inside = found["encap_content_info"]["content_type"].dump() + _open(0xA0, _open(0x24, pieces))
    parts = [found["version"].dump(), found["digest_algorithms"].dump(), _open(0x30, inside)]
    parts += [found["certificates"].dump(), found["signer_infos"].dump()]
    kind = cms.ContentType("signed_data").dump()
    return _open(0x30, kind + _open(0xA0, _open(0x30, b"".join(parts))))


def _cut(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def _open(tag: int, inside: bytes) -> bytes:
    return bytes((tag, 0x80)) + inside + b"\0\0"


@cache
def _time_service() -> Identity:
    return certify({NameOID.COMMON_NAME: "Marche temporali di prova"}, authority())


@cache
def _key(kind: str, name: str) -> PrivateKey:
    """One key for each name, as making one takes a while."""
    assert name
    return ec.generate_private_key(ec.SECP256R1()) if kind == "ec" else rsa.generate_private_key(65537, 2048)


def _named(who: Identity) -> tsp.SigningCertificateV2:
    digest = hashlib.sha256(who.der).digest()
    return tsp.SigningCertificateV2({"certs": [{"hash_algorithm": {"algorithm": "sha256"}, "cert_hash": digest}]})


def _named_before(who: Identity) -> tsp.SigningCertificate:
    return tsp.SigningCertificate({"certs": [{"cert_hash": hashlib.sha1(who.der, usedforsecurity=False).digest()}]})


def _issued(who: Identity) -> cms.IssuerAndSerialNumber:
    found = asn1_x509.Certificate.load(who.der)
    return cms.IssuerAndSerialNumber({"issuer": found.issuer, "serial_number": found.serial_number})


def sign_bytes(key: PrivateKey, message: bytes, digest: str, *, is_pss: bool = False) -> bytes:
    """The signature of the message alone."""
    algorithm = getattr(hashes, digest.upper())()
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(message, ec.ECDSA(algorithm))
    pss = padding.PSS(padding.MGF1(algorithm), algorithm.digest_size)
    return key.sign(message, pss if is_pss else padding.PKCS1v15(), algorithm)


def signing_algorithm(key: PrivateKey, digest: str, *, is_pss: bool = False) -> algos.SignedDigestAlgorithm:
    """How that signature is named in a CMS."""
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return algos.SignedDigestAlgorithm({"algorithm": f"{digest}_ecdsa"})
    if not is_pss:
        return algos.SignedDigestAlgorithm({"algorithm": f"{digest}_rsa"})
    stated = {
        "hash_algorithm": {"algorithm": digest},
        "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": digest}},
        "salt_length": hashlib.new(digest).digest_size,
    }
    return algos.SignedDigestAlgorithm({"algorithm": "rsassa_pss", "parameters": algos.RSASSAPSSParams(stated)})
