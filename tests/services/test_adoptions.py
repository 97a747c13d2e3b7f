"""No entry from elsewhere makes a device trust anybody, or takes its trust away."""

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import DeviceId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.services import adoptions
from kepatuhan_desktop.services.authorities import Authority
from kepatuhan_desktop.signing import certificates, signed_text
from tests.builders import authorities
from tests.builders.clock import START
from tests.builders.enrolling import adopted, enrolled

NAME = "Siti Aminah"


def forged(siti: Services, value: codec.Json, kind: Kind, record: str, slot: str) -> bytes:
    """An entry that claims to be the next one of Siti's own device."""
    entries = [one for one in siti._workspace.journal.entries() if one.device == siti.device]
    draft = Draft(kind=kind, record=RecordId(record), slot=Slot(slot), value=value)
    _, body = journal.write(
        draft,
        device=siti.device,
        seq=entries[-1].seq + 1,
        previous=entries[-1].id,
        author=NAME,
        at="2024-08-12T09:00:00.000+07:00",
    )
    return body


def test_no_entry_from_elsewhere_makes_the_device_trust_anybody(
    siti: Services, headquarters: Authority
) -> None:
    data = enrolled(siti, headquarters).decode("ascii")
    stranger = authorities.key("mallory")
    for value in (
        data,
        {"text": data},
        {"text": data, "adopted": ""},
        {"text": data, "adopted": signed_text.sign(data.encode("ascii"), stranger)},
        {"text": data, "adopted": signed_text.sign(adoptions._statement(data), stranger)},
        None,
    ):
        body = forged(siti, value, Kind.TRUST, f"authority:{'0' * 32}", "trust")
        siti._workspace.journal.merge([body])
        assert siti.identities.trust() == ()
    body = forged(siti, {"text": data, "adopted": ""}, Kind.NOTE, "authority:x", "trust")
    siti._workspace.journal.merge([body])
    assert siti.identities.trust() == ()


def test_no_entry_from_elsewhere_takes_trust_away_or_back(
    siti: Services, headquarters: Authority
) -> None:
    adopted(siti, headquarters)
    headquarters.add_recipient(authorities.recipient())
    siti.identities.adopt(siti.identities.examine(headquarters.publish(START)))
    own = siti._workspace.journal.written_here("authority:")
    replay = forged(siti, own[0].value, Kind.TRUST, own[0].record, "trust")
    foreign, _ = journal.write(
        Draft(
            kind=Kind.TRUST,
            record=own[0].record,
            slot=own[0].slot,
            value=None,
            replaces=tuple(one.id for one in own),
        ),
        device=DeviceId("f" * 32),
        seq=1,
        previous=None,
        author="Mallory",
        at="2024-08-12T09:00:00.000+07:00",
    )
    body = codec.canonical(
        {name: value for name, value in codec.plain(foreign).items() if name != "id"}
    )
    siti._workspace.journal.merge([replay, body])
    assert [one.version for one in siti.identities.trust()] == [2]


def test_an_adoption_of_what_is_no_trust_file_counts_for_nothing(siti: Services) -> None:
    siti.identities.ensure()
    for text in ("{}", "é"):
        value = {
            "text": text,
            "adopted": signed_text.sign(adoptions._statement(text), siti.identities.device_key()),
        }
        body = forged(siti, value, Kind.TRUST, "authority:x", "trust")
        siti._workspace.journal.merge([body])
        assert siti.identities.trust() == ()


def test_a_certificate_for_another_key_is_not_ours(siti: Services) -> None:
    siti.identities.ensure()
    before = siti.identities.certificate()
    other = certificates.encode(authorities.certificate())
    record = f"device:{siti.device}"
    for value in ({"certificate": other, "source": "self"}, {"certificate": "AAAA"}, 3):
        body = forged(siti, value, Kind.IDENTITY, record, "certificate")
        siti._workspace.journal.merge([body])
    body = forged(siti, "x", Kind.NOTE, record, "certificate")
    siti._workspace.journal.merge([body])
    assert siti.identities.certificate() == before
    assert siti.identities.ensure() == Changes()


def test_other_peoples_certificates_are_not_ours(siti: Services, headquarters: Authority) -> None:
    headquarters.enrol(
        authorities.request_bytes(authorities.BUDI, "budi", START), (Role.AUDITOR,), START
    )
    adopted(siti, headquarters)
    status = siti.identities.status()
    assert (status.name, status.is_registered, status.is_revoked) == (NAME, True, False)
