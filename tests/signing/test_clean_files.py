"""A thousand honest files, and not one false alarm."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from functools import partial

import pytest
from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.validation.dss import DocumentSecurityStore

from kepatuhan_desktop.domain.verdict import Grade
from kepatuhan_desktop.signing import certificates, pades
from kepatuhan_desktop.signing.verification import examine
from tests.builders import scorecards
from tests.signing import builders
from tests.signing.builders import NOW, Headquarters
from tests.signing.forging import Writer, updated

SHARES = 2
"""Processes that each look at their part."""
SCORECARDS = 125
"""Of each part; each of them makes four files."""
REASONS = ("Tidak sependapat", "Di luar kewenangan saya", "Menunggu atasan")
MINUTE = timedelta(minutes=1)


def files(share: int) -> Iterator[tuple[bytes, frozenset[str]]]:
    """Different files of every kind, and what may be doubtful about them."""
    hq, stamp = builders.headquarters(), Headquarters("BSrE Contoh")
    source = stamp.enrol(builders.new_key(), builders.HEAD)
    root = asn1_x509.Certificate.load(certificates.dump(stamp.root))
    trust = hq.trust()
    for count in range(SCORECARDS):
        number = share * SCORECARDS + count
        is_refused, is_stamped = count % 4 != 0, count % 8 == 0
        data = builders.making(
            builders.auditor(),
            number=number,
            refused_because=REASONS[number % 3] if is_refused else "",
            at=NOW + number * MINUTE,
            trust=trust if number % 2 else None,
            pages_=1 + number % 5,
        ).signed()
        doubtful = frozenset({"trusted.unknown_issuer"} if is_stamped else ())
        if is_stamped:
            strokes = scorecards.stroke(number)
            data = pades.countersign(
                data, source=source, at=NOW + number * MINUTE, field=pades.STAMP, strokes=strokes
            )
        yield data, doubtful
        for day in (1, 2, 3):
            # Whoever archives a signature adds what it takes to check it.
            lists = [asn1_crl.CertificateList.load(one) for one in hq.lists(NOW + day * MINUTE)]
            yield updated(partial(supplied, [root], lists), data), doubtful


def supplied(
    certs: list[asn1_x509.Certificate], lists: list[asn1_crl.CertificateList], writer: Writer
) -> None:
    """Certificates and lists added to a file."""
    DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=certs, crls=lists)


def alarms(share: int) -> tuple[int, list[tuple[int, list[str]]]]:
    """How many files were looked at, and what was said against which."""
    knowledge = builders.knowing(builders.headquarters().trust())
    found: list[tuple[int, list[str]]] = []
    number = 0
    for data, doubtful in files(share):
        number += 1
        verdict = examine(data, knowledge)
        said = [one.code for one in verdict.statements if one.grade is not Grade.GOOD]
        if set(said) != doubtful:
            found.append((number, said))
    return number, found


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_clean_files_raise_no_alarm() -> None:
    with ProcessPoolExecutor(SHARES, multiprocessing.get_context("spawn")) as pool:
        done = list(pool.map(alarms, range(SHARES)))
    assert [found for _, found in done] == [[]] * SHARES
    assert sum(number for number, _ in done) == 1000
