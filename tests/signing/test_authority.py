"""An authority gives, renews and takes back certificates, and hands its root over."""

from collections.abc import Callable

import msgspec
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.errors import (
    AuthorityDamaged,
    AuthorityLocked,
    AuthorityRefused,
    InputInvalid,
)
from kepatuhan_desktop.signing import authority, authority_state, certificates, trust_file
from kepatuhan_desktop.signing.authority_state import Opened
from tests.builders import authorities
from tests.builders.authorities import AUDITOR, BUDI, HEADQUARTERS, NOW, PASSPHRASE, SITI, later

STOLEN, MOVED = RevocationReason.KEY_STOLEN, RevocationReason.MOVED
DEVICE = authorities.request().device
BUDIS = authorities.request(BUDI, "budi").device


def refusal(caught: pytest.ExceptionInfo[AuthorityRefused]) -> str:
    """Why."""
    return caught.value.parameters["reason"]


def certificates_of(opened: Opened, device: DeviceId = DEVICE) -> list[str]:
    """What a device was given."""
    return [
        one.enrolled.certificate for one in opened.state.issued if one.enrolled.device == device
    ]


def with_state(opened: Opened, **fields: object) -> Opened:
    """Another state under the same keys."""
    return Opened(msgspec.structs.replace(opened.state, **fields), opened.keys)


def test_an_authority_survives_being_written_and_read() -> None:
    opened = authorities.with_two_people()
    found = authority_state.read(opened.write(), PASSPHRASE, path="x")
    assert found.state == opened.state
    assert found.root == opened.root


def test_another_passphrase_does_not_open_it() -> None:
    with pytest.raises(AuthorityLocked) as caught:
        authority_state.read(authorities.an_authority().write(), PASSPHRASE + "!", path="x")
    assert caught.value.parameters == {"name": "Inspektorat Kota Uji"}


def test_a_root_key_lies_nowhere_in_clear() -> None:
    opened = authorities.an_authority()
    number = opened.keys[0].private_numbers().private_value.to_bytes(32, "big")
    written = opened.write()
    assert number not in written
    assert number not in certificates.decode(opened.state.roots[0].key)


def test_a_key_of_another_kind_does_not_open_it() -> None:
    opened = authorities.an_authority()
    strange = pkcs12.serialize_key_and_certificates(
        None,
        rsa.generate_private_key(65537, 2048),
        None,
        None,
        serialization.BestAvailableEncryption(PASSPHRASE.encode()),
    )
    root = msgspec.structs.replace(opened.state.roots[0], key=certificates.encode(strange))
    with pytest.raises(AuthorityLocked):
        authority_state.read(with_state(opened, roots=(root,)).write(), PASSPHRASE, path="x")


def test_a_changed_state_is_refused() -> None:
    data = authorities.with_two_people().write()
    for place in range(0, len(data), 97):
        broken = bytearray(data)
        broken[place] ^= 4
        with pytest.raises(AuthorityDamaged):
            authority_state.read(bytes(broken), PASSPHRASE, path="x")


@pytest.mark.parametrize("roots", [(), ("AAAA",)])
def test_a_state_without_a_root_is_refused(roots: tuple[str, ...]) -> None:
    opened = authorities.an_authority()
    made = tuple(authority_state.Root(certificate=one, key="") for one in roots)
    with pytest.raises(AuthorityDamaged):
        authority_state.read(with_state(opened, roots=made).write(), PASSPHRASE, path="x")


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "dua\nbaris", " spasi"])
def test_an_authority_needs_a_name_that_fits(name: str) -> None:
    with pytest.raises(InputInvalid):
        authority.found(name, PASSPHRASE, NOW)


def test_an_authority_needs_a_long_passphrase() -> None:
    with pytest.raises(InputInvalid):
        authority.found("Inspektorat", "sebelas ...", NOW)


@pytest.mark.parametrize("days", [-12_000, 30_000])
def test_an_absurd_clock_founds_nothing(days: int) -> None:
    with pytest.raises(AuthorityRefused) as caught:
        authority.found("Inspektorat", PASSPHRASE, later(days=days))
    assert refusal(caught) == "date"


