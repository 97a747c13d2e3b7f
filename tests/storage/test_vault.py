"""Evidence is kept exactly, encrypted, and its damage never goes unnoticed."""

import hashlib
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.errors import DiskFull, EvidenceDamaged, EvidenceMissing
from kepatuhan_desktop.storage import vault as vaults
from kepatuhan_desktop.storage.vault import ORIGINALS, STAGING, Vault
from kepatuhan_desktop.storage.workspace import Workspace

DATA = b"a photo of the notice board" * 40
DIGEST = Digest(hashlib.sha256(DATA).hexdigest())


@pytest.fixture
def vault(workspace: Workspace) -> Vault:
    """The vault of a fresh workspace."""
    return workspace.vault


def files(workspace: Workspace) -> list[Path]:
    """The kept originals."""
    return sorted((workspace.home / ORIGINALS).rglob("*.age"))


def test_what_was_stored_is_loaded(vault: Vault) -> None:
    assert vault.load(vault.store(DATA).digest) == DATA


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_come_back_exactly(vault: Vault, data: bytes) -> None:
    assert vault.load(vault.store(data).digest) == data


@pytest.mark.parametrize("more", [-1, 0, 1, 200_001])
def test_large_files_are_sealed_piece_by_piece_and_come_back_exactly(
    vault: Vault, more: int
) -> None:
    data = random.Random(more).randbytes(vaults._AT_ONCE + more)
    assert vault.load(vault.store(data).digest) == data


def test_a_large_file_is_plain_age(workspace: Workspace) -> None:
    data = bytes(2 * vaults._AT_ONCE)
    workspace.vault.store(data)
    (path,) = files(workspace)
    identity = workspace.keys.identity()
    assert pyrage.decrypt(path.read_bytes(), [identity]) == data


def test_a_damaged_byte_of_a_large_file_is_noticed(workspace: Workspace) -> None:
    stored = workspace.vault.store(bytes(2 * vaults._AT_ONCE))
    (path,) = files(workspace)
    sealed = bytearray(path.read_bytes())
    sealed[-100] ^= 1
    path.write_bytes(sealed)
    with pytest.raises(EvidenceDamaged):
        workspace.vault.load(stored.digest)


def test_other_threads_get_their_turn_while_a_large_file_is_sealed(vault: Vault) -> None:
    turns: list[float] = []
    done = threading.Event()

    def store() -> None:
        vault.store(bytes(30 * vaults._AT_ONCE))
        done.set()

    worker = threading.Thread(target=store)
    worker.start()
    while not done.is_set():
        turns.append(time.thread_time())
        time.sleep(0.001)
    worker.join()
    # age in one go would leave this loop a handful of turns around 80 ms of silence.
    assert len(turns) > 15


def test_a_file_is_named_by_its_digest_and_size(vault: Vault) -> None:
    stored = vault.store(DATA)
    assert (stored.digest, stored.size) == (DIGEST, len(DATA))


