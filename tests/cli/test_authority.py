"""`kepatuhan authority`: from the request to the trust file."""

from pathlib import Path

import pytest

from tests.builders import authorities
from tests.builders.authorities import BUDI, PASSPHRASE
from tests.cli.conftest import Done, Run

MARK = " ".join(authorities.request().fingerprint)
DEVICE = authorities.request().device


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    path = tmp_path / "passphrase.txt"
    path.write_text(f"{PASSPHRASE}\r\nmore\n", encoding="utf-8")
    return path


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """Siti's request."""
    path = tmp_path / "siti.permohonan"
    path.write_bytes(authorities.request_bytes())
    return path


@pytest.fixture
def hq(run: Run, tmp_path: Path, secret: Path) -> Path:
    """A fresh authority."""
    folder = tmp_path / "hq"
    done = run(
        "authority", "create", folder, "--name", "Inspektorat Uji", "--passphrase-file", secret
    )
    assert done.status == 0, done.err
    return folder


def call(run: Run, name: str, hq: Path, secret: Path, *more: object) -> Done:
    """An authority command with its passphrase and `--json`."""
    return run("authority", name, hq, *more, "--passphrase-file", secret, "--json")


def enrolled(run: Run, hq: Path, secret: Path, asked: Path) -> Done:
    """Siti, enrolled."""
    return call(run, "enrol", hq, secret, asked, "--fingerprint", MARK)


def test_an_authority_shows_the_fingerprint_to_compare(run: Run, hq: Path, secret: Path) -> None:
    done = call(run, "list", hq, secret)
    assert done.status == 0
    assert done.data["people"] == []
    assert len(done.data["authority"]["fingerprint"]) == 8
    text = run("authority", "list", hq, "--passphrase-file", secret).out
    assert " ".join(done.data["authority"]["fingerprint"]) in text


def test_an_authority_is_not_founded_twice(run: Run, hq: Path, secret: Path) -> None:
    done = call(run, "create", hq, secret, "--name", "Lain")
    assert (done.status, done.error["code"]) == (4, "authority.exists")


def test_a_folder_without_an_authority_has_its_code(run: Run, tmp_path: Path, secret: Path) -> None:
    done = call(run, "list", tmp_path / "x", secret)
    assert (done.status, done.error["code"]) == (3, "authority.missing")


