# SPDX-License-Identifier: EUPL-1.2
"""Whom a certificate names, and which chain of authorities stands behind it."""

import warnings
from datetime import UTC, datetime

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.formats.certificates import Named, is_recognised, load_trusted, named
from tests.signing import MAYOR, MAYOR_CODE, SIGNED_AT, Identity, authority, certify, person

WORDS = {NameOID.COMMON_NAME: MAYOR, NameOID.SERIAL_NUMBER: f"TINIT-{MAYOR_CODE}"}


def read(who: Identity) -> Named:
    """The words of a certificate."""
    return named(asn1_x509.Certificate.load(who.der))


def recognised(who: Identity, *trusted: Identity, moment: datetime | None = SIGNED_AT) -> bool:
    """Whether the chain of someone ends at one of the trusted."""
    above = [each.public_bytes(Encoding.DER) for each in who.above]
    return is_recognised(who.der, above, [each.certificate for each in trusted], moment)


def test_a_certificate_says_who_it_is_of_and_from_whom_and_until_when() -> None:
    found = read(person(organisation="Comune di Prova"))
    assert (found.name, found.fiscal_code, found.organisation) == (MAYOR, MAYOR_CODE, "Comune di Prova")
    assert found.issuer == "Autorità di prova"
    assert (found.starts.date().isoformat(), found.ends.date().isoformat()) == ("2025-01-01", "2029-12-31")
    assert [found.holds_at(datetime(year, 6, 1, tzinfo=UTC)) for year in (2024, 2026, 2030)] == [False, True, False]
    assert found.holds_at(None) is None


@pytest.mark.parametrize(
    ("serial", "code"),
    [
        ("TINIT-BNCMRA60A41A337X", "BNCMRA60A41A337X"),
        ("IT:BNCMRA60A41A337X", "BNCMRA60A41A337X"),
        ("tinit-bncmra60a41a337x", "BNCMRA60A41A337X"),
        ("TINIT-00123456789", "00123456789"),
        ("IDCIT-CA12345AB", ""),
        ("TINDE-123456789012345", ""),
        ("VATIT-00123456789", ""),
        ("BNCMRA60A41A337X", ""),
    ],
)
def test_the_fiscal_code_is_read_where_the_certificate_says_that_it_is_one(serial: str, code: str) -> None:
    assert read(certify({NameOID.COMMON_NAME: MAYOR, NameOID.SERIAL_NUMBER: serial})).fiscal_code == code


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ({NameOID.COMMON_NAME: "BIANCHI MARIA"}, "BIANCHI MARIA"),
        ({NameOID.GIVEN_NAME: "Maria", NameOID.SURNAME: "Bianchi"}, "Maria Bianchi"),
        # the card of a citizen has a code in the place of the name
        (
            {
                NameOID.COMMON_NAME: "BNCMRA60A41A337X/7430.4b8e",
                NameOID.GIVEN_NAME: "Maria",
                NameOID.SURNAME: "Bianchi",
            },
            "Maria Bianchi",
        ),
        ({NameOID.PSEUDONYM: "La Sindaca"}, "La Sindaca"),
        ({NameOID.ORGANIZATION_NAME: "Comune di Prova"}, "Comune di Prova"),
        ({NameOID.COUNTRY_NAME: "IT"}, ""),
        ({NameOID.COMMON_NAME: "Maria\u202e\n Bianchi <b>"}, "Maria Bianchi <b>"),
    ],
)
def test_the_name_is_the_one_that_people_use(words: dict[x509.ObjectIdentifier, str], name: str) -> None:
    assert read(certify(words)).name == name


def test_the_list_of_trusted_certificates_may_come_in_each_of_its_forms() -> None:
    one, other = authority(), certify({NameOID.COMMON_NAME: "Un'altra"}, is_authority=True)
    both = [one.certificate, other.certificate]
    files = [one.pem + other.pem, *(pkcs7.serialize_certificates(both, form) for form in (Encoding.DER, Encoding.PEM))]
    for content in files:
        assert set(load_trusted([content])) == set(both)
    assert load_trusted([one.der, other.der]) == tuple(both)
    assert load_trusted([]) == ()


