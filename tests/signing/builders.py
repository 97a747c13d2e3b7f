"""Headquarters, signers and small signed scorecards, as they are or as a forger wants them."""

import base64
import hashlib
import io
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal, record
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.domain.seal import Frame
from kepatuhan_desktop.domain.trust import Enrolled, RevocationReason, Role, Trust
from kepatuhan_desktop.domain.verdict import Verdict
from kepatuhan_desktop.imaging import page_text
from kepatuhan_desktop.signing import certificates, issuing, pades, paper, sources, trust_file
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.signing.sources import Source
from kepatuhan_desktop.signing.verification import examine
from kepatuhan_desktop.signing.witnessed import witness
from tests.builders import instruments, scorecards

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""When scorecards are signed."""
LATER = NOW + timedelta(days=3)
"""When they are looked at."""
AUDITOR, HEAD = scorecards.AUDITOR, scorecards.HEAD
COVERS = (EntryId("ab" * 32), EntryId("cd" * 32))
FRAMES = {
    pades.AUDITOR: Frame(page=0, x=60, y=90, width=150, height=60),
    pades.UNIT_HEAD: Frame(page=0, x=230, y=90, width=150, height=60),
    pades.STAMP: Frame(page=0, x=400, y=90, width=120, height=60),
}
Key = ec.EllipticCurvePrivateKey


def new_key() -> Key:
    """A P-256 key."""
    return ec.generate_private_key(ec.SECP256R1())


class Headquarters:
    """An authority with its root key at hand."""

    def __init__(self, name: str = "Inspektorat Sumbermakmur", at: datetime = NOW) -> None:
        self.name = name
        self.began = at - timedelta(days=200)
        self.key = new_key()
        self.roots = [certificates.load(issuing.make_root(self.key, name, self.began))]
        self.keys = [self.key]
        self.handovers: list[bytes] = []
        self.enrolled: list[Enrolled] = []
        self.revoked: dict[int, tuple[datetime, RevocationReason]] = {}

    @property
    def root(self) -> x509.Certificate:
        """The present root."""
        return self.roots[0]

    def enrol(
        self,
        key: Key,
        person: Person = AUDITOR,
        *,
        at: datetime | None = None,
        roles: tuple[Role, ...] = (Role.AUDITOR,),
    ) -> Source:
        """The key with a certificate of this authority; it may sign."""
        der = issuing.issue(self.root, self.key, person, key.public_key(), at or self.began)
        self.admit(der, person, roles)
        return sources.of_device(key, der, [certificates.dump(self.root)])

    def admit(
        self, der: bytes, person: Person = AUDITOR, roles: tuple[Role, ...] = (Role.AUDITOR,)
    ) -> None:
        """List a certificate."""
        self.enrolled.append(
            Enrolled(
                device=certificates.fingerprint_of(certificates.load(der)),
                name=person.name,
                nip=person.nip,
                roles=roles,
                certificate=certificates.encode(der),
            )
        )

    def revoke(
        self,
        source: Source,
        since: datetime,
        reason: RevocationReason = RevocationReason.KEY_STOLEN,
    ) -> None:
        """Take a certificate back."""
        serial = certificates.load(source.certificate).serial_number
        self.revoked[serial] = (since, reason)

    def replace_root(self, at: datetime = NOW) -> None:
        """A new root, vouched for by the old one."""
        new = new_key()
        root = certificates.load(issuing.make_root(new, self.name, at))
        self.handovers.insert(0, issuing.hand_over(self.root, self.key, root, at))
        self.roots.insert(0, root)
        self.keys.insert(0, new)
        self.key = new

    def lists(self, at: datetime = NOW) -> tuple[bytes, ...]:
        """The revocation lists of all roots."""
        rows = [(serial, since, reason) for serial, (since, reason) in self.revoked.items()]
        return tuple(
            issuing.revocation_list(root, key, rows, 1, at)
            for root, key in zip(self.roots, self.keys, strict=True)
        )

    def trust(self, at: datetime = NOW, *, version: int = 1, with_lists: bool = True) -> Trust:
        """What it says at a moment."""
        trust = Trust(
            authority=self.name,
            version=version,
            issued_at=at.isoformat(),
            roots=tuple(certificates.encode(certificates.dump(one)) for one in self.roots),
            handovers=tuple(certificates.encode(one) for one in self.handovers),
            revocations=tuple(certificates.encode(one) for one in self.lists(at))
            if with_lists
            else (),
            enrolled=tuple(self.enrolled),
            recipients=(),
        )
        return trust if not with_lists else trust_file.read(trust_file.write(trust, self.key))


def self_issued(key: Key | None = None, person: Person = AUDITOR, at: datetime = NOW) -> Source:
    """A key that vouches for itself."""
    key = key or new_key()
    return sources.of_device(key, issuing.self_issue(key, person, at))


def stamping(at: datetime = NOW) -> Source:
    """Whoever stamps: with a certificate of an authority that nobody here follows."""
    key = new_key()
    return sources.of_device(key, Headquarters("BSrE Contoh", at).enrol(key, HEAD).certificate)


def leaf(  # what no honest authority issues, so there is no door to it
    issuer: x509.Name,
    signing: Key,
    key: Key,
    *,
    person: Person = AUDITOR,
    since: datetime = NOW - timedelta(days=30),
    until: datetime = NOW + timedelta(days=300),
    binds: bool = True,
    is_authority: bool = False,
    purposes: tuple[x509.ObjectIdentifier, ...] = (),
) -> Source:
    """A certificate with any dates and usage."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(issuing.subject_of(person))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=binds,
                key_encipherment=not binds,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=is_authority,
                crl_sign=is_authority,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    made = builder.sign(signing, hashes.SHA256())
    return sources.of_device(key, made.public_bytes(serialization.Encoding.DER))