def test_a_wrong_passphrase_has_its_code_and_tells_what_to_do(
    run: Run, hq: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("bukan kata sandinya")
    done = call(run, "list", hq, wrong)
    assert (done.status, done.error["code"]) == (19, "authority.locked")
    assert "otoritas baru" in done.error["sentence"]


def test_a_passphrase_file_must_be_text(run: Run, hq: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(b"\xff\xfe")
    done = call(run, "list", hq, wrong)
    assert (done.status, done.error["code"]) == (54, "input.invalid")


def test_a_passphrase_is_asked_for_unseen(
    run: Run, hq: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr("click.termui.hidden_prompt_func", answer)
    assert run("authority", "list", hq, "--language", "en").status == 0
    assert asked == ["Passphrase of the authority: "]


def test_enrolling_needs_the_fingerprint_to_be_compared(
    run: Run, hq: Path, secret: Path, asked: Path
) -> None:
    done = call(run, "enrol", hq, secret, asked)
    assert (done.status, done.error["code"]) == (18, "fingerprint.unconfirmed")
    assert MARK in done.error["sentence"]
    done = call(run, "enrol", hq, secret, asked, "--fingerprint", "0" * 32)
    assert done.status == 18
    done = enrolled(run, hq, secret, asked)
    assert done.status == 0
    assert (done.data["name"], done.data["standing"]) == ("Siti Aminah", "active")
    assert done.data["roles"] == ["auditor"]


def test_roles_are_chosen(run: Run, hq: Path, secret: Path, tmp_path: Path) -> None:
    path = tmp_path / "budi.permohonan"
    path.write_bytes(authorities.request_bytes(BUDI, "budi"))
    mark = "-".join(authorities.request(BUDI, "budi").fingerprint).upper()
    done = call(
        run,
        "enrol",
        hq,
        secret,
        path,
        "--fingerprint",
        mark,
        "--role",
        "headquarters",
        "--role",
        "auditor",
    )
    assert done.data["roles"] == ["auditor", "headquarters"]
    listed = call(run, "list", hq, secret).data
    assert listed["authority"]["recipients"] == [authorities.recipient("budi")]
    assert "Budi Santoso" in run("authority", "list", hq, "--passphrase-file", secret).out


def test_a_damaged_request_has_its_code(run: Run, hq: Path, secret: Path, asked: Path) -> None:
    asked.write_bytes(b"nothing")
    done = call(run, "enrol", hq, secret, asked)
    assert (done.status, done.error["code"]) == (13, "request.damaged")


def test_publishing_writes_the_trust_file(
    run: Run, hq: Path, secret: Path, asked: Path, tmp_path: Path
) -> None:
    enrolled(run, hq, secret, asked)
    done = call(run, "publish", hq, secret, "--out", tmp_path / "out.kepercayaan")
    assert done.data["authority"]["version"] == 1
    assert (tmp_path / "out.kepercayaan").read_bytes() == (hq / "trust.kepercayaan").read_bytes()
    assert run("authority", "publish", hq, "--passphrase-file", secret).out.endswith(
        f"{hq / 'trust.kepercayaan'}\n"
    )


def test_a_device_is_named_by_the_beginning_of_its_fingerprint(
    run: Run, hq: Path, secret: Path, asked: Path
) -> None:
    enrolled(run, hq, secret, asked)
    assert call(run, "renew", hq, secret, DEVICE[:6]).data["device"] == DEVICE
    assert call(run, "renew", hq, secret, MARK).data["device"] == DEVICE
    for wrong in ("", "zzzz"):
        done = call(run, "renew", hq, secret, wrong)
        assert (done.status, done.error["code"]) == (7, "authority.refused")


def test_revoking_names_a_reason_and_a_day(run: Run, hq: Path, secret: Path, asked: Path) -> None:
    enrolled(run, hq, secret, asked)
    more = (DEVICE, "--reason", "key_stolen", "--since")
    assert call(run, "revoke", hq, secret, *more, "kemarin").status == 54
    assert call(run, "revoke", hq, secret, *more, "2090-01-01").status == 54
    done = call(run, "revoke", hq, secret, *more, "2026-01-05T00:00:00+07:00")
    assert done.data["revoked_since"] == "2026-01-04T17:00:00+00:00"
    assert done.data["reason"] == "key_stolen"
    assert "key_stolen" in run("authority", "list", hq, "--passphrase-file", secret).out
    assert call(run, "enrol", hq, secret, asked, "--fingerprint", MARK).status == 7


def test_a_day_without_an_hour_begins_here(run: Run, hq: Path, secret: Path, asked: Path) -> None:
    enrolled(run, hq, secret, asked)
    done = call(run, "revoke", hq, secret, DEVICE, "--reason", "moved", "--since", "2026-01-05")
    assert done.data["revoked_since"][:7] == "2026-01"
    assert call(run, "revoke", hq, secret, DEVICE, "--reason", "moved").status == 0


def test_the_root_is_replaced_under_another_passphrase(
    run: Run, hq: Path, secret: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("kata sandi yang baru")
    more = ("--new-passphrase-file", other)
    assert call(run, "replace-root", hq, secret, *more).error["code"] == "authority.refused"
    call(run, "publish", hq, secret)
    assert call(run, "replace-root", hq, secret, *more).data["roots"] == 2
    assert call(run, "list", hq, secret).status == 19
    assert call(run, "list", hq, other).status == 0


def test_recipients_come_and_go(run: Run, hq: Path, secret: Path) -> None:
    text = authorities.recipient("safe")
    assert call(run, "add-recipient", hq, secret, text).data["recipients"] == [text]
    assert call(run, "remove-recipient", hq, secret, text).data["recipients"] == []
    assert call(run, "add-recipient", hq, secret, "age1").error["code"] == "input.invalid"


def test_publishing_with_fewer_than_two_recipients_is_warned_of(
    run: Run, hq: Path, secret: Path
) -> None:
    call(run, "add-recipient", hq, secret, authorities.recipient("safe"))
    done = run("authority", "publish", hq, "--passphrase-file", secret)
    assert done.status == 0
    assert "hanya 1 penerima paket" in done.err
    assert "kepatuhan authority add-recipient" in done.err
    more = ("--passphrase-file", secret, "--language", "en")
    assert "only 1. The field" in run("authority", "publish", hq, *more).err
    assert call(run, "publish", hq, secret).data["lacks_recipients"] is True


def test_publishing_with_two_recipients_warns_of_nothing(run: Run, hq: Path, secret: Path) -> None:
    for name in ("safe", "desk"):
        call(run, "add-recipient", hq, secret, authorities.recipient(name))
    assert run("authority", "publish", hq, "--passphrase-file", secret).err == ""
    assert call(run, "publish", hq, secret).data["lacks_recipients"] is False