def test_the_same_request_twice_gives_one_certificate() -> None:
    opened = authorities.with_two_people()
    again = authority.enrol(opened, authorities.request(), AUDITOR, later(days=3))
    assert again is opened


def test_another_role_gives_another_certificate() -> None:
    opened = authorities.with_two_people()
    again = authority.enrol(opened, authorities.request(), HEADQUARTERS, NOW)
    assert len(certificates_of(again)) == 2
    assert set(again.state.recipients) == {
        authorities.recipient("budi"),
        authorities.recipient("siti"),
    }
    said = trust_file.read(authority.publish(again, NOW)[1]).holder(DEVICE)
    assert said is not None
    assert said.roles == HEADQUARTERS


def test_an_expired_certificate_is_given_anew() -> None:
    opened = authorities.with_two_people()
    again = authority.enrol(opened, authorities.request(), AUDITOR, later(days=900))
    assert len(certificates_of(again)) == 2


def test_an_enrolment_needs_a_role() -> None:
    with pytest.raises(InputInvalid):
        authority.enrol(authorities.an_authority(), authorities.request(), (), NOW)


def test_a_device_stands_under_one_name() -> None:
    with pytest.raises(AuthorityRefused) as caught:
        authority.enrol(
            authorities.with_two_people(), authorities.request(BUDI, "siti"), AUDITOR, NOW
        )
    assert refusal(caught) == "device_taken"


def test_a_device_changes_hands_after_it_was_revoked() -> None:
    opened = authority.revoke(authorities.with_two_people(), DEVICE, MOVED, NOW)
    following = authority.enrol(opened, authorities.request(BUDI, "siti"), AUDITOR, NOW)
    said = trust_file.read(authority.publish(following, NOW)[1])
    assert said.holder(DEVICE).name == BUDI.name  # type: ignore[union-attr]  # just enrolled


def test_a_stolen_key_is_never_enrolled_again() -> None:
    opened = authority.revoke(authorities.with_two_people(), DEVICE, STOLEN, NOW)
    with pytest.raises(AuthorityRefused) as caught:
        authority.enrol(opened, authorities.request(), AUDITOR, NOW)
    assert refusal(caught) == "key_stolen"
    assert authority.is_key_stolen(opened.state, DEVICE)
    assert not authority.is_key_stolen(opened.state, BUDIS)


def test_renewing_gives_one_certificate_a_day() -> None:
    opened = authorities.with_two_people()
    assert authority.renew(opened, DEVICE, later(hours=1)) is opened
    renewed = authority.renew(opened, DEVICE, later(days=700))
    assert len(certificates_of(renewed)) == 2
    assert authority.renew(renewed, DEVICE, later(days=700, hours=2)) is renewed
    last = certificates.facts(authority_state.certificate(certificates_of(renewed)[-1]))
    assert last.valid_until == later(days=700 + certificates.LEAF_DAYS)


def test_who_is_unknown_is_neither_renewed_nor_revoked() -> None:
    opened = authorities.with_two_people()
    stranger = DeviceId("0" * 32)
    attempts: list[Callable[[], Opened]] = [
        lambda: authority.renew(opened, stranger, NOW),
        lambda: authority.revoke(opened, stranger, MOVED, NOW),
    ]
    for attempt in attempts:
        with pytest.raises(AuthorityRefused) as caught:
            attempt()
        assert refusal(caught) == "unknown_device"


def test_who_is_revoked_is_not_renewed() -> None:
    opened = authority.revoke(authorities.with_two_people(), DEVICE, MOVED, NOW)
    with pytest.raises(AuthorityRefused) as caught:
        authority.renew(opened, DEVICE, later(days=1))
    assert refusal(caught) == "revoked"


