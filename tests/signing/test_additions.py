"""What pyHanko would let pass, and we do not; each file is made for one line of the check."""

import msgspec
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import NumberObject
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from kepatuhan_desktop.domain.verdict import Grade
from kepatuhan_desktop.signing import additions, contents, pades, stranger
from kepatuhan_desktop.signing.contents import Contents, Unsound
from kepatuhan_desktop.signing.stranger import Stranger
from tests.signing import builders
from tests.signing.forging import Writer, updated
from tests.signing.time_stamps import time_stamped

NOBODY: frozenset[str] = frozenset()


def revisions(data: bytes) -> tuple[Stranger, Contents, Contents]:
    """A file, what its countersigned revision held, and what it holds now."""
    file = stranger.opened(data)
    before, after = (
        contents.read(file.reader.get_historical_resolver(number)) for number in (2, file.last)
    )
    return file, before, after


def check(data: bytes, **changes: object) -> None:
    """Compare as for the head's signature, with a revision that `changes` made another."""
    file, before, after = revisions(data)
    after = msgspec.structs.replace(after, **changes)
    additions.require_harmless(file, 2, before, after, NOBODY)


def nothing(writer: Writer) -> None:
    """An update without any effect."""
    writer.add_object(NumberObject(1))


def test_an_object_that_nothing_names_does_no_harm() -> None:
    check(updated(nothing))


def test_pages_in_another_order_are_another_document() -> None:
    _, _, after = revisions(updated(nothing))
    with pytest.raises(Unsound, match="page: order"):
        check(updated(nothing), pages=after.pages * 2)


def test_attachments_of_other_content_are_noticed_whatever_their_objects() -> None:
    with pytest.raises(Unsound, match="attachment: content"):
        check(updated(nothing), attachments={})


def test_validation_data_may_grow() -> None:
    _, _, after = revisions(updated(nothing))
    check(updated(nothing), validation=after.validation | {"0" * 64})


def test_a_freed_object_is_refused() -> None:
    data = updated(nothing)
    table = data.rindex(b"xref\n0 1\n") if b"xref\n0 1\n" in data else data.rindex(b"xref\n")
    assert table > 0
    file, before, after = revisions(data)
    freed = {generic.Reference(3, 0, file.reader)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file.reader.xrefs, "refs_freed_in_revision", lambda _: freed)
        with pytest.raises(Unsound, match="addition: freed"):
            additions.require_harmless(file, 2, before, after, NOBODY)


def test_a_rewritten_object_that_no_page_shows_is_an_addition() -> None:
    def change(writer: Writer) -> None:
        spec = writer.root["/AcroForm"]["/Fields"][0]["/Lock"]
        writer.update_container(spec)

    data = updated(change)
    file = stranger.opened(data)
    seen = [contents.read(file.reader.get_historical_resolver(number)) for number in (2, file.last)]
    with pytest.raises(Unsound, match=r"unchanged\.addition"):
        additions.require_harmless(file, 2, seen[0], seen[1], NOBODY)


def test_a_field_taken_away_is_refused() -> None:
    _, _, after = revisions(updated(nothing))
    with pytest.raises(Unsound, match=r"field: TTE"):
        check(
            updated(nothing),
            fields={name: one for name, one in after.fields.items() if name != "TTE"},
        )


def test_a_signature_exchanged_for_another_is_refused() -> None:
    _, _, after = revisions(updated(nothing))
    other = msgspec.structs.replace(after.fields[pades.AUDITOR], value=(9999, 0))
    with pytest.raises(Unsound, match=r"field: Auditor"):
        check(updated(nothing), fields={**after.fields, pades.AUDITOR: other})


def test_an_invisible_time_stamp_is_accepted_and_told() -> None:
    verdict = builders.verdict(time_stamped(builders.honest()))
    assert Grade.BAD not in {one.grade for one in verdict.statements}
    assert {one.role for one in verdict.signers} == {"auditor", "unit_head"}
    assert "note.timestamp" in {one.code for one in verdict.notes}


def test_a_broken_time_stamp_is_told_as_a_signer() -> None:
    data = bytearray(time_stamped(builders.honest()))
    data[data.rindex(b"/Contents <") + 3000] ^= 1
    verdict = builders.verdict(bytes(data))
    assert verdict.grade is Grade.BAD


def test_an_invisible_field_of_a_person_is_refused() -> None:
    def change(writer: Writer) -> None:
        append_signature_field(writer, SigFieldSpec("Lain"))

    data = pades.countersign(
        updated(change), source=builders.self_issued(), at=builders.NOW, field="Lain"
    )
    found = {one.unchanged.code for one in builders.verdict(data).signers}
    assert "unchanged.field" in found
