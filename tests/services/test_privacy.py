"""Nothing that was written, attached or signed lies on the disk in plain sight."""

from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.domain.organisation import Product
from kepatuhan_desktop.services.findings import prefilled
from tests.builders import workspaces
from tests.builders.instruments import A1, A2, B1, small

MARKS = {
    "note": "RAHASIA-CATATAN",
    "reason": "RAHASIA-ALASAN",
    "remark": "RAHASIA-TANGGAPAN",
    "unit": "RAHASIA-UNIT",
    "product": "RAHASIA-PRODUK",
    "finding": "RAHASIA-TEMUAN",
    "file name": "RAHASIA-BERKAS",
    "caption": "RAHASIA-KETERANGAN",
    "evidence": "RAHASIA-BUKTI",
    "pdf": "RAHASIA-PDF",
}


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of a workspace in use, and again after it was closed."""
    home = tmp_path_factory.mktemp("private") / "home"
    with workspaces.opened(home) as services:
        unit = workspaces.an_office(services, MARKS["unit"])
        services.organisations.register_product(Product(unit=unit, name=MARKS["product"]))
        one = workspaces.filled(services, unit=unit)
        services.answering.note(one, A1, MARKS["note"])
        services.answering.exclude(one, A2, MARKS["reason"])
        services.answering.remark(one, MARKS["remark"])
        finding = msgspec.structs.replace(prefilled(small(), B1), statement=MARKS["finding"])
        services.findings.put(one, finding)
        photo = workspaces.a_photo() + MARKS["evidence"].encode()
        kept = services.attaching.keep(photo, f"{MARKS['file name']}.jpg")
        evidence, _ = services.attaching.attach(one, A1, kept, MARKS["caption"])
        services.attaching.copies(services.assessments.get(one).evidence[evidence])
        workspaces.sealed(services, one, b"%PDF-1.7 " + MARKS["pdf"].encode())
        # The database stays closed to us while it is open: reading it would drop its locks.
        found = everything(home / "evidence", home / "derived", home / "tmp")
    return found | everything(home)


def everything(*folders: Path) -> dict[str, bytes]:
    """The files below some folders."""
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in paths}


@pytest.mark.parametrize("what", MARKS)
def test_no_file_holds_it_in_plain_text(contents: dict[str, bytes], what: str) -> None:
    mark = MARKS[what]
    spellings = (mark.encode(), mark.encode("utf-16-le"), mark.lower().encode())
    guilty = [name for name, data in contents.items() if any(one in data for one in spellings)]
    assert guilty == []


@pytest.mark.parametrize("what", MARKS)
def test_no_file_is_named_after_it(contents: dict[str, bytes], what: str) -> None:
    assert [name for name in contents if MARKS[what] in name] == []


def test_something_was_looked_at(contents: dict[str, bytes]) -> None:
    kinds = {Path(name).suffix for name in contents}
    assert {".age", ".db", ".json", ".key"} <= kinds
    assert sum("derived" in name for name in contents) == 2
