"""Verifying a signed scorecard, against bare pyHanko's validation of the same file.

As the program does it: the words of the page are read in a process of their own, which stands by.
"""

import io
import time
from datetime import timedelta

import msgspec
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from kepatuhan_desktop.imaging import isolated
from kepatuhan_desktop.reports import scorecard
from kepatuhan_desktop.services import verifying
from kepatuhan_desktop.signing import certificates
from tests.benchmarks.figures import Figure, interleaved, median, p95, quiet
from tests.builders import scorecards
from tests.signing import builders

ROUNDS = 15
PAUSE = 0.5
"""Seconds between two files, as somebody has who looks at the first one."""
AT_ONCE = 10
"""Files that are checked without a pause."""


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
    knowledge = msgspec.structs.replace(
        builders.knowing(builders.headquarters().trust()), page=isolated.words
    )
    root = asn1_x509.Certificate.load(certificates.dump(builders.headquarters().root))

    def bare() -> None:
        for one in PdfFileReader(io.BytesIO(data)).embedded_signatures:
            context = ValidationContext(
                trust_roots=[root],
                allow_fetching=False,
                moment=builders.NOW + timedelta(minutes=1),
            )
            validate_pdf_signature(one, context)

    def check() -> None:
        verifying.look(data, "kartu.pdf", knowledge)

    quiet()
    ours, theirs = interleaved(ROUNDS, check, bare, before=lambda: time.sleep(PAUSE))
    begun = time.perf_counter()
    for _ in range(AT_ONCE):
        check()
    together = (time.perf_counter() - begun) * 1000 / AT_ONCE
    return [
        Figure(
            name=name,
            ours=value,
            limit=limit,
            aim=2.0,
            what=what,
            against="bare pyHanko",
            informative=what != "median",
        )
        for what, value, limit in (
            ("median", median(ours), median(theirs)),
            ("p95", p95(ours), p95(theirs)),
            (f"each of {AT_ONCE} without a pause", together, median(theirs)),
        )
    ]
