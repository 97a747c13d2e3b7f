"""A bundle is looked at as a whole: who sent it, and whether each scorecard in it holds."""

import struct
from datetime import datetime, timedelta

import msgspec
import pyrage
import pytest

from kepatuhan_desktop import statements
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.errors import (
    BundleNeedsWorkspace,
    BundleNotForUs,
)
from kepatuhan_desktop.exchange import bag
from kepatuhan_desktop.signing import bundle_verdict, cms
from tests.builders import bundles
from tests.signing import builders
from tests.signing import bundle_forging as forging
from tests.signing.builders import LATER, NOW, Headquarters
from tests.signing.bundle_forging import card, verdict

DAY = timedelta(days=1)


def codes(found: Verdict) -> tuple[str, str, str, str]:
    """What is said about the sender."""
    (sender,) = found.signers
    assert sender.role == "sender"
    return (sender.unchanged.code, sender.who.code, sender.trusted.code, sender.when.code)


def notes(found: Verdict) -> list[str]:
    """The codes of the notes."""
    return [one.code for one in found.notes]


def refused(found: Verdict, code: str) -> None:
    """It looks bad, for that reason, and proves nobody."""
    assert found.grade is Grade.BAD
    assert codes(found) == (code, "who.unproven", "trusted.not_checked", "when.unproven")
    assert found.score.code == "score.not_reckoned"
    assert found.enclosed == ()


# --- honest ---------------------------------------------------------------------------------


def test_an_honest_bundle_is_good_and_every_scorecard_is_reckoned() -> None:
    found = verdict(forging.honest())
    assert codes(found) == ("unchanged.bundle", "who.enrolled", "trusted.ok", "when.first_seen")
    assert (found.score.code, found.score.parameters) == ("score.scorecards", {"count": "2"})
    assert found.notes == ()
    assert (found.source, found.printed, found.grade) == ("bundle", None, Grade.GOOD)
    assert {one.score.code for one in found.enclosed} == {"score.ok"}
    assert found.digest == bundles.digest(forging.honest())


def test_each_scorecard_is_judged_as_it_would_be_alone() -> None:
    alone = builders.verdict(card().pdf)
    (inside,) = verdict(forging.sent(builders.auditor(), card())).enclosed
    assert inside == alone


def test_a_bundle_without_scorecards_has_nothing_to_reckon() -> None:
    source = builders.auditor()
    found = verdict(forging.packed(source, [forging.pen(source).profile()], [b"%PDF-1.7 bukti"]))
    assert (found.score.code, found.grade) == ("score.no_scorecards", Grade.GOOD)
    assert found.enclosed == ()


def test_what_was_seen_before_says_when() -> None:
    first = verdict(forging.honest())
    seen = {first.signers[0].digest: NOW + timedelta(hours=1)}
    known = builders.knowing(builders.headquarters().trust(), seen=seen)
    assert codes(verdict(forging.honest(), known))[3] == "when.ok"


def test_a_stamped_scorecard_is_compared_with_its_seal() -> None:
    source, one = builders.auditor(), card()
    pen = forging.pen(source)
    seal = one.entry(pen, scorecard=bundles.digest(b"the PDF before the stamp"))
    journal = [seal, one.stamped(pen, seal.id, one.pdf)]
    found = verdict(forging.packed(source, journal, [one.pdf]))
    assert found.score.code == "score.scorecards"
    assert notes(found) == ["note.scorecards_missing"]
    other = card(1)
    lied = [seal, one.stamped(pen, seal.id, other.pdf)]
    assert "note.scorecard_bad" in notes(verdict(forging.packed(source, lied, [other.pdf])))


def test_a_stamp_whose_seal_travels_elsewhere_is_judged_by_itself() -> None:
    source, one = builders.auditor(), card()
    pen = forging.pen(source)
    journal = [one.stamped(pen, one.entry(forging.pen(source)).id, one.pdf)]
    assert verdict(forging.packed(source, journal, [one.pdf])).grade is Grade.GOOD


