"""What is said of a certificate that nobody here vouches for, and of one that was replaced."""

from datetime import datetime, timedelta

import pytest

from kepatuhan_desktop import statements
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.domain.verdict import Grade, SignerVerdict
from kepatuhan_desktop.signing import certificates, issuing, pades
from kepatuhan_desktop.signing.sources import Source
from tests.signing import builders
from tests.signing.builders import AUDITOR, NOW, Headquarters

DAY = timedelta(days=1)


def auditor_of(source: Source, hq: Headquarters, days: int = 0) -> SignerVerdict:
    """What is said of an auditor who signed with this."""
    made = builders.making(source)
    return builders.verdict(made.signed(), hq.trust(NOW + days * DAY)).signers[0]


@pytest.mark.parametrize(
    "person",
    [AUDITOR, Person(name="Orang Lain", nip=AUDITOR.nip), Person(name=AUDITOR.name, nip="12")],
    ids=["both", "the NIP", "the name"],
)
def test_a_ca_of_ones_own_in_the_name_of_a_registered_auditor_is_doubtful(person: Person) -> None:
    hq = Headquarters()
    hq.enrol(builders.new_key())
    found = auditor_of(Headquarters("BSrE Contoh").enrol(builders.new_key(), person), hq)
    assert (found.who.code, found.trusted.code) == ("who.certificate", "trusted.namesake")
    assert found.trusted.grade is Grade.DOUBTFUL
    assert found.trusted.parameters["name"] == AUDITOR.name


def test_a_key_that_vouches_for_itself_shows_its_fingerprint() -> None:
    own = builders.self_issued()
    found = auditor_of(own, Headquarters())
    groups = " ".join(certificates.groups(builders.fingerprint(own)))
    assert found.trusted.code == "trusted.nobody"
    for language in ("id", "en"):
        assert groups in statements.sentence(found.trusted, language)


def test_a_stamp_that_vouches_for_itself_is_called_no_certified_one() -> None:
    own = builders.self_issued(person=Person(name="Balai Sertifikasi Elektronik"))
    data = pades.countersign(builders.honest(), source=own, at=NOW + DAY, field=pades.STAMP)
    stamp = builders.verdict(data).signers[-1]
    assert (stamp.role, stamp.trusted.code) == ("stamp", "trusted.self_stamped")
    assert stamp.trusted.grade is Grade.DOUBTFUL
    assert "bukan TTE tersertifikasi" in statements.sentence(stamp.trusted)


def test_a_renewed_certificate_is_not_said_to_be_on_no_list() -> None:
    hq, key = Headquarters(), builders.new_key()
    old = hq.enrol(key)
    hq.revoke(old, NOW + DAY, RevocationReason.REPLACED)
    hq.enrol(key, at=NOW + DAY)
    found = auditor_of(old, hq, 2)
    assert (found.trusted.code, found.trusted.grade) == ("trusted.renewed", Grade.GOOD)
    assert found.trusted.parameters["since"] == (NOW + DAY).isoformat(timespec="seconds")


def test_a_key_whose_newer_certificate_is_taken_back_too_is_refused() -> None:
    hq, key = Headquarters(), builders.new_key()
    old = hq.enrol(key)
    hq.revoke(old, NOW + DAY, RevocationReason.REPLACED)
    hq.revoke(hq.enrol(key, at=NOW + DAY), NOW + 2 * DAY)
    assert auditor_of(old, hq, 3).trusted.code == "trusted.revoked"


class Dividing(Headquarters):
    """Each root lists what it gave itself, as authorities do."""

    def lists(self, at: datetime = NOW) -> tuple[bytes, ...]:
        given = [certificates.load(certificates.decode(one.certificate)) for one in self.enrolled]
        return tuple(
            issuing.revocation_list(
                root,
                key,
                [
                    (one.serial_number, *self.revoked[one.serial_number])
                    for one in given
                    if one.serial_number in self.revoked and certificates.is_issued_by(one, root)
                ],
                1,
                at,
            )
            for root, key in zip(self.roots, self.keys, strict=True)
        )


def test_a_newer_certificate_by_a_newer_root_is_looked_up_in_that_roots_list() -> None:
    hq, key = Dividing(), builders.new_key()
    old = hq.enrol(key)
    hq.revoke(old, NOW + DAY, RevocationReason.REPLACED)
    hq.replace_root(NOW + DAY)
    newer = hq.enrol(key, at=NOW + DAY)
    assert auditor_of(old, hq, 2).trusted.code == "trusted.renewed"
    hq.revoke(newer, NOW + 2 * DAY)
    assert auditor_of(old, hq, 3).trusted.code == "trusted.revoked"