def test_revoking_takes_back_every_certificate_of_the_device_and_no_other() -> None:
    opened = authority.renew(authorities.with_two_people(), DEVICE, later(days=30))
    opened = authority.revoke(opened, DEVICE, STOLEN, later(days=40), later(days=35))
    said = trust_file.read(authority.publish(opened, later(days=40))[1])
    found = trust_file.revoked(said)
    assert len(found) == 2
    assert {one.since for one in found.values()} == {later(days=35)}
    assert trust_file.living(said) == {BUDIS}


def test_revoking_again_changes_nothing() -> None:
    opened = authority.revoke(authorities.with_two_people(), DEVICE, MOVED, NOW)
    assert authority.revoke(opened, DEVICE, RevocationReason.ENDED, later(days=1)) is opened


def test_a_key_may_turn_out_to_be_stolen_afterwards() -> None:
    opened = authority.revoke(authorities.with_two_people(), DEVICE, MOVED, later(days=5))
    worse = authority.revoke(opened, DEVICE, STOLEN, later(days=9), later(days=7))
    said = trust_file.read(authority.publish(worse, later(days=9))[1])
    (only,) = trust_file.revoked(said).values()
    assert (only.since, only.reason) == (later(days=5), STOLEN)
    assert authority.revoke(worse, DEVICE, STOLEN, later(days=9)) is worse


@pytest.mark.parametrize("days", [1, -20_000])
def test_nothing_is_revoked_from_a_day_to_come_or_long_gone(days: int) -> None:
    with pytest.raises(InputInvalid):
        authority.revoke(authorities.with_two_people(), DEVICE, MOVED, NOW, later(days=days))


def test_revoked_headquarters_receive_no_more_bundles() -> None:
    opened = authorities.with_two_people()
    assert opened.state.recipients == (authorities.recipient("budi"),)
    gone = authority.revoke(opened, BUDIS, MOVED, NOW)
    assert gone.state.recipients == ()


def test_recipients_are_added_once_and_removed() -> None:
    opened = authorities.an_authority()
    text = authorities.recipient("safe")
    more = authority.add_recipient(opened, f" {text}\n")
    assert more.state.recipients == (text,)
    assert authority.add_recipient(more, text) is more
    assert authority.remove_recipient(more, text).state.recipients == ()
    assert authority.remove_recipient(opened, text) is opened


def test_a_recipient_must_be_one() -> None:
    with pytest.raises(InputInvalid):
        authority.add_recipient(authorities.an_authority(), "age1rusak")


def test_there_is_a_limit_to_recipients_and_certificates() -> None:
    many = tuple(f"age1{place}" for place in range(trust_file.MOST_RECIPIENTS))
    full = with_state(authorities.an_authority(), recipients=many)
    with pytest.raises(AuthorityRefused) as caught:
        authority.add_recipient(full, authorities.recipient())
    assert refusal(caught) == "size"
    one = authorities.with_two_people().state.issued[1]
    crowd = with_state(authorities.an_authority(), issued=(one,) * trust_file.MOST_ENROLLED)
    with pytest.raises(AuthorityRefused) as caught:
        authority.enrol(crowd, authorities.request(), AUDITOR, NOW)
    assert refusal(caught) == "size"


def test_versions_and_list_numbers_go_up_whatever_the_clock_says() -> None:
    opened, first = authority.publish(authorities.with_two_people(), later(days=10))
    opened, second = authority.publish(opened, later(days=5))
    said = [trust_file.read(one) for one in (first, second)]
    assert [one.version for one in said] == [1, 2]
    assert opened.state.list_number == 2
    assert opened.state.is_published


def test_a_new_root_is_vouched_for_and_gives_everybody_a_certificate() -> None:
    opened, data = authorities.replaced()
    said = trust_file.read(data)
    assert len(said.roots) == 2
    assert len(said.revocations) == 2
    for device in (DEVICE, BUDIS):
        given = said.holder(device)
        assert given is not None
        chain = trust_file.chain(said, certificates.decode(given.certificate))
        assert chain == (certificates.decode(said.roots[0]),)
    assert authority_state.read(opened.write(), PASSPHRASE, path="x").state == opened.state


