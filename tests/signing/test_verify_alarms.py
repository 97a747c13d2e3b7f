"""Every alarm that questions 5 and 6 of docs/verify.md name rings where there is a reason."""

import hashlib
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.signing import issuing, pades, sources
from tests.signing import builders
from tests.signing.builders import AUDITOR, HEAD, NOW
from tests.signing.expert import Desk, Office, lines, needs_tools

pytestmark = needs_tools

DAY = timedelta(days=1)
AS_RECORDED = "as the record says"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path / "authority", NOW - 100 * DAY) as office:
        yield office


def signers(desk: Desk, role: str, **person: str) -> dict[str, object]:
    """The record's signers, with another person in one role."""
    rows = json.loads(desk.making.record)["signers"]
    for row in rows:
        if row["role"] == role:
            row["person"] |= person
    return {"signers": rows}


# --- 5. whose signature ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "role, field, who", [("auditor", "Auditor", AUDITOR), ("unit_head", "KepalaUnit", HEAD)]
)
def test_a_record_that_names_another_person(desk: Desk, role: str, field: str, who: Person) -> None:
    named = signers(desk, role, name="Sri Lestari", nip="19990101 202201 2 009")
    made = builders.making(desk.auditor, head=desk.making.head, changes=named)
    seen = desk.sees(made.signed())
    assert set(lines(seen, "<")) == {f"< {who.name}", f"< {who.nip}"}
    assert set(lines(seen, ">")) == {"> Sri Lestari", "> 19990101 202201 2 009"}
    assert f"{field}: {AS_RECORDED}" not in seen
    assert seen.count(AS_RECORDED) == 1  # of the other role


def test_a_countersignature_by_another_key_than_the_named_one(desk: Desk) -> None:
    other = builders.self_issued(person=HEAD)
    seen = desk.sees(pades.countersign(desk.making.certified(), source=other, at=NOW))
    assert f"KepalaUnit: {AS_RECORDED}" not in seen
    assert f"< {hashlib.sha256(other.certificate).hexdigest()}" in seen


def test_a_countersignature_where_the_record_says_that_the_head_refused(desk: Desk) -> None:
    other = builders.self_issued(person=HEAD)
    refused = builders.making(desk.auditor, refused_because="Tidak sepakat.")
    with_field = msgspec.structs.replace(refused, head=other)
    seen = desk.sees(with_field.signed())
    assert f"KepalaUnit: {AS_RECORDED}" not in seen
    assert f"< {HEAD.name}" in seen
    assert "unit_head refused: Tidak sepakat." in seen


def test_a_countersignature_that_is_missing(desk: Desk) -> None:
    seen = desk.sees(desk.making.certified())
    assert f"KepalaUnit: {AS_RECORDED}" not in seen
    assert f"> {HEAD.name}" in seen


def test_an_auditor_who_signs_with_another_key_than_the_named_one(desk: Desk) -> None:
    other = desk.authority.enrol(builders.new_key())
    seen = desk.sees(msgspec.structs.replace(desk.making, auditor=other).signed())
    assert f"Auditor: {AS_RECORDED}" not in seen
    assert f"< {hashlib.sha256(other.certificate).hexdigest()}" in seen
    assert "the device of the record" not in seen


def test_a_record_of_another_device(desk: Desk) -> None:
    made = builders.making(desk.auditor, changes={"device": "ab" * 16})
    seen = desk.sees(made.signed())
    assert seen.count(AS_RECORDED) == 2
    assert "the device of the record" not in seen


def test_one_key_in_two_roles(desk: Desk) -> None:
    head = builders.self_issued(desk.key, HEAD)
    seen = desk.sees(builders.making(desk.auditor, head=head).signed())
    assert seen.count(AS_RECORDED) == 2  # only the key tells
    assert len(lines(seen, "one key signs twice")) == 1


def test_a_record_of_another_hour(desk: Desk) -> None:
    made = builders.making(desk.auditor, at=NOW + timedelta(hours=-1))
    assert "-3600 seconds from the record to the signature" in desk.sees(made.signed())


# --- 6. who vouches ----------------------------------------------------------------------------


def listed(seen: str) -> str:
    """What question 6 says of the certificates of the auditor's key."""
    start = seen.rindex("Next Update")
    return seen[start : seen.index("Signing Time", start)]


def certificates_of_the_key(seen: str) -> list[str]:
    """Whether each of them stands, oldest first."""
    return [line for line in listed(seen).splitlines() if "given.pem:" in line]


def serial(seen: str) -> str:
    """The serial number of the certificate that signed, as question 5 shows it."""
    return lines(seen, "serial=")[0].removeprefix("serial=")


def test_a_replaced_root_still_vouches(desk: Desk, office: Office) -> None:
    desk.put(builders.making(office.auditor).signed())
    office.replace_root(NOW + DAY)
    desk.put_trust_file(office.publish(NOW + DAY))
    seen = desk.sees()
    assert seen.count("signer0.pem: OK") == 2
    assert serial(seen) in listed(seen)
    assert seen.count("Last Update") == 2
    assert "Revocation Date" not in seen
    assert certificates_of_the_key(seen) == ["given.pem: OK", "given.pem: OK"]


