"""Pictures of headquarters for `gui.pictures`: plans, and bundles of an auditor it knows."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.gui.dialogs.file_review import FileReviewDialog
from kepatuhan_desktop.gui.dialogs.visit_plan import VisitPlanDialog
from kepatuhan_desktop.gui.exchange_pictures import bundle, visited
from kepatuhan_desktop.services import authorities
from kepatuhan_desktop.services.planning import Wish

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.main_window import MainWindow

Shot = tuple[str, QWidget]

_REGISTERS = {
    "rencana-unit-berkas": "instansi;unit;alamat;kepala;produk\n"
    "Kota Contoh;Puskesmas Tirtomulyo;Jalan Melati 4;dr. Rina Wati;Rawat jalan\n"
    "Kota Contoh;Puskesmas Tirtomulyo;;;Imunisasi\n"
    "Kota Contoh;Dinas Sosial;Jalan Merdeka 12;;\n",
    "rencana-unit-salah": "instansi;unit;alamat\n;Dinas Sosial;Jalan Merdeka 12\n"
    "Kota Contoh;;Jalan Melati 4\nKota Contoh;Dinas Sosial;Jalan 1; lantai 2\n",
}
"""Registers of units, by the names of their pictures."""
_ROLES = {"Drs. Bambang Wijaya": Role.HEADQUARTERS, "Siti Aminah, S.H., M.Si.": Role.AUDITOR}


def tour(window: "MainWindow") -> Iterator[Shot]:
    """No plans yet, the dialog that makes one, plans on their way, and what the field sent."""
    with tempfile.TemporaryDirectory() as folder:
        office, auditor = _enrolled(Path(folder), window.services)
        _learn(office, window.services)
        with visited(window, office) as other:
            other.side.show_exchange()
            page = other.side.exchange()
            page.show_plans()
            yield "rencana-kosong", other
            for name, text in _REGISTERS.items():
                file = Path(folder, f"{name}.csv")
                file.write_text(text, "utf-8")
                page.plans().open_units(str(file))
                *_, review = other.findChildren(FileReviewDialog)
                yield name, review
                review.reject()
            dialog = VisitPlanDialog(office, office.travels.colleagues(), parent=other)
            dialog.open()
            yield "rencana-baru", dialog
            dialog.reject()
            page.plans().changed.emit(_plan(office, auditor))
            page.plans().enter()
            yield "rencana", other
            rows = window.services.assessments.rows()
            sent = [bundle(window.services, row.id, Path(folder, row.id)) for row in rows]
            page.open_files([str(path) for path in sent])
            yield "pertukaran-semua", other


def _enrolled(folder: Path, shown: Services) -> tuple[Services, DeviceId]:
    """Headquarters, and the device of an auditor; one authority vouches for them and `shown`."""
    opened = []
    with authorities.create(
        folder / "authority", "Inspektorat Kota Contoh", "kuda baterai lampu senja", _now()
    ) as authority:
        for number, (name, role) in enumerate(_ROLES.items()):
            services = open_services(folder / str(number))
            services.settings.change(auditor_name=name)
            authority.enrol(services.identities.request(), (role,), _now())
            opened.append(services)
        authority.enrol(shown.identities.request(), (Role.AUDITOR,), _now())
        published = authority.publish(_now())
    office, field = opened
    office.identities.adopt(office.identities.examine(published))
    device = field.device
    field.close()
    return office, device


def _learn(office: Services, of: Services) -> None:
    """Headquarters knows the units that the shown workspace knows."""
    for institution, named in of.organisations.institutions():
        here, _ = office.organisations.register_institution(named)
        for _, unit in of.organisations.units(institution):
            office.organisations.register_unit(msgspec.structs.replace(unit, institution=here))


def _plan(office: Services, auditor: DeviceId) -> Changes:
    changes = Changes()
    for number, place in enumerate(office.organisations.places()):
        wish = Wish(
            period="2027",
            instrument=office.instruments.installed()[0],
            day=(_now().date() + timedelta(days=1 + number)).isoformat(),
            device=auditor,
            note="Bawa formulir dan surat tugas; temui petugas loket 3.",
        )
        _, made = office.planning.plan([(place.unit_id, None)], wish)
        changes = changes.union(made)
    return changes


def _now() -> datetime:
    return datetime.now(UTC)
