"""A device knows who signs at it, and trusts only whom its person told it to."""

import time
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.errors import (
    InputInvalid,
    KeyNotUsable,
    TrustDamaged,
    TrustForeign,
    TrustOlder,
)
from kepatuhan_desktop.services import authorities as folders
from kepatuhan_desktop.services.authorities import Authority
from kepatuhan_desktop.signing import certificates, request_file
from tests.builders import authorities
from tests.builders.clock import START, FixedClock
from tests.builders.enrolling import adopted, enrolled, revoked

NAME, NIP = "Siti Aminah", "198001012005012001"
STOLEN, MOVED = RevocationReason.KEY_STOLEN, RevocationReason.MOVED


def test_before_the_first_certificate_the_settings_say_who(siti: Services) -> None:
    status = siti.identities.status()
    assert (status.name, status.nip, status.valid_until) == (NAME, NIP, None)
    assert not status.is_registered
    assert "".join(status.fingerprint) == siti.device
    assert siti.identities.certificate() is None


def test_a_device_makes_itself_a_certificate_once(siti: Services) -> None:
    assert siti.identities.ensure().slots == {"certificate"}
    assert siti.identities.ensure() == Changes()
    status = siti.identities.status()
    assert (status.name, status.authority, status.is_registered) == (NAME, None, False)
    assert status.roles == ()
    assert (status.source, status.source_name) == ("device", "")


def test_a_device_without_an_auditor_signs_under_its_own_name(siti: Services) -> None:
    siti.settings.change(auditor_name="", auditor_nip="")
    siti.identities.ensure()
    assert siti.identities.status().name == f"Perangkat {siti.device[:8]}"
    assert siti.identities.ensure() == Changes()


def test_another_auditor_gets_another_certificate(siti: Services) -> None:
    siti.identities.ensure()
    siti.settings.change(auditor_name="siti  aminah")
    assert siti.identities.ensure() == Changes()
    siti.settings.change(auditor_name="Budi Santoso", auditor_nip="1")
    assert siti.identities.ensure() != Changes()
    assert siti.identities.status().name == "Budi Santoso"
    siti.settings.change(auditor_nip="2")
    assert siti.identities.ensure() != Changes()


def test_an_expired_certificate_is_made_anew(siti: Services, clock: FixedClock) -> None:
    siti.identities.ensure()
    clock.set(START + timedelta(days=900))
    assert siti.identities.status().is_expired
    assert siti.identities.ensure() != Changes()
    assert not siti.identities.status().is_expired


def test_a_certificate_of_a_clock_that_was_ahead_is_made_anew(
    siti: Services, clock: FixedClock
) -> None:
    clock.set(START + timedelta(days=3000))
    siti.identities.ensure()
    clock.set(START)
    assert siti.identities.ensure() != Changes()


def test_the_status_is_quick_after_the_first_time(siti: Services, headquarters: Authority) -> None:
    adopted(siti, headquarters)
    siti.identities.status()
    began = time.perf_counter()
    for _ in range(20):
        siti.identities.status()
    assert (time.perf_counter() - began) / 20 < 0.002


def test_the_private_key_lies_nowhere_in_clear(siti: Services, home: Path) -> None:
    siti.identities.ensure()
    number = siti.identities.device_key().private_numbers().private_value.to_bytes(32, "big")
    request = siti.identities.request()
    for data in (request, *(one.read_bytes() for one in home.rglob("*") if one.is_file())):
        assert number not in data
        assert certificates.encode(number).rstrip("=").encode() not in data


def test_a_request_says_who_asks(siti: Services) -> None:
    found = request_file.read(siti.identities.request())
    assert (found.name, found.nip, found.position) == (NAME, NIP, "Auditor Muda")
    assert found.device == siti.device
    assert found.made_at == "2024-08-12T09:00:00.000+07:00"


def test_a_request_tidies_what_was_typed(siti: Services) -> None:
    siti.settings.change(auditor_name="  Siti \n Aminah ", auditor_position=" ")
    found = request_file.read(siti.identities.request())
    assert (found.name, found.position) == (NAME, "")


