"""`kepatuhan identity`: who signs here, and whom this device trusts."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.services import authorities as folders
from kepatuhan_desktop.services.authorities import Authority
from kepatuhan_desktop.settings import SettingsFile
from kepatuhan_desktop.signing import certificates, request_file
from tests.builders import authorities
from tests.builders.authorities import PASSPHRASE
from tests.builders.tokens import LABEL, PIN
from tests.cli.conftest import Done, Run
from tests.signing.test_sources import SECRET, a_certificate, a_file, rsa_key
from tests.signing.test_tokens import module, store

__all__ = ["module"]

NOW = SystemClock().now()


@pytest.fixture
def auditor(home: Path) -> Path:
    """A workspace whose settings name Siti."""
    home.mkdir()
    SettingsFile(home).change(auditor_name="Siti Aminah", auditor_nip="198001012005012001")
    return home


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[Authority]:
    """A fresh authority."""
    with folders.create(tmp_path / "hq", "Inspektorat Uji", PASSPHRASE, NOW) as made:
        yield made


def call(run: Run, home: Path, *arguments: object) -> Done:
    """An identity command with `--json`."""
    return run("identity", *arguments, "--home", home, "--json")


def trust(run: Run, home: Path, headquarters: Authority, tmp_path: Path) -> Path:
    """The trust file that enrols the workspace."""
    asked = tmp_path / "siti.permohonan"
    assert call(run, home, "request", "--out", asked).status == 0
    headquarters.enrol(asked.read_bytes(), (Role.AUDITOR,), NOW)
    path = tmp_path / "hq.kepercayaan"
    path.write_bytes(headquarters.publish(NOW))
    return path


def test_a_new_device_is_not_enrolled(run: Run, auditor: Path) -> None:
    done = call(run, auditor, "show")
    assert done.status == 0
    assert (done.data["name"], done.data["is_registered"]) == ("Siti Aminah", False)
    assert "belum terdaftar" in run("identity", "show", "--home", auditor).out
    assert "not enrolled" in run("identity", "show", "--home", auditor, "--language", "en").out


def test_a_device_without_a_name_has_a_fingerprint(run: Run, home: Path) -> None:
    assert run("identity", "show", "--home", home).out.startswith("–\n")


def test_a_request_is_written_with_the_fingerprint_to_tell(
    run: Run, auditor: Path, tmp_path: Path
) -> None:
    out = tmp_path / "siti.permohonan"
    done = call(run, auditor, "request", "--out", out)
    found = request_file.read(out.read_bytes())
    assert done.data["fingerprint"] == " ".join(found.fingerprint)
    assert found.name == "Siti Aminah"


def test_a_request_without_a_name_has_its_code(run: Run, home: Path, tmp_path: Path) -> None:
    done = call(run, home, "request", "--out", tmp_path / "x")
    assert (done.status, done.error["code"]) == (54, "input.invalid")
    assert not (tmp_path / "x").exists()


def test_the_first_trust_needs_the_fingerprint(
    run: Run, auditor: Path, headquarters: Authority, tmp_path: Path
) -> None:
    path = trust(run, auditor, headquarters, tmp_path)
    mark = " ".join(headquarters.overview().fingerprint)
    for wrong in ((), ("--fingerprint", "0" * 32), ("--fingerprint", mark[:-1])):
        done = call(run, auditor, "adopt", path, *wrong)
        assert (done.status, done.error["code"]) == (18, "fingerprint.unconfirmed")
        assert mark in done.error["sentence"]
    assert not call(run, auditor, "show").data["is_registered"]
    done = call(run, auditor, "adopt", path, "--fingerprint", mark.upper())
    assert done.status == 0
    assert done.data["plan"]["is_first"]
    assert "text" not in done.data["plan"]
    assert done.data["status"]["is_registered"]


def test_what_follows_needs_no_fingerprint_and_says_what_it_does(
    run: Run, auditor: Path, headquarters: Authority, tmp_path: Path
) -> None:
    path = trust(run, auditor, headquarters, tmp_path)
    mark = "-".join(headquarters.overview().fingerprint)
    done = run("identity", "adopt", path, "--fingerprint", mark, "--home", auditor)
    assert "belum pernah dipercaya" in done.err
    assert "terdaftar pada Inspektorat Uji (auditor)" in done.out
    headquarters.replace_root("kata sandi yang baru", NOW)
    path.write_bytes(headquarters.publish(NOW))
    done = run("identity", "adopt", path, "--home", auditor, "--language", "en")
    assert "the old root vouches for the new one" in done.err
    assert "enrolled by Inspektorat Uji" in done.out


def test_a_revoked_device_says_so(
    run: Run, auditor: Path, headquarters: Authority, tmp_path: Path
) -> None:
    path = trust(run, auditor, headquarters, tmp_path)
    mark = "-".join(headquarters.overview().fingerprint)
    call(run, auditor, "adopt", path, "--fingerprint", mark)
    (only,) = headquarters.people(NOW)
    headquarters.revoke(only.device, RevocationReason.MOVED, NOW)
    path.write_bytes(headquarters.publish(NOW))
    done = run("identity", "adopt", path, "--home", auditor)
    assert "mencabut perangkat ini" in done.err
    assert done.out.rstrip().endswith("dicabut")


def test_each_refusal_has_its_code(
    run: Run, auditor: Path, headquarters: Authority, tmp_path: Path
) -> None:
    path = trust(run, auditor, headquarters, tmp_path)
    first = path.read_bytes()
    mark = "-".join(headquarters.overview().fingerprint)
    path.write_bytes(first[:-20])
    done = call(run, auditor, "adopt", path, "--fingerprint", mark)
    assert (done.status, done.error["code"]) == (10, "trust.damaged")
    headquarters.add_recipient(authorities.recipient())
    path.write_bytes(headquarters.publish(NOW))
    assert call(run, auditor, "adopt", path, "--fingerprint", mark).status == 0
    path.write_bytes(first)
    done = call(run, auditor, "adopt", path)
    assert (done.status, done.error["code"]) == (11, "trust.older")
    with folders.create(tmp_path / "b", "Inspektorat Uji", PASSPHRASE, NOW) as stranger:
        path.write_bytes(stranger.publish(NOW))
    done = call(run, auditor, "adopt", path)
    assert (done.status, done.error["code"]) == (12, "trust.foreign")


def test_a_file_of_ones_own_signs_instead(run: Run, auditor: Path, tmp_path: Path) -> None:
    path, secret = tmp_path / "bsre.p12", tmp_path / "secret.txt"
    path.write_bytes(a_file(rsa_key(), a_certificate(rsa_key(), at=NOW)))
    secret.write_text(SECRET)
    done = call(run, auditor, "use-pkcs12", path, "--passphrase-file", secret)
    assert (done.data["source"], done.data["source_name"]) == ("pkcs12", "bsre.p12")
    assert "pkcs12: bsre.p12" in run("identity", "show", "--home", auditor).out
    secret.write_text("salah")
    done = call(run, auditor, "use-pkcs12", path, "--passphrase-file", secret)
    assert (done.status, done.error["code"]) == (14, "secret.wrong")
    path.write_bytes(b"x")
    done = call(run, auditor, "use-pkcs12", path, "--passphrase-file", secret)
    assert (done.status, done.error["code"]) == (9, "key.unusable")
    assert call(run, auditor, "use-device").data["source"] == "device"


def test_a_token_signs_instead(run: Run, auditor: Path, tmp_path: Path, module: Path) -> None:
    key = authorities.key("card")
    store(module, 1, key, certificates.dump(a_certificate(key, at=NOW)))
    pin = tmp_path / "pin.txt"
    pin.write_text(PIN)
    done = call(run, auditor, "use-token", module, LABEL, "--pin-file", pin)
    assert (done.data["source"], done.data["source_name"]) == ("token", LABEL)


def test_without_the_optional_part_a_token_says_what_to_install(
    run: Run, auditor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    pin = tmp_path / "pin.txt"
    pin.write_text(PIN)
    done = call(run, auditor, "use-token", pin, LABEL, "--pin-file", pin)
    assert (done.status, done.error["code"]) == (8, "token.not_installed")
    assert "pip install" in done.error["sentence"]


def test_help_imports_neither_pyhanko_nor_certificates() -> None:
    program = (
        "import sys\nfrom kepatuhan_desktop.cli.app import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'pyhanko', 'pkcs11', 'cryptography.x509', 'pyrage'} & set(sys.modules)))"
    )
    for arguments in (["--help"], ["identity", "--help"], ["authority", "enrol", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stdout.splitlines()[-1] == "[]"