@pytest.mark.parametrize(
    "reason, words",
    [
        (RevocationReason.KEY_STOLEN, "Key Compromise"),
        (RevocationReason.ENDED, "Cessation Of Operation"),
    ],
)
def test_what_only_the_list_of_a_replaced_root_names_is_shown_with_its_reason(
    desk: Desk, office: Office, reason: RevocationReason, words: str
) -> None:
    desk.put(builders.making(office.auditor).signed())
    office.replace_root(NOW + DAY)
    office.publish(NOW + DAY)
    office.revoke(reason, NOW + 3 * DAY, since=NOW - DAY)
    desk.put_trust_file(office.publish(NOW + 3 * DAY))
    seen = desk.sees()
    assert "certificate revoked" in seen
    entry = listed(seen).partition(f"Serial Number: {serial(seen)}\n")[2].splitlines()
    assert "Revocation Date: Nov 22" in entry[0]
    assert entry[3].strip() == words
    assert "given.pem: OK" not in seen


def test_a_key_that_was_certified_again_stands_although_its_certificate_is_revoked(
    desk: Desk, office: Office
) -> None:
    desk.put(builders.making(office.auditor).signed())
    office.revoke(RevocationReason.REPLACED, NOW + DAY, since=NOW + DAY)
    office.enrol(NOW + DAY)
    desk.put_trust_file(office.publish(NOW + 2 * DAY))
    seen = desk.sees()
    assert "signer0.pem: verification failed" in seen
    assert "Superseded" in seen
    assert certificates_of_the_key(seen) == [
        "error given.pem: verification failed",
        "given.pem: OK",
    ]


def test_a_superseded_certificate_without_another_one_of_its_key_is_seen(
    desk: Desk, office: Office
) -> None:
    desk.put(builders.making(office.auditor).signed())
    office.revoke(RevocationReason.REPLACED, NOW + DAY, since=NOW + DAY)
    desk.put_trust_file(office.publish(NOW + 2 * DAY))
    seen = desk.sees()
    assert "Superseded" in seen
    assert certificates_of_the_key(seen) == ["error given.pem: verification failed"]


def test_a_key_that_was_enrolled_after_signing_is_listed(desk: Desk, office: Office) -> None:
    own = builders.self_issued(office.key)
    desk.put_trust_file(office.publish(NOW))
    seen = desk.sees(builders.making(own).signed())
    assert "signer0.pem: OK" not in seen
    assert certificates_of_the_key(seen) == ["given.pem: OK"]


def test_a_certificate_that_a_replaced_root_gave_and_the_authority_does_not_list(
    desk: Desk,
) -> None:
    key, old = desk.key, desk.authority.root
    forged = issuing.issue(old, desk.authority.key, AUDITOR, key.public_key(), NOW - DAY)
    desk.authority.replace_root(NOW)
    desk.put_trust()
    seen = desk.sees(builders.making(sources.of_device(key, forged)).signed())
    assert seen.count("signer0.pem: OK") == 2  # whoever has the old key can bring that about
    assert certificates_of_the_key(seen) == ["given.pem: OK"]  # that of the honest one
    assert serial(seen) not in listed(seen)


def test_somebody_enrolled_for_other_work_is_seen(desk: Desk) -> None:
    other = desk.authority.enrol(builders.new_key(), roles=(Role.HEADQUARTERS,))
    desk.put_trust()
    seen = desk.sees(builders.making(other).signed())
    assert seen.count("signer0.pem: OK") == 2
    assert lines(seen, AUDITOR.name) == [f"{AUDITOR.name}, {AUDITOR.nip}, headquarters"]


# --- from paper --------------------------------------------------------------------------------


def test_paper_from_an_auditor_who_is_not_enrolled(desk: Desk) -> None:
    key = builders.new_key()
    made = builders.making(builders.self_issued(key))
    desk.put_page(made, key, made.auditor)
    seen = desk.sees(made.signed())
    paper = seen[seen.index("score 7083") :].splitlines()
    assert paper[2:] == [
        builders.fingerprint(made.auditor)[:16],
        "Verified OK",
        hashlib.sha256(made.record).hexdigest()[:32],
    ]


def test_paper_with_another_number(desk: Desk) -> None:
    desk.put_page(desk.making, desk.key, desk.auditor, score="88.26")
    seen = desk.sees()
    assert "score 8826" in seen
    assert "Verification failure" in seen[seen.index("score 8826") :]


def test_paper_of_another_device_than_that_of_the_pdf(desk: Desk) -> None:
    key = builders.new_key()
    other = builders.making(builders.self_issued(key))
    desk.put_page(other, key, other.auditor)  # and the PDF of the enrolled auditor
    seen = desk.sees()
    paper = seen[seen.index("score 7083") :].splitlines()
    assert builders.fingerprint(other.auditor)[:16] in paper[1]
    assert paper[2] == builders.fingerprint(desk.auditor)[:16]
    assert "Verification failure" in paper
