"""Ids and codes as types of their own, so that two cannot be swapped unnoticed."""

from typing import NewType

EntryId = NewType("EntryId", str)
DeviceId = NewType("DeviceId", str)
RecordId = NewType("RecordId", str)
Slot = NewType("Slot", str)

AssessmentId = NewType("AssessmentId", str)
InstitutionId = NewType("InstitutionId", str)
UnitId = NewType("UnitId", str)
ProductId = NewType("ProductId", str)
EvidenceId = NewType("EvidenceId", str)
FindingId = NewType("FindingId", str)
PlanId = NewType("PlanId", str)
"""A planned visit."""

InstrumentId = NewType("InstrumentId", str)
NodeId = NewType("NodeId", str)
"""A component, dimension, aspect or group of an instrument."""
IndicatorId = NewType("IndicatorId", str)
OptionId = NewType("OptionId", str)
CategoryId = NewType("CategoryId", str)

Digest = NewType("Digest", str)
"""SHA-256 as 64 lower-case hexadecimal characters."""
