"""An authority in a folder, files from it and for it, and a key file of one's own."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.services import authorities
from kepatuhan_desktop.services.authorities import Authority
from tests.builders import authorities as made
from tests.builders.clock import START

NAME = "Inspektorat Kota Uji"
PASSPHRASE = made.PASSPHRASE
SECRET = "rahasia berkas"
LONG = (
    "Drs. Raden Mas Haryo Kusumodiningrat Wiryawan Prawirodirdjo Sastronegoro, S.H., M.Hum., Ph.D."
)


def founded(folder: Path, now: datetime = START) -> Authority:
    """A fresh authority in `folder`; close it."""
    return authorities.create(folder, NAME, PASSPHRASE, now)


def enrolling(
    folder: Path, services: Services, *, revoked: bool = False, now: datetime = START
) -> bytes:
    """A trust file of an authority in `folder` that enrolled this workspace."""
    with founded(folder, now) as authority:
        authority.enrol(services.identities.request(), (Role.AUDITOR,), now)
        if revoked:
            authority.revoke(DeviceId(services.device), RevocationReason.KEY_STOLEN, now)
        return authority.publish(now)


def request_files(folder: Path, people: Sequence[str]) -> list[str]:
    """A request file for each name, each from another device."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, name in enumerate(people):
        person = Person(name=name, nip=f"{198001012005012000 + number}", position="Auditor")
        path = folder / f"{number}.permohonan"
        path.write_bytes(made.request_bytes(person, f"key {number}", START))
        paths.append(str(path))
    return paths


def key_file(path: Path, now: datetime = START) -> Path:
    """A PKCS#12 file that `SECRET` opens."""
    leaf = x509.load_der_x509_certificate(made.certificate(at=now))
    encryption = serialization.BestAvailableEncryption(SECRET.encode())
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"siti", made.key(), leaf, None, encryption)
    )
    return path
