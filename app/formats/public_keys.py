# SPDX-License-Identifier: EUPL-1.2
"""The arithmetic of signatures: RSA with both paddings and elliptic curves, as the signing programs use them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import UserError

if TYPE_CHECKING:
    from asn1crypto import algos, keys
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.padding import PSS
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.hashes import HashAlgorithm

_BROKEN = {"sha1": "SHA-1", "md5": "MD5", "md2": "MD2"}
_RSA_KEYS = ("rsa", "rsassa_pss")
_HASHES = {
    "sha224": "SHA224",
    "sha256": "SHA256",
    "sha384": "SHA384",
    "sha512": "SHA512",
    "sha512_256": "SHA512_256",
    "sha3_256": "SHA3_256",
    "sha3_384": "SHA3_384",
    "sha3_512": "SHA3_512",
}
"""The names of asn1crypto and hashlib, and those of cryptography."""


def allowed_digest(name: str) -> str:
    """The name itself; UserError where two files can be made that share a digest, or where it is not known."""
    if name in _BROKEN:
        raise UserError("signature.weak_algorithm", algorithm=_BROKEN[name])
    if name not in _HASHES:
        raise UserError("signature.unknown_algorithm")
    return name


def fits(
    key: keys.PublicKeyInfo,
    algorithm: algos.SignedDigestAlgorithm,
    named: str,
    signature: bytes,
    digest: Callable[[str], bytes],
) -> bool:
    """True when the holder of the key has signed what has these digests; UserError for an algorithm not known here.

    `named` is the digest stated beside the signature: older programs name it only there.
    """
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

    kind = algorithm["algorithm"].native
    is_pss = kind == "rsassa_pss"
    name = algorithm["parameters"]["hash_algorithm"]["algorithm"].native if is_pss else _named_digest(kind) or named
    hashed = Prehashed(_hash(name))
    try:
        if "ecdsa" in kind:
            _curve_key(key).verify(signature, digest(name), ECDSA(hashed))
        elif is_pss:
            _rsa_key(key).verify(signature, digest(name), _pss(algorithm["parameters"]), hashed)
        elif "rsa" in kind:
            _rsa_key(key).verify(signature, digest(name), PKCS1v15(), hashed)
        else:
            raise UserError("signature.unknown_algorithm")
    except InvalidSignature:
        return False
    except UnsupportedAlgorithm as error:
        raise UserError("signature.unknown_algorithm") from error
    return True


def _named_digest(kind: str) -> str:
    """`sha256` of `sha256_rsa` or `sha256_ecdsa`; nothing of `rsassa_pkcs1v15`."""
    name, mark, _rest = kind.rpartition("_")
    return name if mark and not name.startswith("rsassa") else ""


def _hash(name: str) -> HashAlgorithm:
    from cryptography.hazmat.primitives import hashes

    made: HashAlgorithm = getattr(hashes, _HASHES[allowed_digest(name)])()
    return made


def _pss(stated: algos.RSASSAPSSParams) -> PSS:
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS

    mask = stated["mask_gen_algorithm"]
    if mask["algorithm"].native != "mgf1":
        raise UserError("signature.unknown_algorithm")
    return PSS(MGF1(_hash(mask["parameters"]["algorithm"].native)), stated["salt_length"].native)


def _rsa_key(key: keys.PublicKeyInfo) -> RSAPublicKey:
    """The key by its numbers: so a key that is marked for PSS alone is read too."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

    if key["algorithm"]["algorithm"].native not in _RSA_KEYS:
        raise UserError("signature.unknown_algorithm")
    numbers = key["public_key"].parsed
    return RSAPublicNumbers(numbers["public_exponent"].native, numbers["modulus"].native).public_key()


def _curve_key(key: keys.PublicKeyInfo) -> EllipticCurvePublicKey:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    found = load_der_public_key(key.dump())
    if not isinstance(found, EllipticCurvePublicKey):
        raise UserError("signature.unknown_algorithm")
    return found
