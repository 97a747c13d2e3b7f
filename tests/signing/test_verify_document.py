"""docs/verify.md, followed to the letter in a folder where our program is not."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.validation.dss import DocumentSecurityStore

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.signing import certificates, pades, paper
from tests.signing import builders, forging
from tests.signing.builders import NOW, Headquarters
from tests.signing.expert import Desk, follow, lines, needs_tools
from tests.signing.time_stamps import time_stamped

pytestmark = needs_tools

CERTIFIER = "BSrE Contoh"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def stamped(pdf: bytes) -> bytes:
    """With a certified signature of another authority, a day later."""
    source = Headquarters(CERTIFIER).enrol(
        builders.new_key(), Person(name="Kepala Perwakilan", nip="19700101 199501 1 001")
    )
    return pades.countersign(
        pdf, source=source, at=NOW + timedelta(days=1), field=pades.STAMP, strokes=()
    )


def with_data_to_check_it(pdf: bytes) -> bytes:
    """With a certificate more, which no signature covers."""
    root = asn1_x509.Certificate.load(certificates.dump(Headquarters(CERTIFIER).root))
    return forging.updated(
        lambda writer: DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=[root]), pdf
    )


def ranges(desk: Desk) -> list[str]:
    """Number, field and place of each signature."""
    return (desk.folder / "ranges.txt").read_text("utf-8").splitlines()


def catalog(behind: str) -> list[str]:
    """The lines of the catalog in what no signature covers."""
    objects = behind[behind.index(" obj") :].split("endobj")
    return next(one for one in objects if "/Type /Catalog" in one).splitlines()


def count_of_sound_signatures(seen: str) -> int:
    """How many OpenSSL found to hold; its sentence differs between versions."""
    return len(lines(seen, "CMS Verification successful") + lines(seen, "Verification successful"))


def test_an_honest_scorecard_passes_every_step(desk: Desk) -> None:
    seen = follow(desk.folder)
    record = hashlib.sha256(desk.making.record).hexdigest()
    assert seen.count("Signature is Valid") == 2
    assert count_of_sound_signatures(seen) == 2
    assert lines(seen, "0 behind.bin")
    assert "the same picture" not in seen  # nothing is there to look at
    assert "the same words" in seen
    assert "as many pages" in seen
    assert f"{record}  record.json" in seen
    assert paper.short(record) in seen  # on the page
    assert seen.count(desk.making.card.instrument.digest) == 2
    assert (desk.folder / "used.tsv").read_text("utf-8")
    assert "total 70.833333" in seen
    assert "recorded 70.83 = 425/6, category C" in seen
    assert "70,83 dari 100" in seen
    assert desk.making.head is not None
    assert lines(seen, "Auditor: ") == ["Auditor: as the record says"]
    assert lines(seen, "KepalaUnit: ") == ["KepalaUnit: as the record says"]
    assert "the device of the record" in seen
    assert "0 seconds from the record to the signature" in seen
    assert "one key signs twice" not in seen
    assert lines(seen, "Ratna") == ["Ratna Wulandari, S.H., 19880412 201503 2 004, auditor"]
    assert "given.pem: OK" in seen
    assert seen.count("signer0.pem: OK") == 2
    assert seen.count("Verified OK") == 2  # the trust file, and the code on paper
    assert "score 7083 with 2 places, category C, revision 1" in seen
    assert f"day 2026-11-23, device {builders.fingerprint(desk.auditor)[:16]}" in seen
    assert seen.rstrip().endswith(record[:32])
    assert "error" not in seen.lower()
    assert "not found" not in seen


def test_a_refused_countersignature_is_read_as_such(desk: Desk) -> None:
    refused = builders.making(desk.auditor, refused_because="Tidak sepakat dengan nilai 1.3.")
    desk.put(refused.signed())
    seen = follow(desk.folder)
    assert seen.count("Signature is Valid") == 1
    assert "unit_head refused: Tidak sepakat dengan nilai 1.3." in seen
    assert lines(seen, "KepalaUnit: ") == ["KepalaUnit: as the record says"]


def test_a_stamp_on_a_refused_scorecard_is_not_taken_for_a_countersignature(desk: Desk) -> None:
    refused = builders.making(desk.auditor, refused_because="Tidak sepakat dengan nilai 1.3.")
    seen = desk.sees(stamped(refused.signed()))
    assert [line.split()[:2] for line in ranges(desk)] == [["0", "Auditor"], ["1", "TTE"]]
    assert count_of_sound_signatures(seen) == 2
    assert "unit_head refused: Tidak sepakat dengan nilai 1.3." in seen
    assert lines(seen, "KepalaUnit: ") == ["KepalaUnit: as the record says"]
    assert not lines(seen, "<") + lines(seen, ">")


def test_a_stamp_without_the_countersignature_is_checked_under_its_own_number(desk: Desk) -> None:
    seen = desk.sees(stamped(desk.making.certified()))
    assert [line.split()[:2] for line in ranges(desk)] == [["0", "Auditor"], ["2", "TTE"]]
    assert count_of_sound_signatures(seen) == 2
    assert not lines(seen, "KepalaUnit: ")
    assert f"> {desk.making.card.signatures[1].person.name}" in seen


def test_a_later_stamp_with_data_to_check_it_stands_behind_everything_signed(desk: Desk) -> None:
    seen = desk.sees(with_data_to_check_it(stamped(desk.making.signed())))
    assert count_of_sound_signatures(seen) == 3
    assert not lines(seen, "  - Total document signed")
    assert not lines(seen, "0 behind.bin")
    assert lines(seen, "the same picture")
    assert "differ" not in seen
    behind = seen[seen.index("the same picture") :]
    assert {"/DSS", "/Certs"} <= set(behind.split())
    assert not {"/Page", "/Sig", "/Annot", "/OpenAction", "/AA", "/JS", "/ObjStm"} & set(
        behind.split()
    )
    for name in ("/Pages", "/Names", "/AcroForm"):
        (of_catalog,) = (line for line in catalog(behind) if line.startswith(name))
        assert of_catalog in behind[: behind.index(" obj")]  # as it was before


def test_another_number_behind_everything_signed_is_seen(desk: Desk) -> None:
    def draw(writer: forging.Writer) -> None:
        page = forging.first_page(writer)
        page["/Contents"] = writer.add_object(forging.drawing())
        writer.update_container(page)

    seen = desk.sees(forging.updated(draw, desk.making.signed()))
    assert "the same picture" not in seen
    assert "covered-1.png whole-1.png differ" in seen
    assert "the same words" not in seen


def test_an_action_behind_everything_signed_is_seen(desk: Desk) -> None:
    def act(writer: forging.Writer) -> None:
        writer.root["/OpenAction"] = writer.add_object(forging.script())
        writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko left it out

    seen = desk.sees(forging.updated(act, stamped(desk.making.signed())))
    assert "the same picture" in seen  # no dot of any page shows it
    assert {"/OpenAction", "/JS"} <= set(seen.split())


def test_other_attachments_behind_everything_signed_are_seen(desk: Desk) -> None:
    def exchange(writer: forging.Writer) -> None:
        writer.root["/Names"] = writer.add_object(writer.root["/Names"])
        writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko left it out

    seen = desk.sees(forging.updated(exchange, stamped(desk.making.signed())))
    behind = seen[seen.index("the same picture") :]
    (of_catalog,) = (line for line in catalog(behind) if line.startswith("/Names"))
    assert of_catalog not in behind[: behind.index(" obj")].splitlines()


def test_a_time_stamp_is_shown_and_not_taken_for_a_broken_signature(desk: Desk) -> None:
    seen = desk.sees(time_stamped(desk.making.signed()))
    assert "Timestamp-" in seen
    assert "Signature Type: unknown" in seen
    assert count_of_sound_signatures(seen) == 2
    assert "/DocTimeStamp" in seen.split()


def test_one_changed_byte_is_seen(desk: Desk) -> None:
    pdf = bytearray(desk.making.signed())
    pdf[pdf.index(b"Kartu nilai")] ^= 1
    desk.put(bytes(pdf))
    seen = follow(desk.folder)
    assert "Signature is Valid" not in seen
    assert "CMS Verification failure" in seen


def test_a_forged_value_is_listed_and_the_arithmetic_does_not_come_out(desk: Desk) -> None:
    rows = [
        {**row, "value": "1"} if row["id"] == "a.3" else row
        for row in json.loads(desk.making.record)["indicators"]
    ]
    forged = builders.making(desk.auditor, changes={"indicators": rows})
    desk.put(forged.signed())
    seen = follow(desk.folder)
    assert "a.3\tnone\t1\t1" in seen
    assert "total 70.833333" not in seen


def test_a_certificate_that_was_taken_back_is_seen(desk: Desk) -> None:
    desk.authority.revoke(desk.auditor, builders.NOW - timedelta(days=1))
    desk.put_trust()
    seen = follow(desk.folder)
    assert "certificate revoked" in seen
    assert "Revocation Date: Nov 22" in seen


def test_an_authority_of_the_same_name_does_not_vouch_for_the_auditor(desk: Desk) -> None:
    desk.authority = Headquarters(desk.authority.name)
    desk.put_trust()
    seen = follow(desk.folder)
    assert "signer0.pem: OK" not in seen


def test_an_altered_trust_file_is_seen(desk: Desk) -> None:
    path = desk.folder / "authority.trust"
    path.write_bytes(path.read_bytes().replace(b'"version":1', b'"version":2'))
    assert "Verification failure" in follow(desk.folder)