@pytest.mark.parametrize("name", ["", "   ", "x" * 300, "\u202e"])
def test_a_request_needs_a_name(siti: Services, name: str) -> None:
    siti.settings.change(auditor_name=name)
    with pytest.raises(InputInvalid):
        siti.identities.request()


def test_the_first_trust_is_for_a_person_to_compare(
    siti: Services, headquarters: Authority
) -> None:
    plan = siti.identities.examine(enrolled(siti, headquarters))
    assert plan.is_first
    assert plan.is_news
    assert plan.gives_me_certificate
    assert not plan.revokes_me
    assert plan.fingerprint == headquarters.overview().fingerprint
    assert (plan.version, plan.known_version, plan.people, plan.revoked) == (1, None, 1, 0)
    assert siti.identities.trust() == ()


def test_an_adopted_certificate_makes_the_device_registered(
    siti: Services, headquarters: Authority
) -> None:
    changes = adopted(siti, headquarters)
    assert changes.slots == {"certificate", "trust"}
    status = siti.identities.status()
    assert status.is_registered
    assert status.authority == "Inspektorat Uji"
    assert status.roles == (Role.AUDITOR,)
    assert status.trust_version == 1
    assert status.revocations_from is not None
    assert not status.is_list_old
    assert [one.authority for one in siti.identities.trust()] == ["Inspektorat Uji"]


def test_adopting_twice_changes_nothing(siti: Services, headquarters: Authority) -> None:
    data = enrolled(siti, headquarters)
    siti.identities.adopt(siti.identities.examine(data))
    plan = siti.identities.examine(data)
    assert not plan.is_first
    assert not plan.is_news
    assert not plan.gives_me_certificate
    assert siti.identities.adopt(plan) == Changes()


def test_trust_survives_the_end_of_the_program(
    siti: Services, headquarters: Authority, home: Path, clock: FixedClock
) -> None:
    adopted(siti, headquarters)
    siti.close()
    again = bootstrap.open_services(home, clock=clock)
    try:
        assert again.identities.status().is_registered
        assert again.health.rebuild() > 0
        assert again.identities.status().is_registered
    finally:
        again.close()


def test_an_old_list_is_told(siti: Services, headquarters: Authority, clock: FixedClock) -> None:
    adopted(siti, headquarters)
    clock.set(START + timedelta(days=181))
    assert siti.identities.status().is_list_old
    assert siti.identities.status().is_registered


def test_a_version_never_goes_down(siti: Services, headquarters: Authority) -> None:
    first = enrolled(siti, headquarters)
    plan = siti.identities.examine(first)
    headquarters.add_recipient(authorities.recipient())
    siti.identities.adopt(siti.identities.examine(headquarters.publish(START)))
    with pytest.raises(TrustOlder):
        siti.identities.examine(first)
    with pytest.raises(TrustOlder):
        siti.identities.adopt(plan)
    assert [one.version for one in siti.identities.trust()] == [2]


def test_a_damaged_file_changes_nothing(siti: Services, headquarters: Authority) -> None:
    data = enrolled(siti, headquarters)
    with pytest.raises(TrustDamaged):
        siti.identities.examine(data.replace(b"Siti", b"Sita", 1))
    assert siti.identities.trust() == ()


def test_a_plan_that_was_tampered_with_is_refused(siti: Services, headquarters: Authority) -> None:
    plan = siti.identities.examine(enrolled(siti, headquarters))
    with pytest.raises(TrustDamaged):
        siti.identities.adopt(msgspec.structs.replace(plan, text=plan.text.replace("1", "2", 9)))


@pytest.mark.parametrize("name", ["Inspektorat Uji", "inspektorat uji", "INSPEKTORAT ＵＪＩ"])
def test_a_stranger_under_a_known_name_is_refused(
    siti: Services, headquarters: Authority, tmp_path: Path, name: str
) -> None:
    adopted(siti, headquarters)
    with folders.create(tmp_path / "evil", name, authorities.PASSPHRASE, START) as stranger:
        data = stranger.publish(START)
        with pytest.raises(TrustForeign) as caught:
            siti.identities.examine(data)
    assert caught.value.parameters["fingerprint"] == " ".join(stranger.overview().fingerprint)


