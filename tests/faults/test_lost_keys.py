"""Without its keys a workspace is refused, and never started afresh over what is there."""

import os
import random
import shutil
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import open_services
from kepatuhan_desktop.errors import KeysMissing, KnownError
from kepatuhan_desktop.storage.keyslots import FILE_SLOT, KEYS
from tests.faults import scene
from tests.faults.program import assert_refused, kepatuhan, sentence_of

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with some work in it; copied, never used itself."""
    home = tmp_path_factory.mktemp("sound") / "home"
    services = open_services(home)
    scene.fill(services, scene.begin(services), answers=3, photos=1)
    services.close()
    return home


@pytest.mark.parametrize("lost", [[KEYS], [FILE_SLOT], [KEYS, FILE_SLOT], [KEYS, "store"]])
def test_lost_keys_are_said_and_nothing_is_written_over(
    sound: Path, tmp_path: Path, lost: list[str]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    for name in lost:
        if (home / name).is_dir():
            shutil.rmtree(home / name)
        else:
            (home / name).unlink()
    left = scene.files_under(home)
    with pytest.raises(KeysMissing) as refused:
        open_services(home)
    sentence_of(refused.value)
    assert_refused(KeysMissing, "doctor", home=home)
    assert scene.files_under(home) == left
    shutil.copytree(sound, home, dirs_exist_ok=True)
    assert kepatuhan("doctor", home=home).returncode == 0


@pytest.mark.parametrize("name", [KEYS, FILE_SLOT])
@pytest.mark.parametrize("content", [b"", b"{", b"null", b"\xff\xfe\x00", b"A" * 44 + b"\n"])
def test_damaged_keys_are_said(sound: Path, tmp_path: Path, name: str, content: bytes) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    (home / name).write_bytes(content)
    with pytest.raises(KeysMissing):
        open_services(home)
    assert (home / name).read_bytes() == content


def test_no_flipped_bit_in_the_keys_opens_another_workspace(sound: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    whole = {name: (home / name).read_bytes() for name in (KEYS, FILE_SLOT)}
    expected = scene.files_under(home / "store")
    chance = random.Random(1406)
    outcomes: set[str] = set()
    for _ in range(60):
        name = chance.choice([KEYS, FILE_SLOT])
        data = bytearray(whole[name])
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        (home / name).write_bytes(data)
        try:
            services = open_services(home)
        except KnownError as error:
            outcomes.add(error.code)
        else:
            # A bit of what is not sealed, such as the workspace's name; the doctor sees the rest.
            outcomes.add("opened")
            assert scene.the_assessment(services)
            services.close()
        (home / name).write_bytes(whole[name])
    assert "keys.missing" in outcomes
    assert outcomes <= {"keys.missing", "opened"}
    assert scene.files_under(home / "store").keys() == expected.keys()
    assert kepatuhan("doctor", home=home).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_a_key_that_others_can_read_is_reported(sound: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    (home / FILE_SLOT).chmod(0o644)
    assert kepatuhan("doctor", home=home).returncode != 0
