"""The workspace's key opens through its slot only, and is never overwritten."""

import base64
import json
import os
from pathlib import Path

import pytest

from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.errors import KeysMissing
from kepatuhan_desktop.storage import keyslots
from kepatuhan_desktop.storage.keyslots import FILE_SLOT, KEYS
from kepatuhan_desktop.storage.workspace import Workspace

POSIX = pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")


def contents(home: Path) -> dict[str, bytes]:
    """Every file of a workspace."""
    return {
        str(one.relative_to(home)): one.read_bytes() for one in home.rglob("*") if one.is_file()
    }


def read(home: Path) -> Json:
    """What keys.json holds."""
    return json.loads((home / KEYS).read_bytes())


def rewrite(home: Path, keys: Json) -> None:
    """Change keys.json as somebody with a text editor would."""
    (home / KEYS).write_text(json.dumps(keys), encoding="utf-8")


def flipped(text: str) -> str:
    """Base64 of the same length with one bit changed."""
    data = bytearray(base64.b64decode(text))
    data[0] ^= 1
    return base64.b64encode(data).decode("ascii")


@POSIX
@pytest.mark.parametrize("name", [KEYS, FILE_SLOT])
def test_keys_are_for_their_owner_only(closed: Path, name: str) -> None:
    assert (closed / name).stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_slot_that_others_can_read_is_noticed(closed: Path) -> None:
    (closed / FILE_SLOT).chmod(0o644)
    assert not keyslots.is_private(closed)


def test_the_same_keys_open_again(workspace: Workspace) -> None:
    again = keyslots.load(workspace.home)
    assert (again.database, again.names, again.device) == (
        workspace.keys.database,
        workspace.keys.names,
        workspace.keys.device,
    )


def test_every_workspace_has_keys_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    other.close()
    assert other.keys.master != workspace.keys.master
    assert other.keys.device != workspace.keys.device


def test_each_purpose_has_a_key_of_its_own(workspace: Workspace) -> None:
    keys = {workspace.keys.master, workspace.keys.database, workspace.keys.names}
    assert len(keys) == 3


def test_neither_the_master_key_nor_a_private_key_stands_in_keys_json(
    workspace: Workspace,
) -> None:
    text = (workspace.home / KEYS).read_text("utf-8")
    assert base64.b64encode(workspace.keys.master).decode("ascii") not in text
    assert str(workspace.keys.identity()) not in text


def test_the_device_is_the_fingerprint_of_its_public_key(workspace: Workspace) -> None:
    public = base64.b64decode(workspace.keys.file.device_public)
    assert keyslots.fingerprint(public) == workspace.keys.device
    assert len(workspace.keys.device) == 32


@pytest.mark.parametrize("name", [KEYS, FILE_SLOT])
def test_lost_keys_are_said_to_be_lost(closed: Path, name: str) -> None:
    (closed / name).unlink()
    with pytest.raises(KeysMissing):
        Workspace(closed)


@pytest.mark.parametrize("name", [KEYS, FILE_SLOT])
def test_lost_keys_are_never_replaced_by_new_ones(closed: Path, name: str) -> None:
    (closed / name).unlink()
    before = contents(closed)
    with pytest.raises(KeysMissing):
        Workspace(closed)
    assert contents(closed) == before


def test_keys_are_not_made_anew_over_evidence_whose_database_is_gone(closed: Path) -> None:
    Workspace(closed).vault.store(b"x")
    for path in [closed / KEYS, *(closed / "store").iterdir(), *closed.glob("*.established")]:
        path.unlink()
    before = (closed / FILE_SLOT).read_bytes()
    with pytest.raises(KeysMissing):
        Workspace(closed)
    assert (closed / FILE_SLOT).read_bytes() == before


def test_keys_that_come_back_open_the_workspace_again(closed: Path) -> None:
    saved = (closed / FILE_SLOT).read_bytes()
    (closed / FILE_SLOT).unlink()
    with pytest.raises(KeysMissing):
        Workspace(closed)
    (closed / FILE_SLOT).write_bytes(saved)
    Workspace(closed).close()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 2}', b'{"format": "\xff"}'])
def test_unreadable_keys_are_said_to_be_missing(closed: Path, damage: bytes) -> None:
    (closed / KEYS).write_bytes(damage)
    with pytest.raises(KeysMissing):
        Workspace(closed)


@pytest.mark.parametrize("damage", [b"", b"!!!", b"AAAA", base64.b64encode(bytes(32))])
def test_another_slot_key_opens_nothing(closed: Path, damage: bytes) -> None:
    (closed / FILE_SLOT).write_bytes(damage)
    with pytest.raises(KeysMissing):
        Workspace(closed)


@pytest.mark.parametrize("part", ["nonce", "data"])
def test_a_tampered_slot_opens_nothing(closed: Path, part: str) -> None:
    keys = read(closed)
    keys["slots"][0]["master"][part] = flipped(keys["slots"][0]["master"][part])
    rewrite(closed, keys)
    with pytest.raises(KeysMissing):
        Workspace(closed)


def test_a_slot_that_leads_out_of_the_folder_is_not_followed(closed: Path) -> None:
    (closed.parent / "outside.key").write_bytes((closed / FILE_SLOT).read_bytes())
    keys = read(closed)
    keys["slots"][0]["file"] = "../outside.key"
    rewrite(closed, keys)
    with pytest.raises(KeysMissing):
        Workspace(closed)


def test_a_slot_of_an_unknown_kind_is_passed_over(closed: Path) -> None:
    keys = read(closed)
    keys["slots"].insert(0, {"kind": "passphrase", "id": "p", "salt": "x"})
    rewrite(closed, keys)
    Workspace(closed).close()


def test_a_tampered_identity_is_said_to_be_missing(closed: Path) -> None:
    keys = read(closed)
    keys["identity"]["data"] = flipped(keys["identity"]["data"])
    rewrite(closed, keys)
    opened = keyslots.load(closed)
    with pytest.raises(KeysMissing):
        opened.identity()


def test_evidence_is_not_encrypted_to_whoever_stands_in_keys_json(
    closed: Path, tmp_path: Path
) -> None:
    stranger = Workspace(tmp_path / "stranger")
    keys = read(closed)
    keys["recipient"] = stranger.keys.file.recipient
    rewrite(closed, keys)
    workspace = Workspace(closed)
    stored = workspace.vault.store(b"a photo")
    assert workspace.vault.load(stored.digest) == b"a photo"
    workspace.close()
    stranger.close()


def test_a_device_that_is_not_the_fingerprint_of_its_key_is_noticed(closed: Path) -> None:
    keys = read(closed)
    assert keyslots.is_consistent(keyslots.load(closed).file)
    keys["device"] = "0" * 32
    rewrite(closed, keys)
    assert not keyslots.is_consistent(keyslots.load(closed).file)
