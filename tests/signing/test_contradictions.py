"""A signature holds, and what it signs says something else about who signed, where and when."""

import hashlib
from datetime import timedelta

import msgspec
import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain import record as records
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.verdict import Grade, Statement, Verdict
from kepatuhan_desktop.signing import certificates, paper
from kepatuhan_desktop.signing.agreement import is_same
from kepatuhan_desktop.signing.rescoring import reckon
from kepatuhan_desktop.signing.sources import Source
from kepatuhan_desktop.signing.witnessed import witness
from tests.builders import scorecards
from tests.signing import builders
from tests.signing.builders import AUDITOR, HEAD, NOW, Headquarters, Making

BUDI = Person(name="Budi Santoso", nip="19900101 201501 1 009")
DAY = timedelta(days=1)


@pytest.fixture
def hq() -> Headquarters:
    return Headquarters()


@pytest.fixture
def ratna(hq: Headquarters) -> Source:
    """Whom record and page name."""
    return hq.enrol(builders.new_key())


def judged(hq: Headquarters, made: Making) -> Verdict:
    """What a device says that follows the authority."""
    return builders.verdict(made.signed(), hq.trust())


def doubts(verdict: Verdict) -> list[str]:
    """Codes of all that is not good."""
    return [one.code for one in verdict.statements if one.grade is not Grade.GOOD]


def note(verdict: Verdict, code: str) -> Statement:
    """The one with that code."""
    return next(one for one in verdict.notes if one.code == code)


def rewritten(made: Making, without: str) -> Making:
    """With a record that does not name a role, and the page that belongs to it."""
    said = records.read(made.record)
    signers = tuple(one for one in said.signers if one.role != without)
    told = codec.canonical(msgspec.structs.replace(said, signers=signers))
    short = paper.short(hashlib.sha256(told).hexdigest())
    return msgspec.structs.replace(made, record=told, drawn=builders.drawn(made.card, short))


def test_an_honest_file_contradicts_nothing(hq: Headquarters, ratna: Source) -> None:
    assert judged(hq, builders.making(ratna)).grade is Grade.GOOD


def test_an_auditor_who_signs_for_another_is_told(hq: Headquarters) -> None:
    verdict = judged(hq, builders.making(hq.enrol(builders.new_key(), BUDI)))
    assert doubts(verdict) == ["note.auditor_differs"]
    assert verdict.grade is Grade.DOUBTFUL
    assert dict(verdict.gravest.parameters) == {
        "name": AUDITOR.name,
        "nip": AUDITOR.nip,
        "signer": BUDI.name,
        "signer_nip": BUDI.nip,
    }


def test_a_record_that_names_no_auditor_is_told(hq: Headquarters, ratna: Source) -> None:
    verdict = judged(hq, rewritten(builders.making(ratna), without="auditor"))
    assert doubts(verdict) == ["note.auditor_differs"]
    assert note(verdict, "note.auditor_differs").parameters["name"] == ""


def test_a_one_time_key_in_another_name_is_told(hq: Headquarters, ratna: Source) -> None:
    verdict = judged(hq, builders.making(ratna, head=witness(BUDI, NOW)))
    assert doubts(verdict) == ["note.head_differs"]


def test_a_certificate_of_another_head_is_told(hq: Headquarters, ratna: Source) -> None:
    other = Headquarters("BSrE Contoh").enrol(builders.new_key(), BUDI)
    verdict = judged(hq, builders.making(ratna, head=other))
    assert doubts(verdict) == ["trusted.unknown_issuer", "note.head_differs"]


def test_the_heads_own_certificate_is_no_contradiction(hq: Headquarters, ratna: Source) -> None:
    own = Headquarters("BSrE Contoh").enrol(builders.new_key(), HEAD)
    assert doubts(judged(hq, builders.making(ratna, head=own))) == ["trusted.unknown_issuer"]


def test_a_head_who_refused_and_whose_field_is_signed_is_told(
    hq: Headquarters, ratna: Source
) -> None:
    made = builders.making(ratna, refused_because="Tidak sependapat")
    signed = msgspec.structs.replace(made, head=hq.enrol(builders.new_key(), HEAD))
    assert doubts(judged(hq, signed)) == ["note.head_differs"]


def test_one_key_in_two_roles_is_told(hq: Headquarters) -> None:
    key = builders.new_key()
    verdict = judged(hq, builders.making(hq.enrol(key), head=builders.self_issued(key, HEAD)))
    assert doubts(verdict) == ["note.one_key"]


def test_another_device_than_that_of_the_record_is_told(hq: Headquarters, ratna: Source) -> None:
    verdict = judged(hq, builders.making(ratna, changes={"device": "ab" * 16}))
    assert doubts(verdict) == ["note.device_differs"]
    said = note(verdict, "note.device_differs").parameters
    assert said["device"] == " ".join(["abab"] * 8)
    assert said["signer"] == " ".join(certificates.groups(builders.fingerprint(ratna)))


