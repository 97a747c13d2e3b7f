"""docs/formats/trust.md is followed word for word, without our program."""

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from kepatuhan_desktop.domain.trust import RevocationReason, Trust
from kepatuhan_desktop.signing import authority, trust_file
from tests.builders import authorities
from tests.builders.authorities import AUDITOR, PASSPHRASE

PAGE = Path(__file__).parents[2] / "docs" / "formats" / "trust.md"
NOW = datetime.now(UTC)


def commands() -> list[str]:
    """The blocks of commands on the page."""
    return re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run one block in a folder."""
    return subprocess.run(
        ["sh", "-c", script], check=False, capture_output=True, text=True, cwd=folder
    )


def published(folder: Path, *, revoked: bool = False) -> Trust:
    """A trust file of today in the folder, after a replaced root."""
    opened = authority.found("Inspektorat Uji", PASSPHRASE, NOW)
    opened, _ = authority.publish(opened, NOW)
    opened = authority.replace_root(opened, PASSPHRASE, NOW)
    request = authorities.request()
    opened = authority.enrol(opened, request, AUDITOR, NOW)
    if revoked:
        opened = authority.revoke(opened, request.device, RevocationReason.MOVED, NOW)
    data = authority.publish(opened, NOW)[1]
    (folder / "trust.kepercayaan").write_bytes(data)
    return trust_file.read(data)


def test_the_signature_and_the_fingerprint(tmp_path: Path) -> None:
    said = published(tmp_path)
    done = run(tmp_path, commands()[0])
    mark = "".join(trust_file.fingerprint(said))
    assert (done.returncode, done.stdout) == (0, f"Verified OK\n{mark}\n"), done.stderr


def test_a_certificate_against_root_and_list(tmp_path: Path) -> None:
    published(tmp_path)
    run(tmp_path, commands()[0])
    done = run(tmp_path, commands()[1])
    assert (done.returncode, done.stdout) == (0, "person.pem: OK\n"), done.stderr


def test_a_revoked_certificate_is_seen(tmp_path: Path) -> None:
    published(tmp_path, revoked=True)
    run(tmp_path, commands()[0])
    done = run(tmp_path, commands()[1])
    assert done.returncode != 0
    assert "certificate revoked" in done.stderr


def test_a_changed_file_is_seen(tmp_path: Path) -> None:
    published(tmp_path)
    path = tmp_path / "trust.kepercayaan"
    path.write_bytes(path.read_bytes().replace(b"Siti", b"Sita"))
    assert "Verified OK" not in run(tmp_path, commands()[0]).stdout
