"""Put what an import would do into words, record by record."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import PROFILE, Profile, id_of
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    Digest,
    IndicatorId,
    RecordId,
    Slot,
)
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.merge import RecordPlan
from kepatuhan_desktop.domain.named_files import files_of
from kepatuhan_desktop.domain.organisation import product_record, unit_record
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui import dispute_words, exchange_words, words
from kepatuhan_desktop.gui.widgets.chips import Chip
from kepatuhan_desktop.services.importing import ImportPlan

_ASSESSMENT = "assessment:"


class RecordText(msgspec.Struct, frozen=True, kw_only=True):
    """What would happen to one assessment."""

    assessment: AssessmentId | None
    """None for everything else that came along."""
    title: str
    detail: str
    chips: tuple[Chip, ...]
    conflicts: tuple[str, ...] = ()
    returned: str = ""
    """That headquarters sent it back."""
    late: str = ""
    new_photos: tuple[str, ...] = ()
    known_photos: int = 0
    missing_photos: tuple[str, ...] = ()
    damaged_photos: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class PlanText(msgspec.Struct, frozen=True, kw_only=True):
    """What a person reads before they take a bundle in."""

    fresh: int
    known: int
    conflicts: int
    refused: int
    photos: int
    """Files that would be taken along."""
    records: tuple[RecordText, ...]
    warnings: tuple[str, ...]
    homeless: tuple[str, ...]
    """What is refused and belongs to no record that could be read."""


def describe(plan: ImportPlan, services: Services) -> PlanText:
    """The plan in words."""
    reader = _Reader(plan, services)
    merge = plan.merge
    mine = [one for one in merge.records if one.record.startswith(_ASSESSMENT)]
    rest = [one for one in merge.records if not one.record.startswith(_ASSESSMENT)]
    records = [reader.assessment(one) for one in mine]
    if any(one.fresh or one.refused or one.conflicts for one in rest):
        records.append(reader.others(rest))
    return PlanText(
        fresh=len(merge.fresh),
        known=merge.known,
        conflicts=merge.conflicts,
        refused=len(merge.refused),
        photos=len(merge.wanted),
        records=tuple(records),
        warnings=reader.warnings(),
        homeless=tuple(exchange_words.refusal(it) for it in merge.refused if it.record is None),
    )


class _Reader:
    """Knows what came and what is here."""

    def __init__(self, plan: ImportPlan, services: Services) -> None:
        self._plan = plan
        self._services = services
        found = [entry for _, entry in plan.inspected.examined.found]
        self._by_record: dict[RecordId, list[Entry]] = {}
        for entry in found:
            self._by_record.setdefault(entry.record, []).append(entry)
        self._authors = {entry.device: entry.author for entry in found}
        self._instruments: dict[Digest, Instrument | None] = {}

    def assessment(self, one: RecordPlan) -> RecordText:
        """What happens to an assessment."""
        translate = QCoreApplication.translate
        title, detail = self._named(one.record)
        names = self._file_names(one.record)

        def photos(state: str) -> tuple[str, ...]:
            found = (it.digest for it in one.photos if it.state == state)
            return tuple(sorted(names.get(digest, digest[:8]) for digest in found))

        late = ""
        if one.after_seal:
            late = translate(
                "exchange",
                "{count} isian datang sesudah penilaian ini ditandatangani. Yang terkunci tidak "
                "berubah; isian itu menunggu koreksi.",
            ).format(count=len(one.after_seal))
        return RecordText(
            assessment=id_of(one.record),
            title=title,
            detail=detail,
            chips=_chips(one),
            conflicts=tuple(self._conflict(one.record, it.slot) for it in one.conflicts),
            returned=self._returned(one.record),
            late=late,
            new_photos=photos("new"),
            known_photos=sum(it.state == "known" for it in one.photos),
            missing_photos=photos("missing"),
            damaged_photos=photos("damaged"),
            refused=tuple(exchange_words.refusal(it) for it in one.refused),
        )

    def others(self, some: Sequence[RecordPlan]) -> RecordText:
        """Units, instruments and what else an assessment needs, together."""
        translate = QCoreApplication.translate
        kinds = {
            "institution": translate("exchange", "instansi"),
            "unit": translate("exchange", "unit"),
            "product": translate("exchange", "produk layanan"),
            "instrument": translate("exchange", "instrumen"),
            "device": translate("exchange", "sertifikat perangkat"),
            "authority": translate("exchange", "berkas kepercayaan"),
            "bundle": translate("exchange", "catatan pengiriman"),
            "plan": translate("exchange", "rencana kunjungan"),
        }
        if self._plan.description.purpose == Purpose.RECEIPT:
            kinds["bundle"] = translate("exchange", "tanda terima")
        count = Counter(one.record.partition(":")[0] for one in some if one.fresh)
        other = translate("exchange", "lain-lain")
        parts = [f"{kinds.get(kind, other)}: {number}" for kind, number in sorted(count.items())]
        conflicts = [
            translate("exchange", "{name}: ada dua versi").format(name=self._plain(one.record))
            for one in some
            for it in one.conflicts
            if it.is_new
        ]
        whole = RecordPlan(
            record=RecordId(""),
            fresh=sum(one.fresh for one in some),
            known=sum(one.known for one in some),
            refused=tuple(it for one in some for it in one.refused),
            conflicts=tuple(it for one in some for it in one.conflicts if it.is_new),
            after_seal=(),
            photos=(),
        )
        return RecordText(
            assessment=None,
            title=translate("exchange", "Data pendukung"),
            detail=" · ".join(parts),
            chips=_chips(whole),
            conflicts=tuple(conflicts),
            refused=tuple(exchange_words.refusal(it) for it in whole.refused),
        )

    def warnings(self) -> tuple[str, ...]:
        """Faults of chains, and for whom the sender vouches."""
        merge = self._plan.merge
        found = [exchange_words.fault(it, self._holder(it.device)) for it in self._plan.faults]
        if merge.damaged:
            text = QCoreApplication.translate(
                "exchange",
                "{count} foto atau berkas rusak di jalan, jadi tidak diterima; yang lain tetap "
                "masuk. Minta paket ini disalin sekali lagi. Di kotak keluar pengirim berkas itu "
                "tetap menunggu.",
            )
            found.insert(0, text.format(count=len(merge.damaged)))
        trust = self._plan.trust
        if trust is not None:
            text = QCoreApplication.translate(
                "exchange",
                "Membawa berkas kepercayaan {authority} versi {version}; perangkat ini memakai "
                "versi {known} dan beralih ke yang baru bersama paket ini. Dicabut: {revoked}.",
            )
            found.append(
                text.format(
                    authority=trust.authority,
                    version=trust.version,
                    known=trust.known_version,
                    revoked=trust.revoked,
                )
            )
        if merge.relayed:
            text = QCoreApplication.translate(
                "exchange",
                "Membawa juga isian dari {names}. Tanda tangannya hanya tanda tangan pengirim; "
                "dialah yang menjamin isian itu.",
            )
            names = ", ".join(self._holder(one) for one in merge.relayed)
            found.append(text.format(names=names))
        return tuple(found)

    def _holder(self, device: DeviceId) -> str:
        if device == self._services.device:
            return QCoreApplication.translate("exchange", "perangkat ini")
        known = exchange_words.device(device)
        name = self._authors.get(device, "")
        if device == self._plan.sender.device:
            name = self._plan.sender.name or name
        return f"{name} ({known})" if name else known

    def _named(self, record: RecordId) -> tuple[str, str]:
        """Unit, then product and period; from what is here, or else from what came."""
        try:
            row = self._services.assessments.row(id_of(record))
        except KnownError:
            profile = self._profile(record)
            if profile is None:
                return QCoreApplication.translate("exchange", "Penilaian tanpa keterangan"), ""
            unit = self._name_of(unit_record(profile.unit))
            product = self._name_of(product_record(profile.product)) if profile.product else ""
            parts = [product, profile.period, profile.auditor.name]
            return unit, " · ".join(part for part in parts if part)
        parts = [row.product, row.period, row.auditor]
        return row.unit, " · ".join(part for part in parts if part)

    def _profile(self, record: RecordId) -> Profile | None:
        for entry in reversed(self._by_record.get(record, [])):
            if entry.slot == PROFILE and entry.kind == Kind.ASSESSMENT and entry.value is not None:
                return codec.typed(entry.value, Profile)
        return None

    def _name_of(self, record: RecordId) -> str:
        for entry in reversed(self._by_record.get(record, [])):
            if isinstance(entry.value, dict) and entry.value.get("name"):
                return str(entry.value["name"])
        return "?"

    def _plain(self, record: RecordId) -> str:
        name = self._name_of(record)
        return record.partition(":")[0] if name == "?" else name

    def _returned(self, record: RecordId) -> str:
        fresh = [it for it in self._plan.merge.fresh if it.record == record]
        if not any(it.kind == Kind.RETURN and it.value is not None for it in fresh):
            return ""
        return QCoreApplication.translate(
            "exchange", "Dikembalikan dengan komentar; buka penilaiannya untuk membacanya."
        )

    def _file_names(self, record: RecordId) -> dict[Digest, str]:
        found: dict[Digest, str] = {}
        for entry in self._by_record.get(record, []):
            for digest in files_of(entry):
                value = entry.value if isinstance(entry.value, dict) else {}
                name = str(value.get("caption") or value.get("name") or "")
                if entry.kind == Kind.SEAL:
                    name = QCoreApplication.translate("exchange", "kartu nilai bertanda tangan")
                found.setdefault(digest, name or digest[:8])
        return found

    def _conflict(self, record: RecordId, slot: Slot) -> str:
        kind = dispute_words.kind(slot)
        instrument = self._instrument(record)
        name = slot.partition("/")[2]
        if slot.partition("/")[0] in (Kind.EVIDENCE.value, Kind.FINDING.value):
            name = self._indicator_named(record, slot)
        if instrument is None or IndicatorId(name) not in instrument.indicators:
            return kind
        asked = instrument.indicators[IndicatorId(name)]
        return f"{asked.code} · {kind}: {words.text(asked.question)}"

    def _indicator_named(self, record: RecordId, slot: Slot) -> str:
        for entry in self._by_record.get(record, []):
            if entry.slot == slot and isinstance(entry.value, dict):
                return str(entry.value.get("indicator") or "")
        return ""

    def _instrument(self, record: RecordId) -> Instrument | None:
        try:
            digest = self._services.assessments.get(id_of(record)).profile.instrument.digest
        except KnownError:
            profile = self._profile(record)
            if profile is None:
                return None
            digest = profile.instrument.digest
        if digest not in self._instruments:
            self._instruments[digest] = self._look_up(digest)
        return self._instruments[digest]

    def _look_up(self, digest: Digest) -> Instrument | None:
        try:
            return self._services.instruments.get(digest)
        except KnownError:
            return next((one for one in self._carried() if one.digest == digest), None)

    def _carried(self) -> Iterable[Instrument]:
        for some in self._by_record.values():
            for entry in some:
                if entry.kind == Kind.INSTRUMENT and entry.value is not None:
                    yield codec.typed(entry.value, Instrument)


def _chips(one: RecordPlan) -> tuple[Chip, ...]:
    translate = QCoreApplication.translate
    states = Counter(it.state for it in one.photos)
    photos, damaged = states["new"], states["damaged"]
    found = []
    if one.fresh:
        text = translate("exchange", "{count} isian baru").format(count=one.fresh)
        found.append(Chip(text, "green", "plus"))
    if photos:
        text = translate("exchange", "{count} foto baru").format(count=photos)
        found.append(Chip(text, "green", "image"))
    if one.known:
        text = translate("exchange", "{count} sudah ada").format(count=one.known)
        found.append(Chip(text, "neutral", "check"))
    if one.conflicts:
        text = translate("exchange", "{count} bertentangan").format(count=len(one.conflicts))
        found.append(Chip(text, "yellow", "triangle-alert"))
    if damaged:
        text = translate("exchange", "{count} foto rusak").format(count=damaged)
        found.append(Chip(text, "red", "image-off"))
    if one.refused:
        text = translate("exchange", "{count} ditolak").format(count=len(one.refused))
        found.append(Chip(text, "red", "x"))
    return tuple(found)