def test_scorecards_in_another_volume_are_counted() -> None:
    source = builders.auditor()
    pen = forging.pen(source)
    journal = [card(number).entry(pen) for number in range(3)]
    found = verdict(forging.packed(source, journal, [card(0).pdf]))
    assert found.score.parameters == {"count": "1"}
    (note,) = found.notes
    assert (note.code, note.parameters) == ("note.scorecards_missing", {"count": "2"})
    assert found.grade is Grade.DOUBTFUL


# --- encrypted ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def key() -> "pyrage.x25519.Identity":
    """Of this device."""
    return pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def sealed(key: "pyrage.x25519.Identity") -> bytes:
    """The honest bundle for this device and another one."""
    return forging.encrypted(forging.honest(), key, pyrage.x25519.Identity.generate())


def test_an_encrypted_bundle_says_the_same(key: "pyrage.x25519.Identity", sealed: bytes) -> None:
    found = verdict(sealed, forging.holding(key))
    plain = verdict(forging.honest())
    assert found == msgspec.structs.replace(plain, digest=bundles.digest(sealed))


def test_without_a_workspace_it_asks_for_one(sealed: bytes) -> None:
    with pytest.raises(BundleNeedsWorkspace):
        verdict(sealed)


def test_what_is_for_others_stays_closed(sealed: bytes) -> None:
    with pytest.raises(BundleNotForUs):
        verdict(sealed, forging.holding(pyrage.x25519.Identity.generate()))


@pytest.mark.parametrize("at", [0.3, 0.9, 0.999])
def test_a_changed_encrypted_bundle_is_damaged(
    key: "pyrage.x25519.Identity", sealed: bytes, at: float
) -> None:
    data = bytearray(sealed)
    data[int(len(data) * at)] ^= 1
    refused(verdict(bytes(data), forging.holding(key)), "unchanged.bundle_damaged")


def test_a_cut_encrypted_bundle_is_damaged(key: "pyrage.x25519.Identity", sealed: bytes) -> None:
    refused(verdict(sealed[:-100], forging.holding(key)), "unchanged.bundle_damaged")


# --- changed on the way ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "part", [bag.BLOBS, bag.ENTRIES, bag.MANIFEST, bag.TAG_MANIFEST, bag.DESCRIPTION, bag.INFO]
)
def test_a_flipped_byte_is_found_wherever_it_is(part: str) -> None:
    def flip(name: str, data: bytes) -> tuple[str, bytes]:
        place = len(data) // 2
        is_it = f"/{part}" in name
        return name, data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :] if is_it else data

    refused(verdict(forging.rewritten(forging.honest(), flip)), "unchanged.bundle_damaged")


@pytest.mark.parametrize("at", [-1, -40, -90, -150])
def test_a_flipped_byte_of_the_signature_proves_nobody(at: int) -> None:
    def flip(name: str, data: bytes) -> tuple[str, bytes]:
        if not name.endswith(bag.SIGNATURE):
            return name, data
        changed = bytearray(data)
        changed[at] ^= 1
        return name, bytes(changed)

    refused(verdict(forging.rewritten(forging.honest(), flip)), "unchanged.bundle_signature")


@pytest.mark.parametrize("at", [0.2, 0.6, 0.99])
def test_a_flipped_byte_of_the_file_never_looks_good(at: float) -> None:
    data = bytearray(forging.honest())
    data[int(len(data) * at)] ^= 1
    found = verdict(bytes(data))
    assert found.grade is Grade.BAD
    assert found.signers[0].who.code == "who.unproven"


def test_a_cut_bundle_is_damaged() -> None:
    found = verdict(forging.honest()[:-1])
    refused(found, "unchanged.bundle_damaged")
    assert "terpotong" in statements.sentence(found.signers[0].unchanged)
    assert "cut off" in statements.sentence(found.signers[0].unchanged, "en")


def test_what_goes_on_behind_its_end_is_unsafe() -> None:
    refused(verdict(forging.honest() + b"%PDF-1.7"), "unchanged.bundle_unsafe")


