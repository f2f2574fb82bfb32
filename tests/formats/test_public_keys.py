# SPDX-License-Identifier: EUPL-1.2
"""The arithmetic of signatures, against keys that sign here."""

import hashlib

import pytest
from asn1crypto import algos, keys
from asn1crypto import x509 as asn1_x509

from app.errors import UserError
from app.formats.public_keys import allowed_digest, fits
from tests.signing import Identity, person
from tests.signing_cms import sign_bytes, signing_algorithm

MESSAGE = b"Quello che si firma"


def holds(who: Identity, algorithm: algos.SignedDigestAlgorithm, named: str, signature: bytes, message: bytes) -> bool:
    """Whether the signature is of the message."""
    key = asn1_x509.Certificate.load(who.der).public_key
    return fits(key, algorithm, named, signature, lambda name: hashlib.new(name, message).digest())


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512", "sha3_256"])
@pytest.mark.parametrize(("kind", "is_pss"), [("rsa", False), ("rsa", True), ("ec", False)])
def test_a_signature_fits_its_message_and_no_other(kind: str, *, is_pss: bool, digest: str) -> None:
    who = person(kind=kind)
    if digest == "sha3_256" and not is_pss:
        digest = "sha224"  # the other algorithms have no names for it in a CMS
    algorithm = signing_algorithm(who.key, digest, is_pss=is_pss)
    signature = sign_bytes(who.key, MESSAGE, digest, is_pss=is_pss)
    assert holds(who, algorithm, "sha256", signature, MESSAGE)
    assert not holds(who, algorithm, "sha256", signature, MESSAGE + b".")
    assert not holds(who, algorithm, "sha256", bytes(len(signature)), MESSAGE)
    assert not holds(who, algorithm, "sha256", b"", MESSAGE)


def test_the_digest_may_be_named_beside_the_signature_only() -> None:
    algorithm = algos.SignedDigestAlgorithm({"algorithm": "rsassa_pkcs1v15"})
    signature = sign_bytes(person().key, MESSAGE, "sha512")
    assert holds(person(), algorithm, "sha512", signature, MESSAGE)
    assert not holds(person(), algorithm, "sha256", signature, MESSAGE)


@pytest.mark.parametrize(("name", "said"), [("sha1", "SHA-1"), ("md5", "MD5"), ("md2", "MD2")])
def test_a_digest_that_can_be_forged_is_refused(name: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        allowed_digest(name)
    assert (caught.value.code, caught.value.params) == ("signature.weak_algorithm", {"algorithm": said})


def test_what_is_not_known_is_refused() -> None:
    signature = sign_bytes(person().key, MESSAGE, "sha256")
    for algorithm in ("sha256_dsa", "ed25519"):
        with pytest.raises(UserError) as caught:
            holds(person(), algos.SignedDigestAlgorithm({"algorithm": algorithm}), "sha256", signature, MESSAGE)
        assert caught.value.code == "signature.unknown_algorithm"
    for name in ("shake128", "1.2.3.4"):
        with pytest.raises(UserError) as caught:
            allowed_digest(name)
        assert caught.value.code == "signature.unknown_algorithm"


def test_a_key_for_one_padding_only_is_read() -> None:
    who = person()
    key = asn1_x509.Certificate.load(who.der).public_key.copy()
    key["algorithm"] = keys.PublicKeyAlgorithm({"algorithm": "rsassa_pss"})
    marked = keys.PublicKeyInfo.load(key.dump(force=True))
    signature = sign_bytes(who.key, MESSAGE, "sha256", is_pss=True)
    algorithm = signing_algorithm(who.key, "sha256", is_pss=True)
    assert fits(marked, algorithm, "sha256", signature, lambda name: hashlib.new(name, MESSAGE).digest())


def test_the_algorithm_is_that_of_the_key() -> None:
    on_a_curve = person(kind="ec")
    signature = sign_bytes(on_a_curve.key, MESSAGE, "sha256")
    with pytest.raises(UserError, match="unknown_algorithm"):
        holds(person(), signing_algorithm(on_a_curve.key, "sha256"), "sha256", signature, MESSAGE)
    with pytest.raises(UserError, match="unknown_algorithm"):
        holds(on_a_curve, signing_algorithm(person().key, "sha256"), "sha256", signature, MESSAGE)
