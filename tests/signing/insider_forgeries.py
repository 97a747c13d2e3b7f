"""Scorecards that a dishonest auditor, or a program of their own, signs with a sound key."""

import io
from collections.abc import Callable, Mapping

import msgspec
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, pdf_name
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter
from pyhanko.sign.fields import (
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import record
from kepatuhan_desktop.signing import pades
from tests.signing import builders
from tests.signing.builders import NOW, Making
from tests.signing.forging import Writer, first_page, forgery, note, script


def _made(**changes: object) -> Making:
    made = builders.making(builders.auditor(), trust=builders.headquarters().trust())
    return msgspec.structs.replace(made, **changes)


def _recorded(change: Callable[[dict[str, codec.Json]], None]) -> Making:
    """The record changed before it was signed; the page and its short code stay."""
    made = _made()
    said = codec.loads(made.record)
    change(said)
    return msgspec.structs.replace(made, record=codec.canonical(said))


@forgery("score.differs")
def a_better_total_in_the_record() -> bytes:
    """The answers stay as they are."""
    return _recorded(lambda said: said["total"].update(value="99.99")).signed()


@forgery("score.differs")
def a_better_number_on_the_page() -> bytes:
    """The record stays as it is."""
    made = builders.making(builders.auditor(), trust=builders.headquarters().trust(), score="99,99")
    return made.signed()


@forgery("score.differs")
def a_better_answer_in_the_record() -> bytes:
    """An option that earns more, and the same total."""

    def change(said: dict[str, codec.Json]) -> None:
        said["indicators"][2].update(option="full", value="1")

    return _recorded(change).signed()


@forgery("score.differs")
def a_better_share_of_a_component() -> bytes:
    """A figure that only the details show."""
    return _recorded(lambda said: said["nodes"][0].update(score="99.00")).signed()


@forgery("score.instrument_differs")
def easier_weights() -> bytes:
    """An instrument of the same id and version with other weights, named by its own digest."""
    made = _made()
    heavier = made.instrument.replace(b'"value":"25"', b'"value":"20"', 1)
    if heavier == made.instrument:
        heavier = made.instrument.replace(b'"value":"0.5"', b'"value":"0.75"', 1)
    assert heavier != made.instrument
    digest = record.read_instrument(heavier).digest
    said = codec.loads(made.record)
    said["instrument"]["digest"] = digest
    return msgspec.structs.replace(made, record=codec.canonical(said), instrument=heavier).signed()


@forgery("score.instrument_differs")
def an_instrument_that_the_record_does_not_name() -> bytes:
    """Attached beside a record that pins the real one."""
    made = _made()
    return msgspec.structs.replace(
        made, instrument=made.instrument.replace(b'"value":"0.5"', b'"value":"0.75"', 1)
    ).signed()


@forgery("score.instrument_differs")
def an_instrument_that_is_none() -> bytes:
    """JSON of another kind."""
    return _made(instrument=b"{}").signed()


@forgery("score.differs")
def an_answer_that_the_instrument_does_not_have() -> bytes:
    """An option of nowhere."""
    return _recorded(lambda said: said["indicators"][0].update(option="lebih")).signed()


@forgery("score.differs")
def no_answers_at_all() -> bytes:
    """Everything was not applicable, and still there is a number."""

    def change(said: dict[str, codec.Json]) -> None:
        for row in said["indicators"]:
            row.update(option=None, value=None, not_applicable="Tidak ada")

    return _recorded(change).signed()


@forgery("score.record_damaged")
def a_record_that_is_none() -> bytes:
    """JSON of another kind."""
    return _made(record=b'{"format":1}').signed()


@forgery("score.record_damaged")
def a_record_in_other_spelling() -> bytes:
    """The same JSON with a space: two texts of one record would have two digests."""
    made = _made()
    return msgspec.structs.replace(made, record=made.record.replace(b":", b": ", 1)).signed()


@forgery("score.record_differs")
def the_page_of_another_scorecard() -> bytes:
    """A sound record beside pages that belong to another one."""
    other = builders.making(builders.auditor(), number=5)
    return _made(drawn=other.drawn).signed()


@forgery("unchanged.attachment")
def no_attachments_at_all() -> bytes:
    """Only the page is certified."""
    made = _made()
    pdf = pades.certify(made.drawn, source=made.auditor, at=NOW, attachments={})
    assert made.head is not None
    return pades.countersign(pdf, source=made.head, at=NOW)


@forgery("unchanged.attachment")
def a_third_attachment() -> bytes:
    """Something else than record and instrument."""
    made = _made()
    return pades.certify(
        made.drawn,
        source=made.auditor,
        at=NOW,
        attachments={
            record.RECORD: made.record,
            record.INSTRUMENT: made.instrument,
            "lain.exe": b"MZ",
        },
    )


def _drawn(change: Callable[[Writer], None]) -> Making:
    made = _made()
    out = io.BytesIO(made.drawn)
    writer = Writer(out)
    change(writer)
    writer.write_in_place()
    return msgspec.structs.replace(made, drawn=out.getvalue())


@forgery("unchanged.annotation")
def a_note_before_signing() -> bytes:
    """Words over the page that are certified with it, and that a reader can switch off."""

    def change(writer: Writer) -> None:
        page = writer.root["/Pages"]["/Kids"].raw_get(0)
        writer.register_annotation(page, writer.add_object(note("/FreeText", "99,99")))

    return _drawn(change).signed()


@forgery("unchanged.action")
def a_script_before_signing() -> bytes:
    """JavaScript on the page that is certified with it."""

    def change(writer: Writer) -> None:
        page = first_page(writer)
        page[pdf_name("/AA")] = DictionaryObject({pdf_name("/O"): script()})
        writer.update_container(page)

    return _drawn(change).signed()


@forgery("unchanged.structure")
def layers_that_can_be_switched() -> bytes:
    """Optional content: two pages in one."""

    def change(writer: Writer) -> None:
        writer.root[pdf_name("/OCProperties")] = DictionaryObject(
            {pdf_name("/OCGs"): ArrayObject(), pdf_name("/D"): DictionaryObject()}
        )
        writer.update_root()

    return _drawn(change).signed()


@forgery("unchanged.structure")
def objects_hidden_in_streams() -> bytes:
    """References and objects that no plain search of the file finds."""
    made = _made()
    writer = PdfFileWriter(stream_xrefs=True)
    old = PdfFileReader(io.BytesIO(made.drawn))
    page = old.root["/Pages"]["/Kids"][0]
    del page["/Parent"]
    writer.insert_page(writer.import_object(page))
    out = io.BytesIO()
    writer.write(out)
    return msgspec.structs.replace(made, drawn=out.getvalue()).signed()


@forgery("unchanged.field")
def a_field_of_another_name() -> bytes:
    """A fourth signature field, there from the beginning."""
    made = _made()
    out = io.BytesIO(made.drawn)
    writer = Writer(out)
    append_signature_field(writer, SigFieldSpec("Cap"))
    writer.write_in_place()
    return msgspec.structs.replace(made, drawn=out.getvalue()).signed()


def _signed_otherwise(made: Making, **how: object) -> bytes:
    """The auditor's revision, made with other options than ours."""
    attachments: Mapping[str, bytes] = {
        record.RECORD: made.record,
        record.INSTRUMENT: made.instrument,
    }
    out = io.BytesIO(made.drawn)
    writer = Writer(out)
    for name, data in attachments.items():
        kept = EmbeddedFileObject.from_file_data(writer, data)
        embed_file(writer, FileSpec(file_spec_string=name, file_name=name, embedded_data=kept))
    for field in (pades.AUDITOR, pades.UNIT_HEAD, pades.STAMP):
        append_signature_field(writer, SigFieldSpec(field))
    options: dict[str, object] = {
        "field_name": pades.AUDITOR,
        "md_algorithm": "sha256",
        "subfilter": SigSeedSubFilter.PADES,
        "certify": True,
        "docmdp_permissions": MDPPerm.FILL_FORMS,
        **how,
    }
    meta = PdfSignatureMetadata(**options)  # type: ignore[arg-type]  # whatever the forger likes
    PdfSigner(meta, made.auditor.signer).sign_pdf(writer, in_place=True, existing_fields_only=True)
    return out.getvalue()


@forgery("unchanged.permissions")
def notes_allowed() -> bytes:
    """A certification that lets everybody write over the pages."""
    return _signed_otherwise(_made(), docmdp_permissions=MDPPerm.ANNOTATE)


@forgery("unchanged.certification")
def an_approval_instead_of_a_certification() -> bytes:
    """An ordinary signature, after which readers allow nearly everything."""
    return _signed_otherwise(_made(), certify=False)


@forgery("unchanged.certification")
def the_head_certifies() -> bytes:
    """The certification stands in another field than the auditor's."""
    return _signed_otherwise(_made(), field_name=pades.UNIT_HEAD)


@forgery("unchanged.signature")
def a_broken_hash() -> bytes:
    """SHA-1 for the digest, of which two files can be made at will."""
    return _signed_otherwise(_made(), md_algorithm="sha1")
