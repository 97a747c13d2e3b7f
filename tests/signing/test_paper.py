"""A code on paper says exactly what was sealed, and no letter of it can be changed unnoticed."""

import base64
import functools
import hashlib
import itertools
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import msgspec
import pytest
import segno
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.errors import BugError, PaperDamaged, PaperForeign, PaperNewer
from kepatuhan_desktop.signing import paper
from kepatuhan_desktop.signing.paper import PaperFacts

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
PAGE = Path(__file__).parents[2] / "docs" / "formats" / "paper.md"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@functools.cache
def a_key(secret: int = 2023) -> ec.EllipticCurvePrivateKey:
    """A key that is the same in every run."""
    return ec.derive_private_key(secret, ec.SECP256R1())


def spki(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Its public half."""
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def fingerprint(key: ec.EllipticCurvePrivateKey) -> str:
    """How the journal names its device."""
    return hashlib.sha256(spki(key)).hexdigest()[:32]


def some_facts(**changes: str | int) -> PaperFacts:
    """A seal as it usually is."""
    said = paper.facts(
        assessment="0123456789abcdefghjkmnpqrs",
        revision=1,
        record=hashlib.sha256(b"record").hexdigest(),
        score="88.26",
        category="A",
        sealed_at="2026-11-18T14:05:11.204+07:00",
        device=fingerprint(a_key()),
    )
    return msgspec.structs.replace(said, **changes)


def with_bytes(place: int, value: bytes) -> str:
    """The usual code with other bytes at a place, unsigned."""
    whole = bytearray(base64.b32decode(paper.write(a_key(), some_facts())[5:]))
    whole[place : place + len(value)] = value
    return "KPD1:" + base64.b32encode(bytes(whole)).decode()


every_facts = st.builds(
    paper.facts,
    assessment=st.from_regex(r"[0-9a-z]{1,26}", fullmatch=True),
    revision=st.integers(1, 2**16 - 1),
    record=st.binary(min_size=32, max_size=32).map(bytes.hex),
    score=st.from_regex(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,3})?", fullmatch=True),
    category=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,30}", fullmatch=True),
    sealed_at=st.dates(date(1970, 1, 1), date(2149, 6, 6)).map(date.isoformat),
    device=st.just(fingerprint(a_key())),
)


@given(every_facts)
def test_what_was_written_is_read_and_checks(said: PaperFacts) -> None:
    text = paper.write(a_key(), said)
    assert len(text) == paper.LENGTH
    code = paper.read(text)
    assert code.facts == said
    assert paper.check(code, a_key().public_key())


@given(every_facts, st.integers(5, paper.LENGTH - 1), st.integers(1, 31))
def test_no_letter_can_be_changed_unnoticed(said: PaperFacts, place: int, by: int) -> None:
    text = paper.write(a_key(), said)
    letter = LETTERS[LETTERS.index(text[place]) ^ by]
    assert not accepted(text[:place] + letter + text[place + 1 :])


def test_none_of_all_changes_of_one_letter_is_accepted() -> None:
    text = paper.write(a_key(), some_facts())
    assert accepted(text)
    for place, letter in itertools.product(range(len(text)), LETTERS + "0189abz=-: "):
        if letter != text[place]:
            assert not accepted(text[:place] + letter + text[place + 1 :]), (place, letter)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    for one in (text, "KPD1:" + text, "KPD1:" + text.ljust(216, "A")[:216]):
        assert not accepted(one)


def accepted(text: str) -> bool:
    """Whether a reader would take it for the device's word."""
    try:
        code = paper.read(text)
    except (PaperDamaged, PaperForeign, PaperNewer):
        return False
    return paper.check(code, a_key().public_key())


def test_the_same_seal_gives_the_same_code() -> None:
    assert paper.write(a_key(), some_facts()) == paper.write(a_key(), some_facts())


def test_an_older_openssl_signs_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    modern = ec.ECDSA

    def ecdsa(algorithm: object, deterministic_signing: bool = False) -> ec.ECDSA:
        if deterministic_signing:
            raise UnsupportedAlgorithm("before 3.2")
        return modern(SHA256())

    monkeypatch.setattr(ec, "ECDSA", ecdsa)
    assert accepted(paper.write(a_key(), some_facts()))


def test_the_code_fits_qr_version_8_with_error_correction_m() -> None:
    code = segno.make(paper.write(a_key(), some_facts()), error="m", boost_error=False)
    assert (code.version, code.mode) == (8, "alphanumeric")


def test_white_space_counts_for_nothing() -> None:
    text = paper.write(a_key(), some_facts())
    wrapped = "\r\n ".join(text[at : at + 60] for at in range(0, len(text), 60))
    assert paper.read(f"\t{wrapped}\n") == paper.read(text)


def test_small_letters_are_refused() -> None:
    with pytest.raises(PaperDamaged):
        paper.read("KPD1:" + paper.write(a_key(), some_facts())[5:].lower())


def test_the_other_signature_of_the_same_words_is_refused() -> None:
    whole = base64.b32decode(paper.write(a_key(), some_facts())[5:])
    other = ORDER - int.from_bytes(whole[103:], "big")
    with pytest.raises(PaperDamaged, match="signature"):
        paper.read(with_bytes(103, other.to_bytes(32, "big")))


@pytest.mark.parametrize(
    "place, value, reason",
    [
        (0, b"\0", "names"),
        (0, b"A", "names"),
        (3, b"\0", "names"),
        (0, b"\xff", "names"),
        (26, b"\0\0", "numbers"),
        (44, b"\x0a", "numbers"),
        (49, b"\0", "names"),
        (50, b" ", "names"),
        (71, bytes(32), "signature"),
        (71, ORDER.to_bytes(32, "big"), "signature"),
        (103, bytes(32), "signature"),
    ],
)
def test_a_field_that_cannot_be_is_refused(place: int, value: bytes, reason: str) -> None:
    with pytest.raises(PaperDamaged, match=reason):
        paper.read(with_bytes(place, value))


@pytest.mark.parametrize(
    "text, reason",
    [
        ("KPD1:", "length"),
        ("KPD1:" + 215 * "A", "length"),
        ("KPD1:" + 217 * "A", "length"),
        ("KPD1:" + 216 * "1", "letters"),
        ("KPD1:" + 216 * "é", "letters"),
        ("KPD1:" + 208 * "A" + "AAAAAAA=", "letters"),
    ],
)
def test_a_code_of_the_wrong_shape_is_refused(text: str, reason: str) -> None:
    assert paper.is_code(text)
    with pytest.raises(PaperDamaged, match=reason):
        paper.read(text)


@pytest.mark.parametrize("text", ["", "kpd1:AAAA", "https://example.org", "KPD:A", "XKPD1:A"])
def test_codes_of_somebody_else_are_told_apart(text: str) -> None:
    assert not paper.is_code(text)
    with pytest.raises(PaperForeign):
        paper.read(text)


def test_a_later_version_is_named() -> None:
    with pytest.raises(PaperNewer) as caught:
        paper.read("KPD2:AAAA")
    assert caught.value.parameters == {"found": "KPD2", "supported": "KPD1"}


def test_another_device_did_not_say_it() -> None:
    code = paper.read(paper.write(a_key(), some_facts()))
    assert not paper.check(code, a_key(7).public_key())


def test_a_key_of_another_curve_did_not_say_it() -> None:
    code = paper.read(paper.write(a_key(), some_facts()))
    assert not paper.check(code, ec.derive_private_key(5, ec.SECP384R1()).public_key())


def test_words_of_which_only_the_signature_is_foreign_are_refused() -> None:
    words = base64.b32decode(paper.write(a_key(), some_facts())[5:])[:71]
    others = base64.b32decode(paper.write(a_key(), some_facts(revision=2))[5:])[71:]
    code = paper.read("KPD1:" + base64.b32encode(words + others).decode())
    assert not paper.check(code, a_key().public_key())


@pytest.mark.parametrize(
    "changes",
    [
        {"device": "0" * 16},
        {"assessment": ""},
        {"assessment": 27 * "a"},
        {"assessment": "Penilaian"},
        {"assessment": "é"},
        {"revision": 0},
        {"revision": 2**16},
        {"record": "00"},
        {"record": "x" * 32},
        {"score": "belum"},
        {"score": "-1.00"},
        {"score": "088.26"},
        {"score": "99999999999"},
        {"category": ""},
        {"category": "Sangat baik"},
        {"day": "1969-12-31"},
        {"day": "18 Nov"},
    ],
)
def test_facts_that_have_no_place_are_a_bug(changes: dict[str, str | int]) -> None:
    with pytest.raises(BugError):
        paper.write(a_key(), some_facts(**changes))


def test_what_is_too_long_for_paper_is_cut() -> None:
    said = some_facts()
    assert (said.record, said.device, said.day) == (
        hashlib.sha256(b"record").hexdigest()[:32],
        fingerprint(a_key())[:16],
        "2026-11-18",
    )
    cut = paper.facts(
        assessment="a",
        revision=1,
        record="0" * 64,
        score="1",
        category="pelayanan-prima",
        sealed_at="2026-11-18",
        device="0" * 32,
    )
    assert cut.category == "pelayanan-pr"


def test_the_short_code_is_the_beginning_of_the_records_digest() -> None:
    digest = hashlib.sha256(b"record").hexdigest()
    assert some_facts().short.replace(" ", "") == digest[:16]
    assert re.fullmatch(r"([0-9a-f]{4} ){3}[0-9a-f]{4}", paper.short(digest))


@pytest.fixture
def shell(tmp_path: Path) -> str:
    """Where the page's commands run: a folder with a code and a public key, nothing else."""
    for tool in ("openssl", "base32", "od", "bash"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    (tmp_path / "code.txt").write_text(paper.write(a_key(), some_facts()) + "\n")
    (tmp_path / "device.pem").write_bytes(
        a_key().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    commands = "\n".join(re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))
    return commands


def run(commands: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a shell says to the commands."""
    return subprocess.run(
        ["bash", "-eu", "-c", commands],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_commands_of_the_page_check_a_code_without_us(shell: str, tmp_path: Path) -> None:
    done = run(shell, tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.split()
    for said in ("0123456789abcdefghjkmnpqrs", "8826", "2026-11-18", "A", "OK"):
        assert said in lines
    assert some_facts().record in lines
    assert lines.count(fingerprint(a_key())[:16]) == 2


def test_the_commands_of_the_page_refuse_a_changed_code(shell: str, tmp_path: Path) -> None:
    (tmp_path / "code.txt").write_text(with_bytes(45, (9999).to_bytes(4, "big")))
    done = run(shell, tmp_path)
    assert done.returncode != 0
    assert "9999" in done.stdout.split()
    assert "OK" not in done.stdout.split()
