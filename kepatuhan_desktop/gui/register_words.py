"""Put the versions of a unit, an institution or a product into words."""

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.ids import RecordId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.services.disputes import Dispute, Field, Version


def kind(record: RecordId) -> str:
    """What such a record is; empty for any that is not of the register."""
    translate = QCoreApplication.translate
    names = {
        Kind.INSTITUTION.value: translate("register", "Instansi"),
        Kind.UNIT.value: translate("register", "Unit layanan"),
        Kind.PRODUCT.value: translate("register", "Produk layanan"),
    }
    return names.get(record.partition(":")[0], "")


def icon(record: RecordId) -> str:
    """The picture of a kind."""
    names = {
        Kind.INSTITUTION.value: "landmark",
        Kind.UNIT.value: "building-2",
        Kind.PRODUCT.value: "file-text",
    }
    return names.get(record.partition(":")[0], "file")


def caption(record: RecordId, field: str) -> str:
    """What a field is called."""
    translate = QCoreApplication.translate
    names = {
        "name": {
            Kind.INSTITUTION.value: translate("register", "Nama instansi"),
            Kind.UNIT.value: translate("register", "Nama unit"),
        }.get(record.partition(":")[0], translate("register", "Nama produk")),
        "region": translate("register", "Wilayah"),
        "address": translate("register", "Alamat"),
        "head_name": translate("register", "Nama kepala unit"),
        "head_nip": translate("register", "NIP kepala unit"),
        "head_position": translate("register", "Jabatan kepala unit"),
        "institution": translate("register", "Instansi"),
        "unit": translate("register", "Unit layanan"),
    }
    return names.get(field, field)


def title(dispute: Dispute) -> str:
    """What the thing is called; by each of its names where that is what differs."""
    names = next(field.texts for field in dispute.fields if field.name == "name")
    return " / ".join(dict.fromkeys(names))


def said(dispute: Dispute, field: Field, version: Version) -> str:
    """What a version says in a field."""
    text = field.texts[dispute.versions.index(version)]
    return text or QCoreApplication.translate("register", "Kosong")


def agreed(dispute: Dispute) -> str:
    """What nobody disagrees about, in one line."""
    return " · ".join(
        f"{caption(dispute.record, field.name)}: {field.texts[0]}"
        for field in dispute.fields
        if not field.is_contested and field.texts[0] and field.name != "name"
    )


def value(dispute: Dispute, version: Version) -> str:
    """What a version says where they differ, in one line."""
    return "; ".join(
        f"{caption(dispute.record, field.name)}: {said(dispute, field, version)}"
        for field in dispute.contested
    )