def card(number: int = 0, *, refused_because: str = "") -> Scorecard:
    """A sealed scorecard of five answers; every number gives another one."""
    made = scorecards.small(
        note=f"Catatan {number}", remark="Setuju." * (number % 3), refused_because=refused_because
    )
    return msgspec.structs.replace(
        made,
        assessment=f"{number:026d}",
        sealed_at=NOW.isoformat(timespec="milliseconds"),
        journal=journal.digest(COVERS),
    )


def drawn(
    of: Scorecard, short: str, *, score: str = "", category: str = "", pages_: int = 1
) -> bytes:
    """A page with number, category and the short code, as reports draw them."""
    assert isinstance(of.result.total, Score)
    zone = {"green": "hijau", "yellow": "kuning", "red": "merah"}[of.result.total.zone or ""]
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=True)
    canvas.setTitle("Kartu nilai")
    lines = [
        "KARTU NILAI KEPATUHAN",
        "NILAI AKHIR",
        f"{score or of.result.total.value.replace('.', ',')} dari 100",
        category or f"Kategori {of.result.total.category} · Zona {zone}",
        of.unit.name,
        of.assessment,
        short,
    ]
    for place, line in enumerate(lines):
        canvas.drawString(60, 760 - 24 * place, line)
    canvas.showPage()
    for page in range(1, pages_):
        canvas.drawString(60, 760, f"Lampiran {page}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """A scorecard on its way: everything that a forger may want to exchange."""

    card: Scorecard
    record: bytes
    instrument: bytes
    drawn: bytes
    auditor: Source
    head: Source | None
    at: datetime = NOW
    trust: Trust | None = None

    def certified(self) -> bytes:
        """With the auditor's signature alone."""
        return pades.certify(
            self.drawn,
            source=self.auditor,
            at=self.at,
            attachments={record.RECORD: self.record, record.INSTRUMENT: self.instrument},
            frames=FRAMES,
            strokes=scorecards.stroke(3),
            trust=self.trust,
            reason="Mengesahkan kartu nilai",
            location="Sumbermakmur",
            awaits_head=self.head is not None,
        )

    def signed(self) -> bytes:
        """With both signatures, where the head gave one."""
        pdf = self.certified()
        if self.head is None:
            return pdf
        return pades.countersign(
            pdf,
            source=self.head,
            at=self.at + timedelta(minutes=2),
            strokes=scorecards.stroke(7),
            location="Sumbermakmur",
        )


def making(
    auditor: Source,
    *,
    number: int = 0,
    head: Source | None = None,
    refused_because: str = "",
    at: datetime = NOW,
    trust: Trust | None = None,
    score: str = "",
    pages_: int = 1,
    changes: Mapping[str, object] | None = None,
) -> Making:
    """A scorecard by `auditor`, with the head's one-time key unless refused."""
    made = card(number, refused_because=refused_because)
    witnessed = None if refused_because else head or witness(HEAD, at)
    named = {"auditor": Digest(hashlib.sha256(auditor.certificate).hexdigest())}
    if witnessed is not None:
        named["unit_head"] = Digest(hashlib.sha256(witnessed.certificate).hexdigest())
    composed = record.compose(
        made,
        amends=None,
        covers=COVERS,
        device=certificates.fingerprint_of(certificates.load(auditor.certificate)),
        certificates=named,
    )
    if changes:
        composed = codec.canonical({**codec.loads(composed), **changes})
    digest = hashlib.sha256(composed).hexdigest()
    return Making(
        card=made,
        record=composed,
        instrument=codec.canonical(made.instrument),
        drawn=drawn(made, paper.short(digest), score=score, pages_=pages_),
        auditor=auditor,
        head=witnessed,
        at=at,
        trust=trust,
    )


def headquarters() -> Headquarters:
    """One authority, which enrolled `auditor`, for tests that change nothing in it."""
    return _founded()[0]


def auditor() -> Source:
    """The auditor whom `headquarters` enrolled."""
    return _founded()[1]


@cache
def _founded() -> tuple[Headquarters, Source]:
    # In one step: a test must find the same authority whichever test ran before it.
    made = Headquarters()
    return made, made.enrol(new_key())


@cache
def honest() -> bytes:
    """A scorecard by `auditor`, countersigned; with the revocation list of the day."""
    return making(auditor(), trust=headquarters().trust()).signed()


def known_instruments() -> dict[tuple[str, str], Digest]:
    """The instrument of all these scorecards."""
    one: Instrument = instruments.small()
    return {(one.id, one.version): one.digest}


def knowing(
    *trusts: Trust,
    now: datetime = LATER,
    floor: datetime = NOW - timedelta(days=300),
    seen: Mapping[str, datetime] | None = None,
) -> Knowledge:
    """What a device knows that follows these authorities."""
    return Knowledge(
        now=now,
        floor=floor,
        trusts=trusts,
        seen=seen or {},
        instruments=known_instruments(),
        page=page_text.first_page,
    )


def verdict(data: bytes, *trusts: Trust, **knowledge: object) -> Verdict:
    """The verdict of such a device."""
    return examine(data, knowing(*(trusts or (headquarters().trust(),)), **knowledge))  # type: ignore[arg-type]  # handed through


def codes(found: Verdict) -> dict[str, tuple[str, str, str, str]]:
    """The four codes of each signer."""
    return {
        one.role: (one.unchanged.code, one.who.code, one.trusted.code, one.when.code)
        for one in found.signers
    }


def fingerprint(source: Source) -> DeviceId:
    """Of the key that signs."""
    return certificates.fingerprint_of(certificates.load(source.certificate))


def text(der: bytes) -> str:
    """DER as PEM, for OpenSSL."""
    body = base64.encodebytes(der).decode("ascii")
    return f"-----BEGIN CERTIFICATE-----\n{body}-----END CERTIFICATE-----\n"
