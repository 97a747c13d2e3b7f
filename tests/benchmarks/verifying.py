"""Verifying a signed scorecard, against bare pyHanko's validation of the same file."""

import io
from datetime import timedelta

import msgspec
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from kepatuhan_desktop.reports import scorecard
from kepatuhan_desktop.signing import certificates
from kepatuhan_desktop.signing.verification import examine
from tests.benchmarks.figures import Figure, interleaved, median, p95, quiet
from tests.builders import scorecards
from tests.signing import builders

ROUNDS = 15


def measure() -> list[Figure]:
    """A small file and a real one of 40 pictures, each with two signatures."""
    trust = builders.headquarters().trust()
    large = msgspec.structs.replace(
        builders.making(builders.auditor(), trust=trust),
        drawn=scorecard.render(scorecards.full(), pictures=scorecards.pictures),
    ).signed()
    figures: list[Figure] = []
    for name, data in (("small", builders.honest()), ("11 pages, 40 pictures", large)):
        figures += _compared(f"verify a scorecard, {name}", data)
    return figures


def _compared(name: str, data: bytes) -> list[Figure]:
    knowledge = builders.knowing(builders.headquarters().trust())
    root = asn1_x509.Certificate.load(certificates.dump(builders.headquarters().root))

    def bare() -> None:
        for one in PdfFileReader(io.BytesIO(data)).embedded_signatures:
            context = ValidationContext(
                trust_roots=[root],
                allow_fetching=False,
                moment=builders.NOW + timedelta(minutes=1),
            )
            validate_pdf_signature(one, context)

    quiet()
    ours, theirs = interleaved(ROUNDS, lambda: examine(data, knowledge), bare)
    return [
        Figure(
            name=name,
            ours=of(ours),
            limit=of(theirs),
            aim=2.0,
            what=what,
            against="bare pyHanko",
            informative=what != "median",
        )
        for what, of in (("median", median), ("p95", p95))
    ]
