"""The bag inside a bundle (BagIt 1.0, RFC 8493): which files there are and what declares them."""

import hashlib
import re
from collections.abc import Mapping

from kepatuhan_desktop.domain.ids import Digest

FOLDER = "paket-"
"""How the name of the one folder begins."""
ENTRIES = "data/entries.jsonl"
BLOBS = "data/blobs/"
BAGIT = "bagit.txt"
INFO = "bag-info.txt"
DESCRIPTION = "bundle.json"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "signature.p7s"

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
REQUIRED = (BAGIT, INFO, DESCRIPTION, MANIFEST, TAG_MANIFEST, SIGNATURE, ENTRIES)

NAMES = re.compile(
    r"(?P<base>paket-[0-9a-z]{8,40})/(?P<name>"
    r"bagit\.txt|bag-info\.txt|bundle\.json|manifest-sha256\.txt|tagmanifest-sha256\.txt"
    r"|signature\.p7s|data/entries\.jsonl|data/blobs/[0-9a-f]{64}"
    # A later minor version may add files that describe the bag; we pass over them.
    r"|x-[a-z0-9]{1,40}\.(?:json|txt))"
)
"""Every name that a member may have; nothing of it ever becomes a path on this machine."""


def base(bundle: str) -> str:
    """The folder that holds the bag."""
    return f"{FOLDER}{bundle[:12]}"


def blob(digest: Digest) -> str:
    """The name of a file that entries name by its digest."""
    return BLOBS + digest


def blob_digest(name: str) -> Digest | None:
    """The digest that a blob's name promises; None for other names."""
    return Digest(name.removeprefix(BLOBS)) if name.startswith(BLOBS) else None


def info(payload: Mapping[str, int], created: str, software: str) -> bytes:
    """`bag-info.txt` for a payload of these sizes."""
    lines = (
        f"Bag-Software-Agent: {software}",
        f"Bagging-Date: {created[:10]}",
        f"Payload-Oxum: {sum(payload.values())}.{len(payload)}",
    )
    return "".join(f"{line}\n" for line in lines).encode("ascii")


def manifest(digests: Mapping[str, str]) -> bytes:
    """A manifest as `sha256sum -c` reads it, sorted by name."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode("ascii")


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
