"""What honest people do with a signed scorecard is accepted, and said for what it is."""

from datetime import timedelta

from asn1crypto import x509 as asn1_x509
from pyhanko.sign.validation.dss import DocumentSecurityStore

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.signing import certificates, pades
from kepatuhan_desktop.signing.verification import examine
from tests.builders import scorecards
from tests.signing import builders
from tests.signing.builders import HEAD, NOW, Headquarters
from tests.signing.forging import updated

DAY = timedelta(days=1)


def accepted(verdict: Verdict) -> bool:
    """Whether there is nothing bad and nothing unsaid."""
    return not {Grade.BAD, Grade.UNKNOWN} & {one.grade for one in verdict.statements}


def test_a_registered_auditor_and_a_witnessed_head() -> None:
    verdict = builders.verdict(builders.honest())
    assert verdict.grade is Grade.GOOD
    assert builders.codes(verdict) == {
        "auditor": ("unchanged.extended", "who.enrolled", "trusted.ok", "when.first_seen"),
        "unit_head": ("unchanged.ok", "who.witnessed", "trusted.witnessed", "when.first_seen"),
    }
    assert verdict.score.code == "score.ok"
    assert [one.code for one in verdict.notes] == ["note.uncertified"]


def test_what_is_printed_is_told() -> None:
    printed = builders.verdict(builders.honest()).printed
    assert printed is not None
    assert (printed.score, printed.category, printed.revision) == ("70.83", "C", 1)
    assert printed.unit == scorecards.small().unit.name


def test_an_auditor_whom_nobody_registered_yet() -> None:
    verdict = builders.verdict(
        builders.making(builders.self_issued()).signed(), Headquarters().trust()
    )
    assert accepted(verdict)
    assert builders.codes(verdict)["auditor"][1:3] == ("who.self_issued", "trusted.nobody")
    assert verdict.grade is Grade.DOUBTFUL


def test_a_machine_that_follows_nobody() -> None:
    verdict = examine(builders.honest(), builders.knowing())
    assert accepted(verdict)
    assert builders.codes(verdict)["auditor"][1:3] == ("who.certificate", "trusted.unknown_issuer")


def test_an_auditor_who_was_registered_after_signing() -> None:
    hq, key = Headquarters(), builders.new_key()
    data = builders.making(builders.self_issued(key)).signed()
    hq.enrol(key, at=NOW + DAY)
    verdict = builders.verdict(data, hq.trust(NOW + 2 * DAY))
    assert accepted(verdict)
    assert builders.codes(verdict)["auditor"][1:3] == (
        "who.registered_since",
        "trusted.registered_since",
    )


def test_a_head_who_refused() -> None:
    data = builders.making(builders.auditor(), refused_because="Tidak sependapat").signed()
    verdict = builders.verdict(data)
    assert verdict.grade is Grade.GOOD
    assert builders.codes(verdict)["auditor"][0] == "unchanged.ok"
    refusal = next(one for one in verdict.notes if one.code == "note.refused")
    assert refusal.parameters == {"name": HEAD.name, "reason": "Tidak sependapat"}


def test_a_head_with_a_certificate_of_another_authority() -> None:
    other = Headquarters("PSrE Contoh").enrol(builders.new_key(), HEAD)
    verdict = builders.verdict(builders.making(builders.auditor(), head=other).signed())
    assert accepted(verdict)
    assert builders.codes(verdict)["unit_head"][1:3] == (
        "who.certificate",
        "trusted.unknown_issuer",
    )


def stamped(data: bytes) -> bytes:
    """A later signature by another authority's RSA key, as BSrE would add it."""
    stamp = Headquarters("BSrE Contoh").enrol(
        builders.new_key(), Person(name="Kepala Perwakilan", nip="19700101 199501 1 001")
    )
    return pades.countersign(
        data, source=stamp, at=NOW + DAY, field=pades.STAMP, strokes=scorecards.stroke(9)
    )


def test_a_later_stamp() -> None:
    verdict = builders.verdict(stamped(builders.honest()), now=NOW + 5 * DAY)
    assert accepted(verdict)
    found = builders.codes(verdict)
    assert found["auditor"][0] == found["unit_head"][0] == "unchanged.extended"
    assert found["stamp"][:3] == ("unchanged.ok", "who.certificate", "trusted.unknown_issuer")
    assert "note.stamp" in {one.code for one in verdict.notes}


def test_a_later_stamp_with_data_to_check_it() -> None:
    hq = Headquarters("BSrE Contoh")
    root = asn1_x509.Certificate.load(certificates.dump(hq.root))
    data = updated(
        lambda writer: DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=[root]),
        stamped(builders.honest()),
    )
    verdict = builders.verdict(data, now=NOW + 5 * DAY)
    assert accepted(verdict)
    assert builders.codes(verdict)["stamp"][0] == "unchanged.supplemented"


def test_a_stamp_on_a_refused_scorecard() -> None:
    data = builders.making(builders.auditor(), refused_because="Tidak sependapat").signed()
    assert accepted(builders.verdict(stamped(data), now=NOW + 5 * DAY))


def test_a_renewed_certificate_of_the_same_key() -> None:
    hq, key = Headquarters(), builders.new_key()
    old = hq.enrol(key)
    data = builders.making(old).signed()
    hq.revoke(old, NOW + DAY, RevocationReason.REPLACED)
    hq.enrol(key, at=NOW + DAY)
    verdict = builders.verdict(data, hq.trust(NOW + 2 * DAY))
    assert verdict.grade is Grade.GOOD
    assert builders.codes(verdict)["auditor"][1:3] == ("who.enrolled", "trusted.renewed")


def test_a_replaced_root() -> None:
    hq = Headquarters()
    data = builders.making(hq.enrol(builders.new_key())).signed()
    hq.replace_root(NOW + DAY)
    verdict = builders.verdict(data, hq.trust(NOW + 2 * DAY, version=2))
    assert verdict.grade is Grade.GOOD
    assert builders.codes(verdict)["auditor"][2] == "trusted.replaced_root"


def test_a_certificate_that_ended_after_the_signing() -> None:
    hq = Headquarters()
    source = builders.leaf(hq.root.subject, hq.key, builders.new_key(), until=NOW + DAY)
    data = builders.making(source).signed()
    fresh = hq.trust(NOW + 20 * DAY)
    late = builders.verdict(data, fresh, now=NOW + 30 * DAY)
    assert accepted(late)
    assert builders.codes(late)["auditor"][2] == "trusted.expired_since"
    seen = {one.digest: NOW + timedelta(hours=2) for one in late.signers}
    early = builders.verdict(data, fresh, now=NOW + 30 * DAY, seen=seen)
    assert builders.codes(early)["auditor"][2] == "trusted.ok"


def test_two_authorities_side_by_side() -> None:
    one, other = Headquarters(), Headquarters("Ombudsman")
    data = builders.making(other.enrol(builders.new_key())).signed()
    verdict = builders.verdict(data, one.trust(), other.trust())
    assert verdict.signers[0].trusted.parameters["authority"] == "Ombudsman"


def test_many_pages() -> None:
    data = builders.making(builders.auditor(), pages_=50).signed()
    assert builders.verdict(data).grade is Grade.GOOD


def test_the_same_file_gives_the_same_verdict() -> None:
    assert builders.verdict(builders.honest()) == builders.verdict(bytes(builders.honest()))
