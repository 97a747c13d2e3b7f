"""A trust file says only what its authority signed, and never less than before."""

import random
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason, Role, Trust
from kepatuhan_desktop.errors import KnownError, TrustDamaged
from kepatuhan_desktop.signing import (
    authority,
    certificates,
    issuing,
    signed_text,
    trust_file,
)
from tests.builders import authorities
from tests.builders.authorities import NOW, SITI, altered, later, resigned


def trust() -> Trust:
    """What the authority with two people published."""
    return trust_file.read(authorities.published()[1])


def refusal(data: bytes) -> str:
    """Why `data` is refused."""
    with pytest.raises(TrustDamaged) as caught:
        trust_file.read(data)
    return caught.value.parameters["reason"]


def text(der: bytes) -> str:
    """DER as a trust file holds it."""
    return certificates.encode(der)


def siti() -> Enrolled:
    """Siti as she was enrolled."""
    found = trust().holder(authorities.request().device)
    assert found is not None
    return found


def with_siti(**fields: object) -> bytes:
    """A trust file that says something else about Siti, signed by the root."""
    changed = msgspec.structs.replace(siti(), **fields)
    return altered(authorities.with_two_people(), enrolled=(changed,))


def a_leaf(person: Person = SITI, at: datetime = NOW, name: str = "siti") -> str:
    """Another certificate that the authority's root signed."""
    opened = authorities.with_two_people()
    public = authorities.key(name).public_key()
    return text(issuing.issue(opened.root, opened.keys[0], person, public, at))


def test_what_was_written_is_read() -> None:
    found = trust()
    assert (found.authority, found.version) == ("Inspektorat Kota Uji", 1)
    assert [one.name for one in found.enrolled] == ["Siti Aminah", "Budi Santoso"]
    assert [one.roles for one in found.enrolled] == [(Role.AUDITOR,), (Role.HEADQUARTERS,)]
    assert found.recipients == (authorities.recipient("budi"),)


def test_any_flipped_bit_of_a_file_is_noticed() -> None:
    data = authorities.published()[1]
    chance = random.Random(3)
    places = {chance.randrange(len(data)) for _ in range(400)}
    for place in places | set(range(len(data) - 100, len(data))):
        broken = bytearray(data)
        broken[place] ^= 1 << chance.randrange(8)
        with pytest.raises(TrustDamaged):
            trust_file.read(bytes(broken))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(KnownError):
        trust_file.read(data)


@given(st.integers(min_value=0, max_value=10_000), st.binary(min_size=1, max_size=20))
def test_anything_put_in_between_is_noticed(place: int, more: bytes) -> None:
    data = authorities.published()[1]
    cut = place % (len(data) + 1)
    with pytest.raises(TrustDamaged):
        trust_file.read(data[:cut] + more + data[cut:])


def test_a_cut_file_is_refused() -> None:
    data = authorities.published()[1]
    for length in (0, 1, 100, len(data) - 1):
        assert refusal(data[:length]) == "form"


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert refusal(b"x" * (trust_file.LARGEST + 1)) == "size"


def test_a_deeply_nested_file_is_refused() -> None:
    deep = b'{"format":1,"more":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001
    assert refusal(deep + b"\nAAAA\n") == "form"


def test_another_spelling_of_the_same_contents_is_refused() -> None:
    opened, data = authorities.published()
    payload = data.split(b"\n")[0].replace(b'"format":1', b'"format": 1')
    assert refusal(signed_text.write(payload, opened.keys[0])) == "form"


def test_a_field_of_a_later_format_is_refused() -> None:
    opened, data = authorities.published()
    payload = data.split(b"\n")[0].replace(b'"format":1', b'"format":2')
    assert refusal(signed_text.write(payload, opened.keys[0])) == "form"


def test_a_signature_of_somebody_else_is_refused() -> None:
    assert refusal(trust_file.write(trust(), authorities.key("mallory"))) == "signature"


@pytest.mark.parametrize(
    "fields",
    [
        {"version": 0},
        {"version": -1},
        {"version": 2**53},
        {"roots": ()},
        {"handovers": ("AAAA",)},
        {"authority": ""},
        {"authority": "two\nlines"},
        {"authority": "x" * 201},
        {"authority": " padded"},
        {"recipients": tuple(f"age1{place}" for place in range(65))},
        {"revocations": ("AAAA", "AAAA")},
    ],
)
def test_numbers_and_texts_outside_their_limits_are_refused(fields: dict[str, object]) -> None:
    assert refusal(altered(authorities.with_two_people(), **fields)) == "form"


@pytest.mark.parametrize(
    "moment", ["", "yesterday", "2026-11-23T09:00:00", "1970-01-01T00:00:00Z", "9999-01-01T00:00Z"]
)
def test_absurd_dates_are_refused(moment: str) -> None:
    assert refusal(altered(authorities.with_two_people(), issued_at=moment)) == "date"