def test_another_authority_under_its_own_name_is_trusted_besides(
    siti: Services, headquarters: Authority, tmp_path: Path
) -> None:
    adopted(siti, headquarters)
    with folders.create(tmp_path / "b", "Ombudsman", authorities.PASSPHRASE, START) as other:
        plan = siti.identities.examine(other.publish(START))
    assert plan.is_first
    siti.identities.adopt(plan)
    assert [one.authority for one in siti.identities.trust()] == ["Inspektorat Uji", "Ombudsman"]
    assert siti.identities.status().authority == "Inspektorat Uji"


def test_a_new_root_is_accepted_by_the_old_ones_word(
    siti: Services, headquarters: Authority
) -> None:
    adopted(siti, headquarters)
    headquarters.replace_root("kata sandi yang baru", START)
    plan = siti.identities.examine(headquarters.publish(START))
    assert plan.replaces_root
    assert not plan.is_first
    assert plan.gives_me_certificate
    siti.identities.adopt(plan)
    status = siti.identities.status()
    assert status.is_registered
    assert len(siti.identities.trust()) == 1


def test_a_revoked_device_signs_no_more_and_says_so(
    siti: Services, headquarters: Authority
) -> None:
    adopted(siti, headquarters)
    plan = siti.identities.examine(revoked(siti, headquarters))
    assert plan.revokes_me
    assert not plan.gives_me_certificate
    siti.identities.adopt(plan)
    assert siti.identities.status().is_revoked
    assert not siti.identities.status().is_registered
    assert siti.identities.ensure() == Changes()
    with pytest.raises(KeyNotUsable) as caught:
        siti.identities.signer()
    assert caught.value.parameters["reason"] == "revoked"
    assert not siti.identities.examine(headquarters.publish(START)).revokes_me


def test_a_device_that_changed_hands_is_not_revoked_for_the_next(
    siti: Services, headquarters: Authority
) -> None:
    adopted(siti, headquarters)
    siti.identities.adopt(siti.identities.examine(revoked(siti, headquarters)))
    siti.settings.change(auditor_name="Budi Santoso", auditor_nip="")
    siti.identities.ensure()
    assert not siti.identities.status().is_revoked


def test_a_stolen_key_is_stolen_whoever_uses_it(siti: Services, headquarters: Authority) -> None:
    adopted(siti, headquarters)
    siti.identities.adopt(siti.identities.examine(revoked(siti, headquarters, STOLEN)))
    siti.settings.change(auditor_name="Budi Santoso", auditor_nip="")
    siti.identities.ensure()
    assert siti.identities.status().name == "Budi Santoso"
    assert siti.identities.status().is_revoked


def test_an_expired_enrolment_falls_back_to_a_certificate_of_its_own(
    siti: Services, headquarters: Authority, clock: FixedClock
) -> None:
    adopted(siti, headquarters)
    clock.set(START + timedelta(days=900))
    assert siti.identities.status().is_expired
    siti.identities.ensure()
    status = siti.identities.status()
    assert (status.is_registered, status.is_expired, status.name) == (False, False, NAME)
    clock.set(START)
    siti.identities.ensure()
    assert siti.identities.status().is_registered


def test_a_renewed_certificate_takes_the_old_ones_place(
    siti: Services, headquarters: Authority, clock: FixedClock
) -> None:
    adopted(siti, headquarters)
    before = siti.identities.certificate()
    clock.set(START + timedelta(days=31))
    headquarters.renew(siti.device, START + timedelta(days=30))
    plan = siti.identities.examine(headquarters.publish(START + timedelta(days=30)))
    assert plan.gives_me_certificate
    siti.identities.adopt(plan)
    assert siti.identities.certificate() != before


def test_an_enrolment_in_another_name_is_not_used(siti: Services, headquarters: Authority) -> None:
    data = enrolled(siti, headquarters)
    siti.settings.change(auditor_name="Budi Santoso", auditor_nip="")
    siti.identities.adopt(siti.identities.examine(data))
    assert siti.identities.status().name == "Budi Santoso"
    assert not siti.identities.status().is_registered
