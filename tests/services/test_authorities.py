"""An authority's folder is one process's at a time, and never half written."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.errors import (
    AuthorityDamaged,
    AuthorityExists,
    AuthorityInUse,
    AuthorityLocked,
    AuthorityMissing,
    AuthorityRefused,
    DiskFull,
    InputInvalid,
    RequestDamaged,
)
from kepatuhan_desktop.services import authorities as folders
from kepatuhan_desktop.services.authorities import Authority, Standing
from kepatuhan_desktop.signing import trust_file
from kepatuhan_desktop.storage.files import write_durably
from tests.builders import authorities
from tests.builders.authorities import AUDITOR, BUDI, PASSPHRASE
from tests.builders.clock import START

SITI_ASKS = authorities.request_bytes(made_at=START)
BUDI_ASKS = authorities.request_bytes(BUDI, "budi", START)
DEVICE = authorities.request().device


def opened(hq: Path) -> Authority:
    """The authority, with its passphrase."""
    return folders.open(hq, PASSPHRASE)


def files(hq: Path) -> dict[str, bytes]:
    """What lies in the folder, the lock aside."""
    return {one.name: one.read_bytes() for one in hq.iterdir() if one.name != folders.LOCK}


def test_a_new_authority_shows_its_fingerprint(tmp_path: Path) -> None:
    folder = tmp_path / "safe" / "hq"
    with folders.create(folder, " Inspektorat ", PASSPHRASE, START) as made:
        overview = made.overview()
    assert (overview.name, overview.version, overview.is_published) == ("Inspektorat", 0, False)
    assert [len(one) for one in overview.fingerprint] == [4] * 8
    assert set(files(folder)) == {folders.STATE, folders.ROOT}
    assert (folder / folders.STATE).stat().st_mode & 0o077 == 0


def test_everything_survives_the_end_of_the_program(hq: Path) -> None:
    with opened(hq) as authority:
        authority.enrol(SITI_ASKS, AUDITOR, START)
        authority.add_recipient(authorities.recipient("safe"))
        before = authority.people(START)
    with opened(hq) as authority:
        assert authority.people(START) == before
        assert authority.overview().recipients == (authorities.recipient("safe"),)
        authority.remove_recipient(authorities.recipient("safe"))
        assert authority.overview().recipients == ()


def test_people_are_listed_with_what_their_certificate_is_worth(headquarters: Authority) -> None:
    headquarters.enrol(SITI_ASKS, AUDITOR, START)
    headquarters.enrol(BUDI_ASKS, (Role.HEADQUARTERS,), START)
    headquarters.revoke(DEVICE, RevocationReason.KEY_STOLEN, START)
    budi, siti = headquarters.people(START)
    assert (budi.name, budi.standing, budi.roles) == (
        "Budi Santoso",
        Standing.ACTIVE,
        (Role.HEADQUARTERS,),
    )
    assert (siti.standing, siti.reason) == (Standing.REVOKED, RevocationReason.KEY_STOLEN)
    assert siti.revoked_since == "2024-08-12T02:00:00+00:00"
    later = headquarters.people(START + timedelta(days=900))
    assert [one.standing for one in later] == [Standing.EXPIRED, Standing.REVOKED]


def test_a_request_is_looked_at_before_it_is_granted(headquarters: Authority) -> None:
    plan = headquarters.inspect_request(SITI_ASKS)
    assert (plan.name, plan.enrolled_as, plan.other_devices) == ("Siti Aminah", None, 0)
    assert plan.fingerprint == authorities.request().fingerprint
    assert headquarters.people(START) == ()
    headquarters.enrol(SITI_ASKS, AUDITOR, START)
    plan = headquarters.inspect_request(authorities.request_bytes(name="tablet", made_at=START))
    assert (plan.enrolled_as, plan.other_devices) == (None, 1)
    headquarters.revoke(DEVICE, RevocationReason.KEY_STOLEN, START)
    plan = headquarters.inspect_request(SITI_ASKS)
    assert plan.is_key_stolen
    assert plan.enrolled_as is None


def test_a_damaged_request_gives_nothing(headquarters: Authority) -> None:
    with pytest.raises(RequestDamaged):
        headquarters.enrol(SITI_ASKS.replace(b"Siti", b"Sita"), AUDITOR, START)
    assert headquarters.people(START) == ()


def test_enrolling_and_renewing_say_what_was_given(headquarters: Authority) -> None:
    assert headquarters.enrol(SITI_ASKS, AUDITOR, START).certificates == 1
    assert headquarters.enrol(SITI_ASKS, AUDITOR, START).certificates == 1
    assert headquarters.renew(DEVICE, START + timedelta(days=9)).certificates == 2
    assert headquarters.inspect_request(SITI_ASKS).enrolled_as == "Siti Aminah"


def test_publishing_twice_on_one_day_gives_the_same_file(headquarters: Authority, hq: Path) -> None:
    first = headquarters.publish(START)
    assert headquarters.publish(START + timedelta(hours=2)) == first
    assert (hq / folders.TRUST).read_bytes() == first
    assert headquarters.overview().version == 1
    assert headquarters.overview().is_published


def test_another_day_or_news_give_another_version(headquarters: Authority) -> None:
    headquarters.publish(START)
    headquarters.publish(START + timedelta(days=1))
    headquarters.enrol(SITI_ASKS, AUDITOR, START + timedelta(days=1))
    assert not headquarters.overview().is_published
    data = headquarters.publish(START + timedelta(days=1))
    assert trust_file.read(data).version == 3


def test_a_published_file_that_was_lost_or_changed_is_made_anew(
    headquarters: Authority, hq: Path
) -> None:
    headquarters.publish(START)
    (hq / folders.TRUST).unlink()
    assert trust_file.read(headquarters.publish(START)).version == 2
    (hq / folders.TRUST).write_bytes(b"x")
    assert trust_file.read(headquarters.publish(START)).version == 3


def test_a_folder_has_one_authority(hq: Path) -> None:
    before = files(hq)
    with pytest.raises(AuthorityExists):
        folders.create(hq, "Lain", PASSPHRASE, START)
    assert files(hq) == before
    opened(hq).close()


def test_a_folder_without_an_authority_is_told(tmp_path: Path) -> None:
    with pytest.raises(AuthorityMissing):
        folders.open(tmp_path / "nowhere", PASSPHRASE)
    assert not (tmp_path / "nowhere").exists()


def test_a_wrong_passphrase_opens_nothing_and_leaves_the_folder_free(hq: Path) -> None:
    with pytest.raises(AuthorityLocked):
        folders.open(hq, "kata sandi yang salah")
    opened(hq).close()


@pytest.mark.parametrize("name, passphrase", [("", PASSPHRASE), ("Inspektorat", "pendek")])
def test_nothing_is_made_for_a_bad_name_or_passphrase(
    tmp_path: Path, name: str, passphrase: str
) -> None:
    with pytest.raises(InputInvalid):
        folders.create(tmp_path / "hq", name, passphrase, START)
    assert not (tmp_path / "hq").exists()


def test_one_process_at_a_time_has_the_folder(headquarters: Authority, hq: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from kepatuhan_desktop.services import authorities\n"
        "from kepatuhan_desktop.errors import AuthorityInUse\n"
        "try: authorities.open(Path(sys.argv[1]), sys.argv[2])\n"
        "except AuthorityInUse: print('in use')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(hq), PASSPHRASE],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "in use\n"
    with pytest.raises(AuthorityInUse):
        folders.create(hq, "Lain", PASSPHRASE, START)


@pytest.mark.parametrize("damage", [b"", b"{}", b"{}\nAAAA\n", b"\xff\xfe"])
def test_books_that_cannot_be_read_are_told(hq: Path, damage: bytes) -> None:
    (hq / folders.STATE).write_bytes(damage)
    with pytest.raises(AuthorityDamaged):
        opened(hq)
    assert (hq / folders.STATE).read_bytes() == damage


def test_books_that_somebody_changed_are_told(hq: Path) -> None:
    with opened(hq) as authority:
        authority.enrol(SITI_ASKS, AUDITOR, START)
    path = hq / folders.STATE
    path.write_bytes(path.read_bytes().replace(b"auditor", b"headquarters", 1))
    with pytest.raises(AuthorityDamaged) as caught:
        opened(hq)
    assert caught.value.parameters["reason"] == "signature"


def test_an_old_copy_of_the_books_beside_a_newer_trust_file_is_told(hq: Path) -> None:
    old = (hq / folders.STATE).read_bytes()
    with opened(hq) as authority:
        authority.publish(START)
    (hq / folders.STATE).write_bytes(old)
    with pytest.raises(AuthorityDamaged) as caught:
        opened(hq)
    assert caught.value.parameters["reason"] == "older_copy"


def test_a_strange_or_damaged_trust_file_keeps_nobody_out(hq: Path, tmp_path: Path) -> None:
    with folders.create(tmp_path / "b", "Lain", PASSPHRASE, START) as other:
        data = other.publish(START)
    for strange in (data, b"x"):
        (hq / folders.TRUST).write_bytes(strange)
        opened(hq).close()


def test_a_new_root_lasts_and_writes_its_certificate(headquarters: Authority, hq: Path) -> None:
    headquarters.enrol(SITI_ASKS, AUDITOR, START)
    with pytest.raises(AuthorityRefused):
        headquarters.replace_root(PASSPHRASE, START)
    headquarters.publish(START)
    before = (hq / folders.ROOT).read_bytes()
    headquarters.replace_root("kata sandi yang lain", START)
    assert (hq / folders.ROOT).read_bytes() != before
    assert headquarters.overview().roots == 2
    headquarters.close()
    with folders.open(hq, "kata sandi yang lain") as again:
        assert again.overview().roots == 2


@pytest.mark.faults
@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_full_disk_leaves_the_books_as_they_were(
    hq: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    with opened(hq) as authority:
        before = files(hq)

        def refuse(*_: object) -> None:
            raise OSError(28, os.strerror(28))

        with monkeypatch.context() as patch:
            patch.setattr(*((os, "fsync", refuse) if fails == "fsync" else (Path, fails, refuse)))
            with pytest.raises(DiskFull):
                authority.enrol(SITI_ASKS, AUDITOR, START)
            with pytest.raises(DiskFull):
                authority.publish(START)
        assert files(hq) == before
        assert authority.people(START) == ()
        assert authority.overview().version == 0
        assert len((authority.enrol(SITI_ASKS, AUDITOR, START), *authority.people(START))) == 2


def test_a_version_that_was_written_down_is_never_given_again(
    hq: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The power fails between the books and the trust file.
    with opened(hq) as authority:
        with monkeypatch.context() as patch:
            written: list[Path] = []

            def once(target: Path, data: bytes, *, staging: Path) -> None:
                if written:
                    raise DiskFull(path=target)
                written.append(target)
                write_durably(target, data, staging=staging)

            patch.setattr(folders, "write_durably", once)
            with pytest.raises(DiskFull):
                authority.publish(START)
        assert trust_file.read(authority.publish(START)).version == 2


def test_a_copy_of_the_folder_is_a_whole_authority(
    headquarters: Authority, hq: Path, tmp_path: Path
) -> None:
    headquarters.enrol(SITI_ASKS, AUDITOR, START)
    headquarters.publish(START)
    headquarters.close()
    shutil.copytree(hq, tmp_path / "copy")
    with opened(tmp_path / "copy") as copy:
        assert [one.name for one in copy.people(START)] == ["Siti Aminah"]