def test_a_recipient_that_is_none_is_refused() -> None:
    assert refusal(altered(authorities.with_two_people(), recipients=("age1xyz",))) == "recipient"


def test_the_same_recipient_twice_is_refused() -> None:
    twice = (authorities.recipient(),) * 2
    assert refusal(altered(authorities.with_two_people(), recipients=twice)) == "duplicate"


@pytest.mark.parametrize("root", ["", "AAAA", "%%%", "A" * 30_000, "AAB="])
def test_a_root_that_is_no_certificate_is_refused(root: str) -> None:
    assert refusal(altered(authorities.with_two_people(), roots=(root,))) == "certificate"


def test_a_root_that_may_not_issue_is_refused() -> None:
    leaf = text(authorities.certificate())
    data = altered(authorities.with_two_people(), roots=(leaf,))
    assert refusal(data) == "certificate"


def test_a_root_that_another_one_signed_is_refused() -> None:
    opened, _ = authorities.replaced()
    bridge = opened.state.handovers[0]
    assert refusal(altered(authorities.with_two_people(), roots=(bridge,))) == "certificate"


def test_a_root_of_a_thousand_years_is_refused() -> None:
    key = authorities.key("long")
    made = text(issuing.make_root(key, "Lama", datetime(2000, 6, 1, tzinfo=UTC)))
    first = datetime(1960, 1, 1, tzinfo=UTC)
    old = text(issuing.make_root(key, "Lama", first))
    base = msgspec.structs.replace(trust(), roots=(made,), enrolled=(), revocations=())
    assert trust_file.read(trust_file.write(base, key)).roots == (made,)
    absurd = msgspec.structs.replace(base, roots=(old,))
    assert refusal(trust_file.write(absurd, key)) == "date"


def test_the_same_root_twice_is_refused() -> None:
    opened = authorities.with_two_people()
    root = opened.state.roots[0].certificate
    data = altered(opened, roots=(root, root), handovers=(root,))
    assert refusal(data) == "duplicate"


def test_a_new_root_needs_the_old_ones_signature() -> None:
    opened, data = authorities.replaced()
    said = trust_file.read(data)
    foreign = issuing.hand_over(
        authorities.an_authority("Lain").root,
        authorities.an_authority("Lain").keys[0],
        opened.root,
        NOW,
    )
    for bridge in (text(foreign), said.roots[0], said.roots[1]):
        broken = msgspec.structs.replace(said, handovers=(bridge,))
        assert refusal(resigned(opened, broken)) == "handover"


@pytest.mark.parametrize(
    "fields",
    [
        {"device": DeviceId("0" * 32)},
        {"name": "Sita Aminah"},
        {"nip": "1"},
        {"certificate": ""},
        {"certificate": "AAAA"},
    ],
)
def test_a_certificate_that_says_something_else_is_refused(fields: dict[str, object]) -> None:
    assert refusal(with_siti(**fields)) == "certificate"


def test_a_certificate_that_the_root_did_not_sign_is_refused() -> None:
    assert refusal(with_siti(certificate=text(authorities.certificate()))) == "certificate"


def test_a_certificate_for_another_use_is_refused() -> None:
    opened = authorities.with_two_people()
    bridge = text(issuing.hand_over(opened.root, opened.keys[0], opened.root, NOW))
    assert refusal(with_siti(certificate=bridge)) == "certificate"


def test_a_certificate_of_absurd_length_is_refused() -> None:
    opened = authorities.with_two_people()
    issued = certificates.load(certificates.decode(a_leaf()))
    builder = (
        x509.CertificateBuilder()
        .subject_name(issued.subject)
        .issuer_name(issued.issuer)
        .public_key(issued.public_key())
        .serial_number(7)
        .not_valid_before(NOW)
        .not_valid_after(NOW + timedelta(days=2000))
    )
    for extension in issued.extensions:
        builder = builder.add_extension(extension.value, critical=extension.critical)
    made = builder.sign(opened.keys[0], hashes.SHA256())
    assert refusal(with_siti(certificate=text(certificates.dump(made)))) == "date"


@pytest.mark.parametrize("roles", [(), (Role.AUDITOR,) * 9])
def test_roles_outside_their_limits_are_refused(roles: tuple[Role, ...]) -> None:
    assert refusal(with_siti(roles=roles)) == "form"


def test_a_role_of_a_later_program_is_refused() -> None:
    opened, data = authorities.published()
    payload = data.split(b"\n")[0].replace(b'"auditor"', b'"emperor"')
    assert refusal(signed_text.write(payload, opened.keys[0])) == "form"


def test_a_recipient_of_a_person_that_is_none_is_refused() -> None:
    assert refusal(with_siti(recipient="age1")) == "recipient"