def test_a_certificate_from_elsewhere_is_no_devices(hq: Headquarters) -> None:
    own = Headquarters("BSrE Contoh").enrol(builders.new_key())
    verdict = judged(hq, builders.making(own, changes={"device": "ab" * 16}))
    assert note(verdict, "note.own_certificate").grade is Grade.GOOD
    assert not [one for one in verdict.notes if one.grade is not Grade.GOOD]


@pytest.mark.parametrize(
    "sealed_at",
    ["2020-01-01T00:00:00.000+00:00", (NOW + 2 * DAY).isoformat(), "2026-11-23T09:00:00", "–"],
)
def test_another_day_than_that_of_the_record_is_told(
    hq: Headquarters, ratna: Source, sealed_at: str
) -> None:
    verdict = judged(hq, builders.making(ratna, changes={"sealed_at": sealed_at}))
    assert doubts(verdict) == ["note.sealed_at_differs"]
    assert note(verdict, "note.sealed_at_differs").parameters["sealed_at"] == sealed_at


def test_a_few_hours_are_no_contradiction(hq: Headquarters, ratna: Source) -> None:
    near = (NOW - timedelta(hours=20)).isoformat()
    assert judged(hq, builders.making(ratna, changes={"sealed_at": near})).grade is Grade.GOOD


def test_a_page_with_another_category_is_as_bad_as_another_number(
    hq: Headquarters, ratna: Source
) -> None:
    made = builders.making(ratna)
    short = paper.short(hashlib.sha256(made.record).hexdigest())

    def said(line: str) -> tuple[str, Grade]:
        page = builders.drawn(made.card, short, category=line)
        verdict = judged(hq, msgspec.structs.replace(made, drawn=page))
        return verdict.score.code, verdict.grade

    differs, good = ("score.category_differs", Grade.BAD), ("score.ok", Grade.GOOD)
    unread = ("score.page_unreadable", Grade.DOUBTFUL)
    assert said("Kategori A - Zona hijau") == differs
    assert said("Kategori A · Zona kuning") == differs
    assert said("Kategori C · Zona hijau") == differs
    assert said("Category B · yellow zone") == differs
    assert said("Kategori …") == differs
    assert said("Kategori C · Zo…") == good
    assert said("Category C · yellow zone") == good
    assert said("Kualitas sedang") == unread


def test_a_category_without_a_zone_stands_alone() -> None:
    card = scorecards.small()
    plain = tuple(msgspec.structs.replace(one, zone=None) for one in card.instrument.categories)
    instrument = msgspec.structs.replace(card.instrument, categories=plain)
    answers = {line.indicator: line.answer for line in card.lines if line.answer is not None}
    told = scorecards.card(instrument, answers, signatures=scorecards.signed())
    told = msgspec.structs.replace(told, journal=journal.digest(()))
    details = records.compose(
        told, amends=None, covers=(), device=DeviceId("ab" * 16), certificates={}
    )
    attached = {records.RECORD: details, records.INSTRUMENT: codec.canonical(instrument)}

    def said(line: str) -> str:
        return reckon(attached, "", f"NILAI AKHIR\n70,83 dari 100\n{line}\n", {}).score.code

    assert said("Kategori C") == "score.ok"
    assert said("Kategori C · Zona kuning") == "score.category_differs"


@pytest.mark.parametrize(
    "name, nip, has_nip, expected",
    [
        (AUDITOR.name, AUDITOR.nip, True, True),
        ("RATNA  WULANDARI SH", "198804122015032004", True, True),
        ("Ratna Kusuma", AUDITOR.nip, True, True),
        (BUDI.name, AUDITOR.nip, True, False),
        ("李娜", AUDITOR.nip, True, False),
        ("R.", AUDITOR.nip, True, True),
        (AUDITOR.name, BUDI.nip, True, False),
        (AUDITOR.name, "3578011204880001", True, False),
        (AUDITOR.name, "3578011204880001", False, True),
        (AUDITOR.name, BUDI.nip, False, False),
        (AUDITOR.name, "", True, True),
        ("Dra. Ratna Wulandari", "", False, True),
        ("Ratna Wulandari S.H.", "", False, True),
        ("Ratna", "", False, False),
        ("", "", False, False),
    ],
)
def test_a_certificate_is_compared_as_people_would(
    name: str, nip: str, has_nip: bool, expected: bool
) -> None:
    source = builders.self_issued(person=Person(name=name, nip=nip))
    facts = certificates.facts(certificates.load(source.certificate))
    assert is_same(AUDITOR, facts, has_nip=has_nip) is expected


def test_a_long_name_is_compared_as_far_as_a_certificate_takes_it() -> None:
    person = Person(name=f"Prof. {'Suryokusumo ' * 12}, S.H.")
    facts = certificates.facts(certificates.load(builders.self_issued(person=person).certificate))
    assert is_same(person, facts, has_nip=True)
    assert len(facts.name) <= certificates.LONGEST_TEXT