def test_a_new_root_has_another_passphrase_and_the_old_one_opens_nothing_more() -> None:
    opened = authority.replace_root(authorities.published()[0], "kata sandi lainnya", later(days=1))
    with pytest.raises(AuthorityLocked):
        authority_state.read(opened.write(), PASSPHRASE, path="x")
    assert authority_state.read(opened.write(), "kata sandi lainnya", path="x").keys


def test_a_new_root_gives_nothing_to_who_is_revoked() -> None:
    opened, _ = authority.publish(
        authority.revoke(authorities.with_two_people(), DEVICE, MOVED, NOW), NOW
    )
    opened = authority.replace_root(opened, PASSPHRASE, later(days=1))
    assert (len(certificates_of(opened)), len(certificates_of(opened, BUDIS))) == (1, 2)


def test_revoking_after_a_new_root_reaches_the_old_ones_certificates_too() -> None:
    opened, _ = authorities.replaced()
    opened = authority.revoke(opened, DEVICE, STOLEN, later(days=401))
    said = trust_file.read(authority.publish(opened, later(days=401))[1])
    assert len(trust_file.revoked(said)) == 2
    assert all(certificates.load_list(certificates.decode(one)) for one in said.revocations)


def test_renewing_after_a_new_root_is_by_the_new_root() -> None:
    opened, _ = authorities.replaced()
    again = authority.enrol(opened, authorities.request(), AUDITOR, later(days=400))
    assert again is opened


def test_a_root_that_nobody_has_seen_is_not_replaced() -> None:
    for opened in (
        authorities.with_two_people(),
        authority.replace_root(authorities.published()[0], PASSPHRASE, later(days=1)),
    ):
        with pytest.raises(AuthorityRefused) as caught:
            authority.replace_root(opened, PASSPHRASE, later(days=2))
        assert refusal(caught) == "unpublished"


def test_a_new_root_needs_a_long_passphrase() -> None:
    with pytest.raises(InputInvalid):
        authority.replace_root(authorities.published()[0], "pendek", NOW)


def test_there_is_a_limit_to_roots() -> None:
    opened, _ = authorities.published()
    full = with_state(opened, roots=opened.state.roots * trust_file.MOST_ROOTS)
    with pytest.raises(AuthorityRefused) as caught:
        authority.replace_root(full, PASSPHRASE, NOW)
    assert refusal(caught) == "size"


@pytest.mark.parametrize("days, reason", [(4000, "expired"), (-40, "not_yet")])
def test_an_expired_root_issues_nothing(days: int, reason: str) -> None:
    opened, _ = authorities.published()
    at = later(days=days)
    attempts: list[Callable[[], Opened]] = [
        lambda: authority.enrol(opened, authorities.request(), AUDITOR, at),
        lambda: authority.renew(opened, DEVICE, at),
        lambda: authority.replace_root(opened, PASSPHRASE, at),
    ]
    for attempt in attempts:
        with pytest.raises(AuthorityRefused) as caught:
            attempt()
        assert refusal(caught) == reason


def test_a_directory_of_everything_issued_goes_with_the_trust_file() -> None:
    opened = authority.renew(authorities.with_two_people(), DEVICE, later(days=30))
    said = trust_file.read(authority.publish(opened, later(days=30))[1])
    assert [one.name for one in said.enrolled] == [SITI.name, BUDI.name, SITI.name]
    assert said.enrolled[0].position == SITI.position
    assert said.enrolled[0].recipient == authorities.recipient()


def test_a_person_without_a_workspace_key_can_be_headquarters() -> None:
    asked = authorities.request(Person(name="Kantor"), "office")
    opened = authority.enrol(
        authorities.an_authority(), asked, (Role.HEADQUARTERS, Role.AUDITOR), NOW
    )
    assert opened.state.issued[0].enrolled.roles == (Role.AUDITOR, Role.HEADQUARTERS)
    assert opened.state.recipients == (authorities.recipient("office"),)
