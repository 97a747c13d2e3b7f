"""Tell whether a PDF that came back stamped still is the one that went out.

Whoever stamps (BSrE's service, say) may add a signature in the field that was kept free, with
what vouches for it and document time stamps, and nothing else. Importing this imports pyHanko.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from kepatuhan_desktop.signing import certificates, seals, stranger
from kepatuhan_desktop.signing.pades import STAMP
from kepatuhan_desktop.signing.seals import Signed


class Fault(StrEnum):
    """Why a returned file is not taken."""

    OTHER_FILE = "other_file"
    """It does not begin with ours, byte for byte."""
    NO_STAMP = "no_stamp"
    """The field that was kept free is empty."""
    CHANGED = "changed"
    """Something else was added as well, or the stamp does not hold."""
    SELF_ISSUED = "self_issued"
    """Whoever stamped gave themselves the certificate: nobody certified it."""
    UNREADABLE = "unreadable"
    """What follows ours is no sound PDF."""


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """The signature that was added; who vouches for it is for the verdict to say."""

    name: str
    """As its certificate says it."""
    issuer: str
    claimed_at: str
    """ISO 8601; empty where it names no moment."""


class Stamped(msgspec.Struct, frozen=True, kw_only=True):
    """What can be said of a returned file."""

    stamp: Stamp | None
    fault: Fault | None
    """None: ours is in it, and nothing but the stamp was added."""
    detail: str = ""
    """Code of the verdict's statement about what is wrong; empty where there is none."""


def contains(ours: bytes, returned: bytes, now: datetime) -> Stamped:
    """Compare what came back with what went out; `now` counts where no moment is claimed."""
    if not returned.startswith(ours):
        return _refused(Fault.OTHER_FILE)
    if len(returned) == len(ours):
        return _refused(Fault.NO_STAMP)
    try:
        with stranger.limited():
            signed = seals.judge(stranger.opened(returned), (), now).signed
    except (Exception, stranger.TooLong) as error:  # whatever malformed bytes lead to
        return _refused(Fault.UNREADABLE, type(error).__name__)
    return _judged(signed)


def _judged(signed: Sequence[Signed]) -> Stamped:
    wrong = next((one for one in signed if one.problem), None)
    if wrong is not None:
        return _refused(Fault.CHANGED, wrong.problem)
    stamp = next((one for one in signed if one.field == STAMP and not one.is_time_stamp), None)
    if stamp is None or stamp.certificate is None:
        return _refused(Fault.NO_STAMP)
    said = certificates.facts(stamp.certificate)
    if said.is_self_issued:
        return _refused(Fault.SELF_ISSUED)
    claimed = stamp.claimed.isoformat() if stamp.claimed else ""
    return Stamped(stamp=Stamp(name=said.name, issuer=said.issuer, claimed_at=claimed), fault=None)


def _refused(fault: Fault, detail: str = "") -> Stamped:
    return Stamped(stamp=None, fault=fault, detail=detail)
