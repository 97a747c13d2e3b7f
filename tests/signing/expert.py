"""The desk of the other party's expert: the files that docs/verify.md speaks of, and no program.

`follow` pastes every command of the document, in its order, into a shell.
"""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
import segno

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.signing import certificates, paper, sources, trust_file
from kepatuhan_desktop.signing.sources import Source
from tests.builders import authorities as requests
from tests.builders import gui_trust
from tests.signing import builders
from tests.signing.builders import AUDITOR, Headquarters, Key, Making

DOCUMENT = Path(__file__).parents[2] / "docs" / "verify.md"
TOOLS = (
    "pdfsig",
    "pdfdetach",
    "pdfinfo",
    "pdftoppm",
    "pdftotext",
    "openssl",
    "jq",
    "zbarimg",
    "base32",
    "basenc",
)

needs_tools = pytest.mark.skipif(
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
    """Where the expert works; as it is, everything on it is honest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.authority = Headquarters()
        self.key = builders.new_key()
        self.auditor = self.authority.enrol(self.key)
        self.making = builders.making(self.auditor, trust=self.authority.trust())
        self.put(self.making.signed())
        self.put_trust()
        self.put_page(self.making, self.key, self.auditor)

    def put(self, pdf: bytes) -> None:
        """Hand over another scorecard."""
        (self.folder / "scorecard.pdf").write_bytes(pdf)

    def put_trust(self, at: datetime = builders.NOW) -> None:
        """Fetch the authority's present trust file."""
        text = trust_file.write(self.authority.trust(at), self.authority.key)
        self.put_trust_file(text)

    def put_trust_file(self, text: bytes) -> None:
        """Fetch another trust file."""
        (self.folder / "authority.trust").write_bytes(text)

    def put_page(self, made: Making, key: Key, auditor: Source, *, score: str = "") -> None:
        """Photograph a page; `score` is another number in its code than the one that was signed."""
        total = made.card.result.total
        assert isinstance(total, Score)
        facts = paper.facts(
            assessment=made.card.assessment,
            revision=1,
            record=hashlib.sha256(made.record).hexdigest(),
            score=total.value,
            category=total.category,
            sealed_at=made.card.sealed_at or "",
            device=builders.fingerprint(auditor),
        )
        text = paper.write(key, facts)
        if score:
            better = paper.write(key, msgspec.structs.replace(facts, score=score))
            text = _signed_as(better, text)
        segno.make(text, error="m").save(str(self.folder / "page.png"), scale=6, border=4)

    def sees(self, pdf: bytes | None = None) -> str:
        """What the commands show, of another scorecard if one is given."""
        if pdf is not None:
            self.put(pdf)
        return follow(self.folder)


class Office:
    """A real authority in a folder, with one auditor whom it enrolled by a request."""

    def __init__(self, folder: Path, at: datetime) -> None:
        self._folder = folder
        self._request = requests.request_bytes(AUDITOR, "ratna", at)
        self._opened = gui_trust.founded(folder, at)
        self.key = requests.key("ratna")
        self.auditor = self.enrol(at)

    def __enter__(self) -> "Office":
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def device(self) -> DeviceId:
        """The auditor's."""
        return certificates.fingerprint_of(certificates.load(self.auditor.certificate))

    def enrol(self, at: datetime) -> Source:
        """Grant the auditor's request, which gives a certificate where none counts."""
        self._opened.enrol(self._request, requests.AUDITOR, at)
        trust = trust_file.read(self.publish(at))
        leaf = certificates.decode(trust.enrolled[-1].certificate)
        root = certificates.decode(trust.roots[0])
        return sources.of_device(self.key, leaf, [root])

    def replace_root(self, at: datetime) -> None:
        """A new root; everybody has a new certificate afterwards."""
        self._opened.replace_root(gui_trust.PASSPHRASE, at)

    def revoke(self, reason: RevocationReason, at: datetime, since: datetime) -> None:
        """Take the auditor's certificates back."""
        self._opened.revoke(self.device, reason, at, since)

    def publish(self, at: datetime) -> bytes:
        """The trust file of that moment."""
        return self._opened.publish(at)


def _signed_as(said: str, signed: str) -> str:
    """What one code says, under the signature of another."""
    words, signature = (base64.b32decode(one.removeprefix("KPD1:")) for one in (said, signed))
    return "KPD1:" + base64.b32encode(words[:71] + signature[71:]).decode("ascii")


def lines(seen: str, mark: str) -> list[str]:
    """The lines of a screen that begin like this."""
    return [line for line in seen.splitlines() if line.startswith(mark)]