def test_a_bundle_that_was_packed_again_is_unsafe() -> None:
    data = bytearray(forging.honest())
    struct.pack_into("<H", data, 8, 8)  # deflated
    refused(verdict(bytes(data)), "unchanged.bundle_unsafe")


def test_a_swapped_scorecard_without_the_signers_key_is_found() -> None:
    files = forging.swapped(forging.honest(), card(0).pdf, forging.a_better_number().pdf)
    refused(verdict(forging.redeclared(files)), "unchanged.bundle_signature")


def test_a_swapped_scorecard_signed_by_the_sender_is_not_what_the_journal_says() -> None:
    source, other = builders.auditor(), card(5)
    files = forging.swapped(forging.honest(), card(0).pdf, other.pdf)
    # Under the old name the bag does not hold; under the new one no seal names it.
    found = verdict(forging.redeclared(files, lambda data: cms.sign_detached(data, source, NOW)))
    assert notes(found) == ["note.scorecards_missing"]
    pen = forging.pen(source)
    entry = card(0).entry(pen, scorecard=bundles.digest(other.pdf))
    found = verdict(forging.packed(source, [entry], [other.pdf]))
    assert found.score.code == "score.scorecards"
    (note,) = found.notes
    assert (note.code, note.parameters["because"]) == ("note.scorecard_bad", "note.bundle_differs")
    assert found.grade is Grade.BAD


@pytest.mark.parametrize(
    "changes",
    [{"score": "99.99"}, {"category": "A"}, {"revision": 7}, {"drawn": "0" * 64}],
    ids=["score", "category", "revision", "pages"],
)
def test_a_journal_that_says_more_than_its_scorecard_is_noticed(
    changes: dict[str, object],
) -> None:
    source = builders.auditor()
    entry = card(0).entry(forging.pen(source), **changes)
    found = verdict(forging.packed(source, [entry], [card(0).pdf]))
    assert [one.parameters["because"] for one in found.notes] == ["note.bundle_differs"]
    assert found.grade is Grade.BAD


def test_a_stripped_signature_is_told() -> None:
    def strip(name: str, data: bytes) -> tuple[str, bytes] | None:
        return None if name.endswith(bag.SIGNATURE) else (name, data)

    found = verdict(forging.rewritten(forging.honest(), strip))
    refused(found, "unchanged.bundle_signature")
    assert found.signers[0].unchanged.parameters == {"fault": "unsigned"}
    assert "tidak ada tanda tangan" in statements.sentence(found.signers[0].unchanged)


def test_the_signature_of_another_bundle_does_not_fit() -> None:
    other = dict(forging.members(forging.sent(builders.auditor(), card(3))))
    (taken,) = (data for name, data in other.items() if name.endswith(bag.SIGNATURE))

    def exchange(name: str, data: bytes) -> tuple[str, bytes]:
        return name, taken if name.endswith(bag.SIGNATURE) else data

    refused(verdict(forging.rewritten(forging.honest(), exchange)), "unchanged.bundle_signature")


def test_another_key_cannot_sign_for_the_device_that_the_bundle_names() -> None:
    thief = builders.headquarters().enrol(builders.new_key())
    files = forging.members(forging.honest())
    found = verdict(forging.redeclared(files, lambda data: cms.sign_detached(data, thief, NOW)))
    refused(found, "unchanged.bundle_signature")
    assert found.signers[0].unchanged.parameters == {"fault": "other_device"}


# --- who sent it ----------------------------------------------------------------------------


def test_an_authority_of_the_same_name_is_an_imitation() -> None:
    impostor = Headquarters(builders.headquarters().name).enrol(builders.new_key())
    found = verdict(forging.sent(impostor, card()))
    assert codes(found)[2] == "trusted.same_name"
    assert found.grade is Grade.BAD