@pytest.mark.parametrize("content", [b"", b"x", b"-----BEGIN CERTIFICATE-----\nzz", b"\x30\x00", b"\x30\x80" * 1000])
def test_a_list_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        load_trusted([authority().pem, content])
    assert caught.value.code == "signature.trusted_unreadable"


def test_a_certificate_of_a_trusted_authority_is_recognised() -> None:
    assert recognised(person(), authority())
    assert recognised(person(kind="ec"), authority())
    assert recognised(person(), person())  # the very certificate is in the list
    assert not recognised(person(), certify({NameOID.COMMON_NAME: "Un'altra"}, is_authority=True))
    assert not recognised(certify(WORDS), authority())


def test_the_chain_may_pass_over_an_authority_that_came_with_the_signature() -> None:
    between = certify({NameOID.COMMON_NAME: "In mezzo"}, authority(), is_authority=True)
    assert recognised(certify(WORDS, between), authority())
    assert recognised(certify(WORDS, between), between)


def test_someone_with_a_certificate_is_no_authority() -> None:
    clerk = certify({NameOID.COMMON_NAME: "Impiegato"}, authority())
    assert not recognised(certify(WORDS, clerk), authority())
    assert not recognised(certify(WORDS, clerk), clerk)


def test_an_authority_may_say_how_long_the_chain_below_it_can_be() -> None:
    top = certify({NameOID.COMMON_NAME: "Radice"}, is_authority=True, path_length=0)
    below = certify({NameOID.COMMON_NAME: "Sotto"}, top, is_authority=True)
    assert recognised(certify(WORDS, top), top)
    assert not recognised(certify(WORDS, below), top)


def test_the_name_of_an_authority_is_not_enough() -> None:
    subject = {NameOID.COUNTRY_NAME: "IT", NameOID.ORGANIZATION_NAME: "Prove S.p.A."}
    false = certify({**subject, NameOID.COMMON_NAME: "Autorità di prova"}, is_authority=True, kind="ec")
    assert not recognised(certify(WORDS, false), authority())


def test_each_certificate_of_the_chain_holds_on_the_day_of_signing() -> None:
    assert not recognised(person(), authority(), moment=datetime(2030, 6, 1, tzinfo=UTC))
    assert not recognised(person(), authority(), moment=None)
    old = certify({NameOID.COMMON_NAME: "Vecchia"}, is_authority=True, years=(2010, 2020))
    assert not recognised(certify(WORDS, old), old)


@given(st.integers(0, 2**32), st.integers(1, 255))
@settings(deadline=None)
def test_a_broken_certificate_that_came_along_changes_nothing(place: int, change: int) -> None:
    broken = bytearray(authority().der)
    broken[place % len(broken)] ^= change
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of certificates that are only odd
        assert is_recognised(person().der, [bytes(broken)], [authority().certificate], SIGNED_AT)
        assert not is_recognised(person(kind="ec").der, [], [person().certificate], SIGNED_AT)


def test_a_certificate_of_no_version_is_passed_over() -> None:
    other = authority().der.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x30", 1)
    assert is_recognised(person().der, [other], [authority().certificate], SIGNED_AT)
    assert not is_recognised(other, [], [authority().certificate], SIGNED_AT)
    with pytest.raises(UserError):
        load_trusted([other])


def test_two_authorities_that_certify_each_other_end_nowhere() -> None:
    one = certify({NameOID.COMMON_NAME: "Uno"}, is_authority=True)
    two = certify({NameOID.COMMON_NAME: "Due"}, one, is_authority=True)
    again = certify({NameOID.COMMON_NAME: "Uno"}, two, is_authority=True)
    leaf = certify(WORDS, two)
    assert not is_recognised(leaf.der, [two.der, again.der], [authority().certificate], SIGNED_AT)
    assert not is_recognised(leaf.der, [b"no certificate"], [authority().certificate], SIGNED_AT)
    assert not is_recognised(b"no certificate", [], [authority().certificate], SIGNED_AT)
