"""Behind the last signature stands what it takes to check it, and nothing else."""

from collections.abc import Callable
from functools import cache, partial

import pytest
from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NumberObject,
    PdfObject,
    StreamObject,
    pdf_name,
)

from kepatuhan_desktop.signing import certificates, pades, seals
from tests.signing import builders
from tests.signing.builders import NOW, Headquarters
from tests.signing.forging import Writer, drawing, script, updated
from tests.signing.test_clean_files import supplied
from tests.signing.time_stamps import time_stamped

Change = Callable[[Writer], object]


def said(data: bytes) -> set[str]:
    """Whether what was signed is whole, of each signer."""
    return {one.unchanged.code for one in builders.verdict(data).signers}


def in_catalog(name: str, value: PdfObject) -> Change:
    """An entry of the catalog."""

    def change(writer: Writer) -> None:
        writer.root[pdf_name(name)] = value
        writer.update_root()

    return change


def in_form(name: str, value: PdfObject) -> Change:
    """An entry of the form."""

    def change(writer: Writer) -> None:
        form = writer.root["/AcroForm"]
        form[pdf_name(name)] = value
        writer.update_container(form)

    return change


def extension(developer: str, level: int, **more: PdfObject) -> Change:
    """One developer's extension beside those that the file has."""
    entry = DictionaryObject(
        {
            pdf_name("/BaseVersion"): pdf_name("/1.7"),
            pdf_name("/ExtensionLevel"): NumberObject(level),
            **{pdf_name(f"/{name}"): value for name, value in more.items()},
        }
    )

    def change(writer: Writer) -> None:
        writer.root["/Extensions"][pdf_name(developer)] = entry
        writer.update_root()

    return change


def a_page_and_a_script(writer: Writer) -> None:
    """Drawings, a page and an action that nothing names."""
    contents = writer.add_object(drawing(b"BT 60 712 Td (99,99 dari 100) Tj ET" * 2000))
    page = {pdf_name("/Type"): pdf_name("/Page"), pdf_name("/Contents"): contents}
    writer.add_object(DictionaryObject(page))
    writer.add_object(script())


def a_drawing_as_a_certificate(writer: Writer) -> None:
    """Operators for a page in the store of certificates."""
    store = writer.root["/DSS"]
    store["/Certs"].append(writer.add_object(drawing()))
    writer.update_container(store)


def two_structures(writer: Writer) -> None:
    """A certificate, and behind it what is none."""
    made = certificates.dump(Headquarters().root) + b"BT (99,99 dari 100) Tj ET"
    store = writer.root["/DSS"]
    store["/Certs"].append(writer.add_object(StreamObject(stream_data=made)))
    writer.update_container(store)


def a_page_behind_a_certificate(writer: Writer) -> None:
    """A certificate whose stream names a page."""
    stream = StreamObject(stream_data=certificates.dump(Headquarters().root))
    page = DictionaryObject({pdf_name("/Type"): pdf_name("/Page")})
    stream[pdf_name("/Beside")] = writer.add_object(page)
    store = writer.root["/DSS"]
    store["/Certs"].append(writer.add_object(stream))
    writer.update_container(store)


UNSIGNED: dict[str, Change] = {
    "one number": lambda writer: writer.add_object(NumberObject(1)),
    "a page and a script": a_page_and_a_script,
    "appearances wanted": in_form("/NeedAppearances", BooleanObject(True)),
    "fonts of the form": in_form("/DR", DictionaryObject()),
    "a style of the form": in_form("/DA", generic.pdf_string("/Helv 0 Tf 0 g")),
    "marked contents": in_catalog("/MarkInfo", DictionaryObject()),
    "an unknown version": in_catalog("/Version", pdf_name("/9.9")),
    "an unknown extension": extension("/EVIL", 1),
    "a level that nobody gave": extension("/ADBE", 99),
    "more in an extension": extension("/ADBE", 5, Note=generic.pdf_string("Nilai 99,99")),
    "extensions of another form": in_catalog("/Extensions", NumberObject(1)),
    "no certificate among the certificates": a_drawing_as_a_certificate,
    "more than a certificate": two_structures,
    "a page behind a certificate": a_page_behind_a_certificate,
}


@pytest.mark.parametrize("name", UNSIGNED)
def test_what_checks_no_signature_is_an_addition(name: str) -> None:
    assert said(updated(UNSIGNED[name])) == {"unchanged.addition"}


@pytest.mark.parametrize("name", ["one number", "a page and a script", "marked contents"])
def test_a_time_stamp_signs_for_nobody(name: str) -> None:
    assert said(time_stamped(updated(UNSIGNED[name]))) == {"unchanged.addition"}


