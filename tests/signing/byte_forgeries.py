"""Scorecards whose bytes somebody changed, or that carry bytes which nobody signed."""

import re

from asn1crypto import cms, parser

from tests.signing import builders
from tests.signing.forging import forgery


def _flip(data: bytes, place: int, bits: int = 1) -> bytes:
    return data[:place] + bytes([data[place] ^ bits]) + data[place + 1 :]


def _gaps(data: bytes) -> list[tuple[int, int]]:
    """Where the signatures lie, with their brackets."""
    found = re.findall(rb"/ByteRange \[\s*0 (\d+) (\d+) \d+", data)
    return [(int(start), int(end)) for start, end in found]


@forgery("unchanged.digest")
def a_bit_of_the_page_flipped() -> bytes:
    """Within the compressed drawing."""
    data = builders.honest()
    return _flip(data, data.index(b"stream") + 40)


@forgery("unchanged.digest")
def a_bit_of_the_record_flipped() -> bytes:
    """Within the attachment."""
    data = builders.honest()
    return _flip(data, data.index(b"stream", data.index(b"/EmbeddedFile")) + 60)


@forgery("unchanged.digest")
def the_reason_rewritten() -> bytes:
    """What the signature says it is for, letter for letter as long."""
    data = builders.honest()
    assert b"(Mengesahkan kartu nilai)" in data
    return data.replace(b"(Mengesahkan kartu nilai)", b"(Menolak nilai kartu ini)", 1)


@forgery("unchanged.digest")
def a_bit_of_the_countersigned_update_flipped() -> bytes:
    """The place of the head's signature."""
    data = builders.honest()
    place = data.rindex(b"(Sumbermakmur)")
    return _flip(data, place + 3)


@forgery("unchanged.signature")
def a_bit_of_the_signature_flipped() -> bytes:
    """Within the number that the key made."""
    data = builders.honest()
    start, _ = _gaps(data)[0]
    held = bytes.fromhex(data[start + 1 : data.index(b">", start)].decode())
    return _flip(data, start + 1 + 2 * (parser.peek(held) - 4))


@forgery("unchanged.signature")
def the_signers_name_in_small_letters() -> bytes:
    """Where the signature says whose it is, which it does not cover."""
    data = builders.honest()
    start, _ = _gaps(data)[1]
    held = bytes.fromhex(data[start + 1 : data.index(b">", start)].decode())
    (signer,) = cms.ContentInfo.load(held)["content"]["signer_infos"]
    place = held.index(b"Drs. Hadi", held.index(signer["sid"].dump()))
    return _flip(data, start + 1 + 2 * place, ord("4") ^ ord("6"))


@forgery("unchanged.signature")
def a_signature_of_rubbish() -> bytes:
    """The room for the signature filled with something that is no signature at all."""
    data = builders.honest()
    start, end = _gaps(data)[1]
    return data[: start + 1] + b"41" * ((end - start - 2) // 2) + data[end - 1 :]


@forgery("unchanged.signature")
def another_kind_of_signature() -> bytes:
    """A name that no reader knows."""
    data = builders.honest()
    assert b"/ETSI.CAdES.detached" in data
    return data.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.attached", 1)


@forgery("unchanged.padding")
def data_hidden_behind_the_signature() -> bytes:
    """In the zeros that fill its room."""
    data = builders.honest()
    _, end = _gaps(data)[0]
    return data[: end - 41] + b"99.99 green".hex().encode().rjust(40, b"0") + data[end - 1 :]


@forgery("unchanged.coverage")
def the_signature_wrapped() -> bytes:
    """The room for the signature made shorter, and the rest of the gap filled with objects."""
    data = builders.making(builders.auditor(), refused_because="Tidak setuju").signed()
    start, end = _gaps(data)[0]
    held = bytes.fromhex(data[start + 1 : end - 1].decode())[
        : parser.peek(bytes.fromhex(data[start + 1 : end - 1].decode()))
    ]
    wrapped = b"<" + held.hex().encode() + b"> /Other << /Score (99,99) >> "
    return data[:start] + wrapped.ljust(end - start) + data[end:]


@forgery("unchanged.coverage")
def the_signed_range_shortened() -> bytes:
    """The last number of the range, so that the end of the file is not covered."""
    data = builders.honest()
    place = [one.end() for one in re.finditer(rb"/ByteRange \[0 \d+ \d+ ", data)][-1]
    digits = re.match(rb"\d+", data[place:])
    assert digits
    length = str(int(digits[0]) - 40).encode().ljust(len(digits[0]))
    return data[:place] + length + data[place + len(digits[0]) :]


def _range(data: bytes, place: int, number: bytes) -> bytes:
    """The last range with another number in one of its four places."""
    whole = list(re.finditer(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", data))[-1]
    start, end = whole.span(place)
    assert len(number) <= end - start
    return data[:start] + number.rjust(end - start, b"0") + data[end:]


@forgery("unchanged.coverage")
def a_signed_range_beyond_the_end() -> bytes:
    """The second range begins where there is nothing any more."""
    data = builders.making(builders.auditor(), number=3).signed()
    return _range(data, 3, b"99999")


@forgery("unchanged.coverage")
def a_signed_range_that_begins_later() -> bytes:
    """Without the first byte of the file."""
    return _range(builders.making(builders.auditor(), number=4).signed(), 1, b"1")


@forgery("unchanged.coverage")
def bytes_behind_the_end() -> bytes:
    """A comment that no signature covers."""
    return builders.honest() + b"% nilai 99,99\n"


@forgery("note.damaged")
def the_end_cut_off() -> bytes:
    """Half of the last reference table."""
    return builders.honest()[:-60]
