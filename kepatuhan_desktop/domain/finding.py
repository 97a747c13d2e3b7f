"""A finding: what is wrong, by which law, what to do about it, who and until when."""

import msgspec

from kepatuhan_desktop.domain.ids import IndicatorId


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Raised from an indicator; the legal reference is carried over."""

    indicator: IndicatorId
    statement: str
    legal_reference: str
    improvement_suggestion: str = ""
    responsible: str = ""
    due: str = ""
    """Calendar day, ISO 8601; empty: none agreed."""