@pytest.mark.parametrize("name", sorted(UNSIGNED.keys() - {"appearances wanted"}))
def test_without_the_check_it_gets_through(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = updated(UNSIGNED[name])
    monkeypatch.setattr(seals, "require_supplement", lambda *_: None)
    assert said(data) == {"unchanged.extended", "unchanged.supplemented"}


# --- what honest programs write ------------------------------------------------------------------


@cache
def store() -> Change:
    """What it takes to check the auditor: the root, and a list of the next day."""
    hq = builders.headquarters()
    root = asn1_x509.Certificate.load(certificates.dump(Headquarters().root))
    lists = [asn1_crl.CertificateList.load(one) for one in hq.lists(NOW)]
    return partial(supplied, [root], lists)


def store_anew(writer: Writer) -> None:
    """A store of its own beside the one that there was, as some programs write it."""
    old, new = writer.root["/DSS"], DictionaryObject()
    stream = StreamObject(stream_data=certificates.dump(Headquarters().root))
    certs = [*list.__iter__(old["/Certs"]), writer.add_object(stream)]
    new[pdf_name("/Certs")] = writer.add_object(ArrayObject(certs))
    new[pdf_name("/CRLs")] = writer.add_object(ArrayObject(list.__iter__(old["/CRLs"])))
    entry = DictionaryObject({pdf_name("/Cert"): ArrayObject(certs[-1:])})
    vri = DictionaryObject({pdf_name("/" + "0A" * 20): writer.add_object(entry)})
    new[pdf_name("/VRI")] = writer.add_object(vri)
    writer.root["/DSS"] = writer.add_object(new)
    writer.update_root()


def about_and_more(writer: Writer) -> None:
    """The day of the change and XMP, which viewers renew whenever they write."""
    writer.set_info(DictionaryObject({**writer.trailer["/Info"]}))
    store()(writer)
    writer.update_root()
    # pyHanko adds XMP where the day of the change stands in the document's information.


def as_another_library_does(writer: Writer) -> None:
    """With Adobe's extension in the place of all others."""
    store()(writer)
    writer.root["/Extensions"] = DictionaryObject()
    extension("/ADBE", 5)(writer)
    writer.root["/Version"] = pdf_name("/1.7")
    writer.update_root()


def lists_that_end_like_lines() -> bytes:
    """Lists of which each ends with another byte: signatures end as they please."""
    hq = builders.headquarters()
    made = [hq.lists(NOW)[0] for _ in range(600)]
    some = [one for one in made if one.endswith((b"\n", b"\r"))]
    assert some
    lists = [asn1_crl.CertificateList.load(one) for one in some]
    return updated(partial(supplied, [], lists))


def with_a_moment(writer: Writer) -> None:
    """The day on which the data about a signature was fetched, as some programs write it."""
    store_anew(writer)
    (entry,) = writer.root["/DSS"]["/VRI"].values()
    entry.get_object()[pdf_name("/TU")] = generic.pdf_string("D:20261124090000Z")


HONEST: dict[str, Callable[[], bytes]] = {
    "validation data": lambda: updated(store()),
    "validation data twice": lambda: updated(store_anew, updated(store_anew)),
    "with the day of the change": lambda: updated(about_and_more),
    "by another library": lambda: updated(as_another_library_does),
    "with a moment": lambda: updated(with_a_moment),
    "lists that end like lines": lists_that_end_like_lines,
    "extension of the standard": lambda: updated(extension("/ESIC", 2)),
    "time stamp": lambda: time_stamped(builders.honest()),
    "time stamps and validation data in turn": lambda: updated(
        store(), time_stamped(updated(store(), time_stamped(builders.honest())))
    ),
    "of a file without validation data": lambda: updated(
        store(), builders.making(builders.auditor()).signed()
    ),
    "of a refused one": lambda: updated(
        store(), builders.making(builders.auditor(), refused_because="Tidak sependapat").signed()
    ),
}


@pytest.mark.parametrize("name", HONEST)
def test_what_checks_a_signature_is_no_addition(name: str) -> None:
    assert said(HONEST[name]()) <= {"unchanged.extended", "unchanged.supplemented"}


def test_a_stamp_may_bring_the_fonts_of_its_picture() -> None:
    data = pades.countersign(
        updated(in_form("/DR", DictionaryObject())),
        source=builders.self_issued(),
        at=NOW,
        field=pades.STAMP,
    )
    assert said(data) == {"unchanged.extended", "unchanged.ok"}
    assert said(updated(store(), data)) == {"unchanged.extended", "unchanged.supplemented"}


def test_a_stamp_may_not_bring_another_form() -> None:
    data = pades.countersign(
        updated(in_form("/Q", NumberObject(2))),
        source=builders.self_issued(),
        at=NOW,
        field=pades.STAMP,
    )
    assert "unchanged.addition" in said(data)