def test_an_authority_that_nobody_follows_here_is_doubtful() -> None:
    other = Headquarters("Ombudsman").enrol(builders.new_key(), builders.HEAD)
    found = verdict(forging.sent(other))
    assert codes(found)[:3] == ("unchanged.bundle", "who.certificate", "trusted.unknown_issuer")
    assert found.grade is Grade.DOUBTFUL


def test_a_device_that_nobody_enrolled_is_doubtful() -> None:
    stranger = builders.self_issued(person=builders.HEAD)
    assert codes(verdict(forging.sent(stranger)))[1:3] == ("who.self_issued", "trusted.nobody")


def test_a_device_in_the_name_of_an_enrolled_person_is_refused() -> None:
    builders.auditor()
    assert codes(verdict(forging.sent(builders.self_issued())))[1] == "who.namesake"


def test_a_device_that_was_enrolled_later_is_known_by_its_key() -> None:
    hq, key = Headquarters(), builders.new_key()
    before = builders.self_issued(key)
    hq.enrol(key)
    found = verdict(forging.sent(before), builders.knowing(hq.trust()))
    assert codes(found)[1:3] == ("who.registered_since", "trusted.registered_since")


def test_headquarters_need_not_be_an_auditor_to_send() -> None:
    hq = Headquarters()
    office = hq.enrol(builders.new_key(), roles=(Role.HEADQUARTERS,))
    assert codes(verdict(forging.sent(office), builders.knowing(hq.trust())))[2] == "trusted.ok"


def revoked(received: bool) -> Verdict:
    """A bundle by a key that was revoked two days after it, and seen before or not at all."""
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    data = forging.sent(source)
    known = builders.knowing(hq.trust())
    digest = verdict(data, known).signers[0].digest
    hq.revoke(source, NOW + 2 * DAY)
    seen = {digest: NOW + DAY} if received else {}
    return verdict(data, builders.knowing(hq.trust(at=LATER), seen=seen))


def test_a_key_that_was_revoked_before_the_receipt_is_refused() -> None:
    found = revoked(received=False)
    assert (codes(found)[2], found.grade) == ("trusted.revoked", Grade.BAD)


def test_a_key_that_was_revoked_after_the_receipt_is_doubtful() -> None:
    found = revoked(received=True)
    assert (codes(found)[2], found.grade) == ("trusted.revoked_later", Grade.DOUBTFUL)


def test_a_certificate_that_may_not_sign_is_refused() -> None:
    hq = Headquarters()
    source = builders.leaf(hq.root.subject, hq.key, builders.new_key(), binds=False)
    found = verdict(forging.packed(source), builders.knowing(hq.trust()))
    assert codes(found)[2] == "trusted.key_usage"


def test_an_expired_certificate_is_refused() -> None:
    hq = Headquarters()
    source = builders.leaf(hq.root.subject, hq.key, builders.new_key(), until=NOW - DAY)
    found = verdict(forging.packed(source), builders.knowing(hq.trust()))
    assert codes(found)[2] == "trusted.expired"


def test_a_chain_that_does_not_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_roots(data: bytes, signature: bytes, _roots: object, now: datetime) -> cms.Checked:
        return CHECK(data, signature, (), now)

    monkeypatch.setattr(cms, "check", without_roots)
    assert codes(verdict(forging.packed(builders.auditor())))[2] == "trusted.chain"


CHECK = cms.check


def test_a_clock_that_ran_ahead_is_a_clock() -> None:
    found = verdict(forging.sent(builders.auditor(), at=LATER + 9 * DAY))
    assert (codes(found)[0], codes(found)[3]) == ("unchanged.bundle", "when.clock")


def test_what_pyhanko_stumbles_over_proves_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> cms.Checked:
        raise ZeroDivisionError

    monkeypatch.setattr(cms, "check", stumble)
    found = verdict(forging.packed(builders.auditor()))
    assert codes(found)[:2] == ("unchanged.bundle_signature", "who.unproven")


def test_a_refusal_that_has_no_statement_is_no_verdict() -> None:
    with pytest.raises(KeyError):
        bundle_verdict.refused("bundle.newer", "x")
