"""A stamped file is taken back only if it is ours and nothing but the stamp was added."""

import io

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from kepatuhan_desktop.signing import pades, stamped
from kepatuhan_desktop.signing.sources import Source
from kepatuhan_desktop.signing.stamped import Fault
from tests.signing import builders
from tests.signing.builders import HEAD, LATER


@pytest.fixture(scope="module")
def ours() -> bytes:
    return builders.honest()


@pytest.fixture(scope="module")
def official() -> Source:
    """Whoever stamps."""
    return builders.stamping()


@pytest.fixture(scope="module")
def returned(ours: bytes, official: Source) -> bytes:
    """Ours with the stamp."""
    return pades.countersign(ours, source=official, at=LATER, field=pades.STAMP)


def fault(ours: bytes, returned: bytes) -> Fault | None:
    """Why it is not taken."""
    found = stamped.contains(ours, returned, LATER)
    assert (found.stamp is None) == (found.fault is not None)
    return found.fault


def written(writer: IncrementalPdfFileWriter) -> bytes:
    """The file with one more revision."""
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # pyHanko left it out
    return out.getvalue()


def test_a_stamp_in_the_free_field_is_taken(ours: bytes, returned: bytes) -> None:
    found = stamped.contains(ours, returned, LATER)
    assert found.fault is None
    assert found.stamp is not None
    assert (found.stamp.name, found.stamp.claimed_at) == (HEAD.name, LATER.isoformat())


def test_a_stamp_with_a_certificate_of_ones_own_is_refused(ours: bytes) -> None:
    own = builders.self_issued(person=HEAD)
    back = pades.countersign(ours, source=own, at=LATER, field=pades.STAMP)
    assert fault(ours, back) is Fault.SELF_ISSUED


def test_the_same_file_carries_no_stamp(ours: bytes) -> None:
    assert fault(ours, ours) is Fault.NO_STAMP


def test_one_byte_before_ours_is_another_file(ours: bytes, returned: bytes) -> None:
    changed = bytes([returned[0] ^ 1]) + returned[1:]
    assert fault(ours, changed) is Fault.OTHER_FILE
    assert fault(ours, b"") is Fault.OTHER_FILE
    assert fault(ours, ours[:-1]) is Fault.OTHER_FILE


def test_a_stamped_file_of_another_assessment_is_another_file(
    ours: bytes, official: Source
) -> None:
    other = builders.making(builders.auditor(), number=7).signed()
    back = pades.countersign(other, source=official, at=LATER, field=pades.STAMP)
    assert fault(ours, back) is Fault.OTHER_FILE


def test_a_flipped_byte_in_the_stamp_is_found(ours: bytes, returned: bytes) -> None:
    at = returned.rindex(b"/Contents <") + 400
    changed = bytearray(returned)
    changed[at] = ord("0") if changed[at] != ord("0") else ord("1")
    assert fault(ours, bytes(changed)) in {Fault.CHANGED, Fault.UNREADABLE}


def test_words_on_the_page_besides_the_stamp_are_found(ours: bytes, official: Source) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(ours))
    overlay = generic.StreamObject(stream_data=b"BT 60 700 Td (99,99) Tj ET")
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(overlay)
    writer.update_container(page)
    back = pades.countersign(written(writer), source=official, at=LATER, field=pades.STAMP)
    assert fault(ours, back) is Fault.CHANGED


def test_a_signature_in_a_new_field_is_not_the_stamp(ours: bytes, official: Source) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(ours))
    append_signature_field(writer, SigFieldSpec("Lain", box=(100, 100, 200, 150)))
    back = pades.countersign(written(writer), source=official, at=LATER, field="Lain")
    assert fault(ours, back) is Fault.CHANGED


def test_a_head_who_signs_late_is_not_the_stamp(official: Source) -> None:
    awaited = builders.making(builders.auditor()).certified()
    back = pades.countersign(awaited, source=official, at=LATER)
    assert fault(awaited, back) in {Fault.NO_STAMP, Fault.CHANGED}


def test_rubbish_behind_ours_is_refused(ours: bytes) -> None:
    for rubbish in (b"\n", b"x", b"%PDF-1.7\n%%EOF\n", b"\0" * 4096):
        assert fault(ours, ours + rubbish) in {Fault.CHANGED, Fault.UNREADABLE}