def test_the_same_certificate_twice_is_refused() -> None:
    data = altered(authorities.with_two_people(), enrolled=(siti(), siti()))
    assert refusal(data) == "duplicate"


def test_one_device_under_two_names_is_refused_until_the_first_is_revoked() -> None:
    opened = authorities.with_two_people()
    other = msgspec.structs.replace(
        siti(), name="Budi Santoso", nip="", certificate=a_leaf(Person(name="Budi Santoso"))
    )
    assert refusal(altered(opened, enrolled=(siti(), other))) == "duplicate"
    revoked = authority.revoke(opened, siti().device, RevocationReason.MOVED, NOW)
    assert trust_file.read(altered(revoked, enrolled=(siti(), other))).enrolled[1] == other


@pytest.mark.parametrize("made", ["", "AAAA", "====", "A" * 1_400_000])
def test_a_list_that_is_none_is_refused(made: str) -> None:
    assert refusal(altered(authorities.with_two_people(), revocations=(made,))) == "revocations"


def test_a_list_of_another_authority_is_refused() -> None:
    stranger = authority.publish(authorities.an_authority("Lain"), NOW)[1]
    lists = trust_file.parse(stranger).revocations
    assert refusal(altered(authorities.with_two_people(), revocations=lists)) == "revocations"


def test_a_list_that_another_key_signed_is_refused() -> None:
    opened = authorities.with_two_people()
    made = issuing.revocation_list(opened.root, authorities.key("mallory"), (), 1, NOW)
    data = altered(opened, revocations=(text(made),))
    assert refusal(data) == "revocations"


def test_two_lists_of_one_root_are_refused() -> None:
    opened, data = authorities.replaced()
    said = trust_file.read(data)
    twice = msgspec.structs.replace(said, revocations=(said.revocations[0],) * 2)
    assert refusal(resigned(opened, twice)) == "revocations"


@pytest.mark.parametrize(
    "at", [datetime(1980, 1, 1, tzinfo=UTC), datetime(2099, 12, 1, tzinfo=UTC)]
)
def test_a_list_of_absurd_dates_is_refused(at: datetime) -> None:
    opened = authorities.with_two_people()
    made = issuing.revocation_list(opened.root, opened.keys[0], (), 1, at)
    assert refusal(altered(opened, revocations=(text(made),))) == "date"


def test_a_list_without_an_end_is_no_reason_to_fall_over() -> None:
    opened = authorities.with_two_people()
    plain = x509.CertificateRevocationListBuilder().issuer_name(opened.root.subject)
    made = plain.last_update(NOW).next_update(later(days=1)).sign(opened.keys[0], hashes.SHA256())
    said = trust_file.read(altered(opened, revocations=(text(certificates.dump(made)),)))
    assert trust_file.freshness(said) == (NOW, later(days=1))


def test_only_the_present_roots_list_says_how_fresh_it_is() -> None:
    opened, data = authorities.replaced()
    said = trust_file.read(data)
    assert trust_file.freshness(said) == (later(days=400), later(days=580))
    of_old = msgspec.structs.replace(said, revocations=said.revocations[1:])
    assert trust_file.freshness(trust_file.read(resigned(opened, of_old))) is None


def test_a_file_without_a_list_says_nothing_about_freshness() -> None:
    said = trust_file.read(altered(authorities.with_two_people(), revocations=()))
    assert trust_file.freshness(said) is None


def test_a_reason_that_we_have_no_word_for_is_none() -> None:
    opened = authorities.with_two_people()
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(opened.root.subject)
        .last_update(NOW)
        .next_update(later(days=1))
    )
    for serial, flag in ((1, None), (2, x509.ReasonFlags.aa_compromise)):
        one = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(NOW)
        if flag is not None:
            one = one.add_extension(x509.CRLReason(flag), critical=False)
        builder = builder.add_revoked_certificate(one.build())
    made = builder.sign(opened.keys[0], hashes.SHA256())
    said = trust_file.read(altered(opened, revocations=(text(certificates.dump(made)),)))
    assert {one.reason for one in trust_file.revoked(said).values()} == {None}


def test_what_is_no_public_key_has_signed_nothing() -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    assert not signed_text.is_signed(b"x", "AAAA", key)
    data = signed_text.write(codec.canonical({"a": 1}), key)
    assert data.count(b"\n") == 2


def test_a_trust_of_twenty_thousand_people_is_the_most() -> None:
    crowd = (siti(),) * (trust_file.MOST_ENROLLED + 1)
    assert refusal(altered(authorities.with_two_people(), enrolled=crowd)) in ("size", "form")


def test_roots_that_are_not_p256_are_refused() -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    made = text(issuing.make_root(key, "Besar", NOW))
    absurd = msgspec.structs.replace(trust(), roots=(made,), enrolled=(), revocations=())
    assert refusal(trust_file.write(absurd, key)) == "certificate"
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    assert len(certificates.identify(public)) == 32
