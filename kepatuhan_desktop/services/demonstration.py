"""Make a workspace to look at: one institution, three units, last year and this year.

Everything goes through the same services as the window does. Names of places and people
are invented; the photographs are drawn, or taken from a folder that the caller names.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from random import Random

import msgspec

from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.completeness import chosen_option, satisfied
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    IndicatorId,
    InstitutionId,
    InstrumentId,
)
from kepatuhan_desktop.domain.instrument import (
    EvidenceRule,
    Indicator,
    Instrument,
    OptionScale,
    say,
)
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import Chosen
from kepatuhan_desktop.domain.seal import Signature
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import demonstration_photos as photos
from kepatuhan_desktop.services.answering import Answering
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.attaching import Attaching, Kept
from kepatuhan_desktop.services.findings import Findings, prefilled
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.organisations import Organisations
from kepatuhan_desktop.services.sealing import AUDITOR, UNIT_HEAD, Sealing

INSTRUMENT = InstrumentId("uu25-14")
WIB = timezone(timedelta(hours=7))
AUDITORS = (
    Person(name="Ratna Wulandari, S.H.", nip="19880412 201503 2 004", position="Asisten Ombudsman"),
    Person(name="Bagus Prasetyo", nip="19911120 201903 1 002", position="Enumerator"),
)


class DemonstrationClock:
    """A clock that the demonstration sets, and that moves on by itself."""

    def __init__(self) -> None:
        self._moment = datetime(2024, 1, 1, tzinfo=WIB)

    def set(self, moment: datetime) -> None:
        """Jump to the start of a visit."""
        self._moment = moment

    def now(self) -> datetime:
        """Eleven seconds after the last time anybody asked."""
        self._moment += timedelta(seconds=11)
        return self._moment


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One visit of the demonstration."""

    year: int
    day: datetime
    quality: float
    """How likely the best answer is."""
    answered: float = 1.0
    """Share of the indicators that were reached; below 1 the assessment stays open."""
    refused: str = ""
    remark: str = ""


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """One unit of the demonstration with its visits."""

    unit: Unit
    product: str
    visits: tuple[Visit, ...]


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What the demonstration made."""

    assessments: tuple[AssessmentId, ...]
    sealed: tuple[tuple[str, bytes], ...]
    """File name and PDF of every sealed scorecard of the latest year."""


class Demonstration:
    """Builds the demonstration through the services."""

    def __init__(
        self,
        *,
        organisations: Organisations,
        instruments: Instruments,
        assessments: Assessments,
        answering: Answering,
        attaching: Attaching,
        findings: Findings,
        sealing: Sealing,
        clock: DemonstrationClock,
    ) -> None:
        self._organisations = organisations
        self._instruments = instruments
        self._assessments = assessments
        self._answering = answering
        self._attaching = attaching
        self._findings = findings
        self._sealing = sealing
        self._clock = clock

    def build(self, progress: Progress, folder: Path | None = None) -> Made:
        """Make everything; takes about a minute. `folder` holds real photographs to use instead."""
        institution, _ = self._organisations.register_institution(
            Institution(name="Pemerintah Kota Sumbermakmur", region="Jawa Timur")
        )
        pin = self._instruments.pin(INSTRUMENT)
        real = photos.real(folder, self._attaching) if folder else ()
        offices = _offices(institution)
        total = sum(len(office.visits) for office in offices)
        made: list[AssessmentId] = []
        sealed: list[tuple[str, bytes]] = []
        for office in offices:
            unit, _ = self._organisations.register_unit(office.unit)
            product, _ = self._organisations.register_product(
                Product(unit=unit, name=office.product)
            )
            for visit in office.visits:
                progress.step(len(made), total, f"{office.unit.name} {visit.year}")
                self._clock.set(visit.day)
                one, _ = self._assessments.start(
                    Profile(
                        institution=institution,
                        unit=unit,
                        product=product,
                        period=str(visit.year),
                        instrument=pin,
                        auditor=AUDITORS[0],
                        team=AUDITORS[1:],
                        visited_on=visit.day.date().isoformat(),
                    )
                )
                made.append(one)
                pdf = self._visit(one, office, visit, real)
                if pdf and visit is office.visits[-1]:
                    name = "-".join(office.unit.name.lower().split())
                    sealed.append((f"kartu-nilai-{name}-{visit.year}.pdf", pdf))
        progress.step(total, total)
        return Made(assessments=tuple(made), sealed=tuple(sealed))

    def _visit(
        self, one: AssessmentId, office: Office, visit: Visit, real: Sequence[Kept]
    ) -> bytes | None:
        instrument = self._assessments.overview(one).instrument
        random = Random(f"{office.unit.name}/{visit.year}")
        album = photos.Album(self._attaching, office.unit.name, visit.day, real)
        reached = round(len(instrument.indicators) * visit.answered)
        for indicator in list(instrument.indicators.values())[:reached]:
            self._answer(one, indicator, visit, random, album)
        self._raise_findings(one, instrument, visit)
        if visit.answered < 1:
            return None
        self._answering.remark(one, visit.remark)
        plan = self._sealing.prepare(one, _signatures(office.unit, visit), "Sumbermakmur")
        self._sealing.seal(one, plan, self._sealing.sign(plan))
        return self._sealing.pdf(one)

    def _answer(
        self,
        one: AssessmentId,
        indicator: Indicator,
        visit: Visit,
        random: Random,
        album: "photos.Album",
    ) -> None:
        if not isinstance(indicator.scale, OptionScale):
            return
        if indicator.not_applicable.allowed and random.random() < 0.12:  # noqa: PLR2004 - now and then
            self._answering.exclude(one, indicator.id, _REASON)
            return
        options = sorted(indicator.scale.options, key=lambda option: Fraction(option.value))
        place = len(options) - 1
        while place > 0 and random.random() > visit.quality:
            place -= 1
        chosen = options[place]
        self._answering.choose(one, indicator.id, chosen.id)
        for rule in chosen.evidence:
            self._satisfy(one, indicator.id, rule, album)
        if chosen.note_required or random.random() < 0.2:  # noqa: PLR2004 - some notes are voluntary
            self._answering.note(one, indicator.id, random.choice(_NOTES))

    def _satisfy(
        self, one: AssessmentId, indicator: IndicatorId, rule: EvidenceRule, album: "photos.Album"
    ) -> None:
        state = self._assessments.get(one)
        pieces = [piece for _, piece in state.evidence_of(indicator)]
        while not satisfied(rule, pieces):
            kept = album.next(rule)
            _, _ = self._attaching.attach(one, indicator, kept, say(rule.label))
            state = self._assessments.get(one)
            pieces = [piece for _, piece in state.evidence_of(indicator)]
        for piece in pieces:
            try:
                self._attaching.copies(piece)
            except KnownError:
                continue

    def _raise_findings(self, one: AssessmentId, instrument: Instrument, visit: Visit) -> None:
        state = self._assessments.get(one)
        due = (visit.day + timedelta(days=60)).date().isoformat()
        raised = 0
        for indicator, answer in state.answers.items():
            option = chosen_option(instrument.indicators[indicator], answer)
            if (
                not isinstance(answer, Chosen)
                or option is None
                or Fraction(option.value) > 0
                or raised >= _FINDINGS
            ):
                continue
            raised += 1
            question = say(instrument.indicators[indicator].question)
            wanted = f"{question[0].lower()}{question[1:]}"
            empty = prefilled(instrument, indicator)
            finding = Finding(
                indicator=indicator,
                statement=f"{say(option.label)}: {say(option.descriptor)}",
                legal_reference=empty.legal_reference,
                improvement_suggestion=f"Penuhi dan tunjukkan buktinya: {wanted}.",
                responsible="Sekretaris",
                due=due,
            )
            self._findings.put(one, finding)


_FINDINGS = 6
_REASON = (
    "Tidak ada layanan jenis ini pada unit selama dua belas bulan terakhir (register layanan)."
)
_NOTES = (
    "Diperlihatkan oleh petugas loket 2; dokumen bertanggal dan ditandatangani kepala unit.",
    "Papan terbaca dari kursi tunggu; media elektronik diperiksa pukul 10.30 dan sama isinya.",
    "Dua dari tiga petugas yang ditanya dapat menjelaskan tanpa membuka dokumen.",
    "Nomor WhatsApp pengaduan dihubungi pukul 10.32 dan dijawab dalam empat menit.",
    "Dokumen masih rancangan; pengesahan dijanjikan bulan depan.",
)


def _signatures(unit: Unit, visit: Visit) -> tuple[Signature, ...]:
    head = Person(name=unit.head_name, nip=unit.head_nip, position=unit.head_position)
    return (
        Signature(role=AUDITOR, person=AUDITORS[0], strokes=photos.signature(AUDITORS[0].name)),
        Signature(
            role=UNIT_HEAD,
            person=head,
            strokes=() if visit.refused else photos.signature(head.name),
            refused_because=visit.refused,
        ),
    )


def _offices(institution: InstitutionId) -> tuple[Office, ...]:
    def day(year: int, month: int, date: int, hour: int) -> datetime:
        return datetime(year, month, date, hour, tzinfo=WIB)

    return (
        Office(
            unit=Unit(
                institution=institution,
                name="Dinas Kependudukan dan Pencatatan Sipil",
                address="Jalan Melati 12, Sumbermakmur",
                head_name="Dr. Siti Rahmawati, M.Si.",
                head_nip="19700305 199503 2 001",
                head_position="Kepala Dinas",
            ),
            product="Penerbitan Kartu Tanda Penduduk Elektronik",
            visits=(
                Visit(year=2023, day=day(2023, 8, 14, 9), quality=0.44),
                Visit(
                    year=2024,
                    day=day(2024, 8, 12, 9),
                    quality=0.82,
                    remark="Kami menerima hasil ini dan melengkapi media elektronik bulan ini.",
                ),
            ),
        ),
        Office(
            unit=Unit(
                institution=institution,
                name="Puskesmas Tirtomulyo",
                address="Jalan Raya Tirtomulyo 5, Sumbermakmur",
                head_name="drg. Hendra Gunawan",
                head_nip="19760918 200604 1 008",
                head_position="Kepala Puskesmas",
            ),
            product="Pelayanan rawat jalan",
            visits=(
                Visit(year=2023, day=day(2023, 8, 15, 9), quality=0.3),
                Visit(
                    year=2024,
                    day=day(2024, 8, 13, 9),
                    quality=0.56,
                    refused="Tidak sependapat dengan penilaian sarana bagi kelompok rentan.",
                    remark="Ram kursi roda sedang dibangun; mohon dinilai ulang setelah selesai.",
                ),
            ),
        ),
        Office(
            unit=Unit(
                institution=institution,
                name="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
                address="Mal Pelayanan Publik lantai 2, Jalan Kenanga 1, Sumbermakmur",
                head_name="Ir. Agus Setiawan, M.M.",
                head_nip="19680722 199402 1 003",
                head_position="Kepala Dinas",
            ),
            product="Izin usaha berbasis risiko",
            visits=(
                Visit(year=2023, day=day(2023, 8, 16, 9), quality=0.4),
                Visit(year=2024, day=day(2024, 8, 14, 9), quality=0.72, answered=0.5),
            ),
        ),
    )
