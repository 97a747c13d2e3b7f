"""`pdfsig` and `openssl` say about our files what we say, with no program of ours."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.signing import certificates
from tests.signing import builders, byte_forgeries, page_forgeries
from tests.signing.builders import Headquarters

PROGRAMS = ("pdfsig", "openssl", "certutil")
SOUND = "Signature is Valid."
COVERED = "Total document signed"
TRUSTED = "Certificate is Trusted."


def test_the_independent_programs_are_there() -> None:
    # A check that is left out in silence proves nothing.
    assert [one for one in PROGRAMS if shutil.which(one) is None] == []


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An NSS database that trusts the root of `builders.headquarters`."""
    folder = tmp_path_factory.mktemp("nss")
    root = folder / "root.pem"
    root.write_text(builders.text(certificates.dump(builders.headquarters().root)))
    run("certutil", "-N", "-d", f"sql:{folder}", "--empty-password")
    run("certutil", "-A", "-d", f"sql:{folder}", "-n", "akar", "-t", "CT,C,C", "-i", str(root))
    return folder


def run(*words: str) -> str:
    """What a program says; its exit status is looked at by nobody here."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def pdfsig(data: bytes, store: Path, folder: Path) -> list[str]:
    """What poppler says, one text a signature, in the order of the fields."""
    path = folder / "kartu.pdf"
    path.write_bytes(data)
    said = run("pdfsig", "-nssdir", f"sql:{store}", str(path))
    return re.split(r"^Signature #\d+:", said, flags=re.MULTILINE)[1:]


def signers(verdict: Verdict) -> dict[str, bool]:
    """Whether the bytes of each signer are sound, as we say."""
    return {one.role: one.unchanged.grade is Grade.GOOD for one in verdict.signers}


def fields(said: list[str]) -> dict[str, str]:
    """The texts by the roles of their fields."""
    roles = {"Auditor": "auditor", "KepalaUnit": "unit_head", "TTE": "stamp"}
    found = {}
    for text in said:
        name = re.search(r"Signature Field Name: (\w+)", text)
        if name and "not signed" not in text:
            found[roles[name[1]]] = text
    return found


def test_poppler_accepts_an_honest_file(store: Path, tmp_path: Path) -> None:
    said = fields(pdfsig(builders.honest(), store, tmp_path))
    assert signers(builders.verdict(builders.honest())) == {"auditor": True, "unit_head": True}
    assert set(said) == {"auditor", "unit_head"}
    assert all(SOUND in text for text in said.values())
    assert COVERED in said["unit_head"]
    assert TRUSTED in said["auditor"]


def test_poppler_does_not_trust_the_one_time_key_either(store: Path, tmp_path: Path) -> None:
    said = fields(pdfsig(builders.honest(), store, tmp_path))
    assert TRUSTED not in said["unit_head"]


def test_poppler_does_not_trust_a_foreign_authority_of_the_same_name(
    store: Path, tmp_path: Path
) -> None:
    impostor = Headquarters(builders.headquarters().name).enrol(builders.new_key())
    data = builders.making(impostor).signed()
    said = fields(pdfsig(data, store, tmp_path))
    assert TRUSTED not in said["auditor"]
    assert builders.verdict(data).signers[0].trusted.code == "trusted.same_name"


@pytest.mark.parametrize(
    "make",
    [
        byte_forgeries.a_bit_of_the_page_flipped,
        byte_forgeries.the_reason_rewritten,
        byte_forgeries.a_bit_of_the_countersigned_update_flipped,
        byte_forgeries.a_bit_of_the_signature_flipped,
    ],
    ids=lambda make: make.__name__,
)
def test_poppler_finds_the_same_signatures_broken(
    make: Callable[[], bytes], store: Path, tmp_path: Path
) -> None:
    data = make()
    said = fields(pdfsig(data, store, tmp_path))
    assert {role: SOUND in text for role, text in said.items()} == signers(builders.verdict(data))


def test_poppler_sees_that_an_update_is_not_covered(store: Path, tmp_path: Path) -> None:
    # It accepts the old revisions as such; that the last one shows something else is for us.
    data = page_forgeries.the_page_drawn_anew()
    said = fields(pdfsig(data, store, tmp_path))
    assert not any(COVERED in text for text in said.values())
    assert signers(builders.verdict(data)) == {"auditor": False, "unit_head": False}


# --- OpenSSL -----------------------------------------------------------------------------------


def parts(data: bytes, number: int) -> tuple[bytes, bytes]:
    """The bytes that the signature `number` covers, and the signature."""
    found = re.findall(rb"/ByteRange \[\s*0 (\d+) (\d+) (\d+)", data)[number]
    before, start, length = (int(one) for one in found)
    held = bytes.fromhex(data[before + 1 : start - 1].decode("ascii"))
    return data[:before] + data[start : start + length], held


def openssl(data: bytes, number: int, folder: Path, root: bytes | None) -> str:
    """What OpenSSL says about a signature, without any PDF."""
    covered, held = parts(data, number)
    (folder / "isi").write_bytes(covered)
    (folder / "tanda.der").write_bytes(held)
    trust = ["-noverify"]
    if root is not None:
        (folder / "akar.pem").write_text(builders.text(root))
        moment = str(int(builders.LATER.timestamp()))
        trust = ["-CAfile", str(folder / "akar.pem"), "-purpose", "any", "-attime", moment]
    return run(
        "openssl", "cms", "-verify", "-inform", "DER", "-in", str(folder / "tanda.der"),
        "-content", str(folder / "isi"), "-binary", "-out", str(folder / "keluar"), *trust,
    )  # fmt: skip


GOOD = "CMS Verification successful"


def test_openssl_accepts_both_signatures(tmp_path: Path) -> None:
    assert GOOD in openssl(builders.honest(), 0, tmp_path, None)
    assert GOOD in openssl(builders.honest(), 1, tmp_path, None)


def test_openssl_follows_the_chain_to_the_root(tmp_path: Path) -> None:
    root = certificates.dump(builders.headquarters().root)
    assert GOOD in openssl(builders.honest(), 0, tmp_path, root)


def test_openssl_refuses_a_foreign_root_of_the_same_name(tmp_path: Path) -> None:
    other = certificates.dump(Headquarters(builders.headquarters().name).root)
    assert GOOD not in openssl(builders.honest(), 0, tmp_path, other)


@pytest.mark.parametrize(
    "make",
    [byte_forgeries.a_bit_of_the_page_flipped, byte_forgeries.the_reason_rewritten],
    ids=lambda make: make.__name__,
)
def test_openssl_refuses_changed_bytes(make: Callable[[], bytes], tmp_path: Path) -> None:
    data = make()
    assert GOOD not in openssl(data, 0, tmp_path, None)
    assert not signers(builders.verdict(data))["auditor"]


def test_openssl_reads_the_revocation(tmp_path: Path) -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    hq.revoke(source, builders.NOW)
    (tmp_path / "daftar.der").write_bytes(hq.lists()[0])
    said = run("openssl", "crl", "-inform", "DER", "-in", str(tmp_path / "daftar.der"), "-text")
    serial = f"{certificates.load(source.certificate).serial_number:X}"
    assert serial in said.upper().replace(":", "")
