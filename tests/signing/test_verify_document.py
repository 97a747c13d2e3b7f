"""docs/verify.md, followed to the letter in a folder where our program is not."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
import segno

from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.signing import paper, trust_file
from tests.signing import builders
from tests.signing.builders import Headquarters, Making

DOCUMENT = Path(__file__).parents[2] / "docs" / "verify.md"
TOOLS = ("pdfsig", "pdfdetach", "pdftotext", "openssl", "jq", "zbarimg", "base32")

pytestmark = pytest.mark.skipif(
    not os.environ.get("CI") and any(shutil.which(tool) is None for tool in TOOLS),
    reason="the stock tools are not installed here; on Debian scripts/setup --tests does it",
)


def commands() -> str:
    """Every command of the document, in its order."""
    return "\n".join(re.findall(r"^```sh\n(.*?)^```", DOCUMENT.read_text("utf-8"), re.M | re.S))


def follow(folder: Path) -> str:
    """What somebody sees who pastes everything; both streams, as on a screen."""
    done = subprocess.run(
        ["sh", "-c", f"exec 2>&1\n{commands()}"],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stdout


class Desk:
    """Where the expert works: only the files that the document speaks of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.authority = Headquarters()
        self.key = builders.new_key()
        self.auditor = self.authority.enrol(self.key)
        self.making = builders.making(self.auditor, trust=self.authority.trust())
        self.put(self.making.signed())
        self.put_trust()
        segno.make(_code(self), error="m").save(str(folder / "page.png"), scale=6, border=4)

    def put(self, pdf: bytes) -> None:
        """Hand over another scorecard."""
        (self.folder / "scorecard.pdf").write_bytes(pdf)

    def put_trust(self) -> None:
        """Fetch the authority's present trust file."""
        text = trust_file.write(self.authority.trust(), self.authority.key)
        (self.folder / "authority.trust").write_bytes(text)


def _code(desk: Desk) -> str:
    made: Making = desk.making
    total = made.card.result.total
    assert isinstance(total, Score)
    facts = paper.facts(
        assessment=made.card.assessment,
        revision=1,
        record=hashlib.sha256(made.record).hexdigest(),
        score=total.value,
        category=total.category,
        sealed_at=made.card.sealed_at or "",
        device=builders.fingerprint(desk.auditor),
    )
    return paper.write(desk.key, facts)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_honest_scorecard_passes_every_step(desk: Desk) -> None:
    seen = follow(desk.folder)
    record = hashlib.sha256(desk.making.record).hexdigest()
    assert seen.count("Signature is Valid") == 2
    assert seen.count("CMS Verification successful") + seen.count("\nVerification successful") == 2
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
    assert seen.count(hashlib.sha256(desk.making.head.certificate).hexdigest()) == 2
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
    assert "refused: Tidak sepakat dengan nilai 1.3." in seen


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