def test_the_same_file_is_kept_once(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    workspace.vault.store(DATA)
    assert len(files(workspace)) == 1


def test_a_name_does_not_betray_the_digest(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    assert DIGEST[:6] not in str(files(workspace)[0])


def test_two_workspaces_give_one_file_two_names(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    for one in (workspace, other):
        one.vault.store(DATA)
    other.close()
    assert files(workspace)[0].name != files(other)[0].name


def test_the_content_is_encrypted(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    assert b"notice board" not in files(workspace)[0].read_bytes()


def test_a_missing_file_is_named(vault: Vault) -> None:
    with pytest.raises(EvidenceMissing) as missing:
        vault.load(DIGEST)
    assert missing.value.parameters["name"] == DIGEST[:12]


@pytest.mark.parametrize("place", [0, 60, 200, -1])
def test_a_damaged_byte_is_noticed(workspace: Workspace, place: int) -> None:
    workspace.vault.store(DATA)
    data = bytearray(files(workspace)[0].read_bytes())
    data[place] ^= 1
    files(workspace)[0].write_bytes(data)
    with pytest.raises(EvidenceDamaged):
        workspace.vault.load(DIGEST)


@pytest.mark.parametrize("length", [0, 10, -1])
def test_a_cut_off_file_is_noticed(workspace: Workspace, length: int) -> None:
    workspace.vault.store(DATA)
    path = files(workspace)[0]
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(EvidenceDamaged):
        workspace.vault.load(DIGEST)


def test_a_file_that_was_exchanged_is_noticed(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    files(workspace)[0].write_bytes(pyrage.encrypt(b"other", [workspace.keys.recipient()]))
    with pytest.raises(EvidenceDamaged):
        workspace.vault.load(DIGEST)


def test_storing_a_damaged_file_again_heals_it(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    files(workspace)[0].write_bytes(b"rot")
    workspace.vault.store(DATA)
    assert workspace.vault.load(DIGEST) == DATA


def test_a_vault_knows_what_it_holds(vault: Vault) -> None:
    assert not vault.holds(DIGEST)
    vault.store(DATA)
    assert vault.holds(DIGEST)


def test_a_failed_write_keeps_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path, data: bytes, *, staging: Path) -> None:
        raise DiskFull(path=target)

    monkeypatch.setattr(vaults, "write_durably", full)
    with pytest.raises(DiskFull):
        workspace.vault.store(DATA)
    assert not workspace.vault.holds(DIGEST)


def test_an_audit_tells_sound_missing_and_damaged_apart(workspace: Workspace) -> None:
    lost = Digest("0" * 64)
    damaged = workspace.vault.store(b"x").digest
    files(workspace)[0].write_bytes(b"rot")
    sound = workspace.vault.store(DATA).digest
    audit = workspace.vault.audit([sound, lost, damaged])
    assert (audit.sound, audit.missing, audit.damaged) == (1, (lost,), (damaged,))


def test_a_file_that_the_system_refuses_to_read_is_damaged(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    path = files(workspace)[0]
    path.unlink()
    path.mkdir()
    assert workspace.vault.audit([DIGEST]).damaged == (DIGEST,)


def test_a_derived_picture_is_kept(vault: Vault) -> None:
    vault.store_derived(DIGEST, "thumbnail-0", b"small")
    assert vault.load_derived(DIGEST, "thumbnail-0") == b"small"


def test_a_derived_picture_that_is_not_there_is_made_again(vault: Vault) -> None:
    assert vault.load_derived(DIGEST, "thumbnail-0") is None


def test_a_damaged_derived_picture_is_made_again(workspace: Workspace) -> None:
    workspace.vault.store_derived(DIGEST, "thumbnail-0", b"small")
    for path in (workspace.home / vaults.DERIVED).rglob("*.age"):
        path.write_bytes(b"rot")
    assert workspace.vault.load_derived(DIGEST, "thumbnail-0") is None


def test_what_an_interrupted_write_left_is_swept_at_the_next_start(closed: Path) -> None:
    leftover = closed / STAGING / "0123.part"
    leftover.write_bytes(b"half")
    Workspace(closed).close()
    assert not leftover.exists()


SIZES = {DIGEST: len(DATA)}


def cut(path: Path) -> None:
    """Half of the file is gone."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    """One bit in the middle is another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_whole_file_is_not_lacking(vault: Vault) -> None:
    vault.store(DATA)
    vault.look_again([DIGEST])
    assert not vault.lacks(SIZES)


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_a_lost_or_cut_file_is_lacking_after_another_look(
    workspace: Workspace, harm: Callable[[Path], None]
) -> None:
    workspace.vault.store(DATA)
    harm(files(workspace)[0])
    workspace.vault.look_again([DIGEST])
    assert workspace.vault.lacks(SIZES) == {DIGEST}


def test_the_disk_is_asked_once_for_each_file(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    assert not workspace.vault.lacks(SIZES)
    files(workspace)[0].unlink()
    assert not workspace.vault.lacks(SIZES)


def test_a_file_that_arrives_is_lacking_no_more(vault: Vault) -> None:
    assert vault.lacks(SIZES) == {DIGEST}
    vault.store(DATA)
    assert not vault.lacks(SIZES)


def test_damage_that_reading_found_stays_known(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    flip(files(workspace)[0])
    with pytest.raises(EvidenceDamaged):
        workspace.vault.load(DIGEST)
    workspace.vault.look_again([DIGEST])
    assert workspace.vault.lacks(SIZES) == {DIGEST}


def test_a_damaged_file_that_was_brought_back_is_lacking_no_more(workspace: Workspace) -> None:
    workspace.vault.store(DATA)
    (path,) = files(workspace)
    sound = path.read_bytes()
    flip(path)
    assert workspace.vault.audit([DIGEST]).damaged == (DIGEST,)
    path.unlink()
    path.write_bytes(sound)
    workspace.vault.look_again([DIGEST])
    assert not workspace.vault.lacks(SIZES)


def test_a_wrong_number_of_bytes_does_not_make_a_whole_file_lacking(vault: Vault) -> None:
    vault.store(DATA)
    vault.look_again([DIGEST])
    assert not vault.lacks({DIGEST: 10**9})
    assert vault.holds(DIGEST)
