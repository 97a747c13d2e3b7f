"""Install instruments and hand them out; an installed one never changes."""

from pathlib import Path

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.assessment import InstrumentPin
from kepatuhan_desktop.domain.ids import Digest, InstrumentId
from kepatuhan_desktop.domain.instrument import Instrument, instrument_record
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import PROFILE
from kepatuhan_desktop.errors import InstrumentTaken, InstrumentUnknown
from kepatuhan_desktop.services import bundled_instruments
from kepatuhan_desktop.services.bundled_instruments import version_key
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register


class Instruments:
    """The instruments of a workspace."""

    def __init__(self, journal: Journal, register: Register, pen: Pen) -> None:
        self._journal = journal
        self._register = register
        self._pen = pen

    def installed(self) -> list[InstrumentPin]:
        """What an assessment can be made with, by id and version."""
        return [
            InstrumentPin(id=one, version=version, digest=digest)
            for one, version, digest in self._register.instruments()
        ]

    def get(self, digest: Digest) -> Instrument:
        """An installed instrument; raises `InstrumentUnknown`."""
        found = self._journal.instrument(digest)
        if found is None:
            raise InstrumentUnknown(instrument=digest[:12])
        return found

    def unofficial(self) -> frozenset[str]:
        """Id and version of each instrument some of whose weights no source sets."""
        return frozenset(
            f"{pin.id} {pin.version}"
            for pin in self.installed()
            if self.get(pin.digest).has_unofficial_weights
        )

    def pin(self, one: InstrumentId) -> InstrumentPin:
        """The newest installed version of an instrument; raises `InstrumentUnknown`."""
        versions = [pin for pin in self.installed() if pin.id == one]
        if not versions:
            raise InstrumentUnknown(instrument=one)
        return max(versions, key=lambda pin: (version_key(pin.version), pin.digest))

    def is_installed(self, instrument: Instrument) -> bool:
        """Whether just this is there; raises `InstrumentTaken` where that id and version already
        name other contents.
        """
        there = {pin.digest for pin in self.installed() if _names(pin) == _names(instrument)}
        if there and instrument.digest not in there:
            raise InstrumentTaken(name=f"{instrument.id} {instrument.version}")
        return bool(there)

    def install(self, instrument: Instrument) -> Changes:
        """Add an instrument; adding the same one again changes nothing.

        Raises `InstrumentTaken`.
        """
        if self.is_installed(instrument):
            return Changes()
        return self._pen.write(
            Draft(
                kind=Kind.INSTRUMENT,
                record=instrument_record(instrument.id, instrument.version),
                slot=PROFILE,
                value=codec.plain(instrument),
            )
        )

    def install_file(self, path: Path) -> Changes:
        """Add the instrument of a file.

        Raises `InstrumentDamaged` with the first fault, and `InstrumentTaken`.
        """
        from kepatuhan_desktop.services import instrument_files  # noqa: PLC0415 - YAML and schema

        return self.install(instrument_files.read(path))

    def install_bundled(self) -> Changes:
        """Add the instruments that come with the program and are not yet there."""
        known = {(pin.id, pin.version) for pin in self.installed()}
        changes = Changes()
        for one, version, _ in bundled_instruments.bundled():
            if (one, version) not in known:
                changes = changes.union(
                    self.install(bundled_instruments.load_bundled(one, version))
                )
        return changes


def _names(one: InstrumentPin | Instrument) -> tuple[InstrumentId, str]:
    return one.id, one.version
