"""Say whose key this device signs with, and whom it trusts; take in what headquarters sends."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Clock
from kepatuhan_desktop.domain import people
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.journal import Draft
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.errors import BugError, InputInvalid, KeyNotUsable, TrustForeign
from kepatuhan_desktop.services import adoptions
from kepatuhan_desktop.services.adoptions import Held
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.settings import FILE, SettingsFile, SignsWith
from kepatuhan_desktop.signing import certificates, request_file, sources, trust_file
from kepatuhan_desktop.signing.sources import Source
from kepatuhan_desktop.storage.files import explained
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.keyslots import Keys


class IdentityStatus(msgspec.Struct, frozen=True, kw_only=True):
    """Who signs at this device, and who vouches for that."""

    name: str
    """As the certificate says it; as the settings do while there is none."""
    nip: str
    position: str
    device: DeviceId
    fingerprint: tuple[str, ...]
    """Eight groups of four, for two people to compare."""
    is_registered: bool
    """Whether an authority that this device trusts vouches for the certificate, today."""
    authority: str | None
    roles: tuple[str, ...]
    valid_from: str | None
    """ISO 8601; None while there is no certificate."""
    valid_until: str | None
    is_expired: bool
    is_revoked: bool
    trust_version: int | None
    """Of the authority that vouches, or else of the one that was adopted last."""
    revocations_from: str | None
    """Since when that authority's list of revoked certificates stands, ISO 8601."""
    revocations_until: str | None
    """When the next list was promised."""
    is_list_old: bool
    """Whether that day has passed: later revocations are unknown here."""
    source: SignsWith
    """Which key signs the PDF."""
    source_name: str
    """Name of the PKCS#12 file or label of the token; empty for the device."""


class TrustPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What adopting a trust file would mean."""

    authority: str
    authority_id: DeviceId
    fingerprint: tuple[str, ...]
    """The present root's; where `is_first`, a person compares it before `adopt`."""
    version: int
    known_version: int | None
    """The version that this device has; None at the first time."""
    issued_at: str
    is_first: bool
    is_news: bool
    """Whether it is not what this device has already."""
    replaces_root: bool
    gives_me_certificate: bool
    revokes_me: bool
    people: int
    """Devices with a certificate that was not revoked."""
    revoked: int
    """Certificates that were revoked."""
    recipients: int
    revocations_until: str | None
    text: str
    """The file."""


class Identities:
    """The identity of one workspace.

    Everything is for the journal's thread but `signer`, which uses what that thread saw last.
    """

    def __init__(
        self,
        journal: Journal,
        keys: Keys,
        settings: SettingsFile,
        pen: Pen,
        clock: Clock,
        person: Callable[[], Person],
    ) -> None:
        self._journal = journal
        self._keys = keys
        self._settings = settings
        self._pen = pen
        self._clock = clock
        self._person = person
        self._seen: tuple[int, Held] | None = None
        self._checked: tuple[bytes, Trust] | None = None

    def status(self) -> IdentityStatus:
        """Who signs here."""
        held, now = self._held(), self._clock.now()
        facts, latest = held.facts, held.latest
        person, settings = self._person(), self._settings.current
        is_vouched_for = (
            held.voucher is not None
            and held.revoked is None
            and facts is not None
            and facts.is_valid_at(now)
        )
        return IdentityStatus(
            name=facts.name if facts else person.name,
            nip=facts.nip if facts else person.nip,
            position=facts.position if facts else person.position,
            device=self._keys.device,
            fingerprint=certificates.groups(self._keys.device),
            is_registered=is_vouched_for,
            authority=held.voucher.authority if held.voucher else None,
            roles=held.enrolled.roles if held.enrolled and is_vouched_for else (),
            valid_from=facts.valid_from.isoformat() if facts else None,
            valid_until=facts.valid_until.isoformat() if facts else None,
            is_expired=facts is not None and now > facts.valid_until,
            is_revoked=held.revoked is not None,
            trust_version=latest.version if latest else None,
            revocations_from=held.fresh[0].isoformat() if held.fresh else None,
            revocations_until=held.fresh[1].isoformat() if held.fresh else None,
            is_list_old=held.fresh is not None and now > held.fresh[1],
            source=settings.signs_with,
            source_name=self._source_name(),
        )

    def trust(self) -> tuple[Trust, ...]:
        """What this device has adopted, one version an authority, the latest adoption last."""
        return tuple(self._held().trusts.values())

    def certificate(self) -> bytes | None:
        """The device's present certificate, DER; None before `ensure`."""
        return self._held().certificate

    def device_key(self) -> ec.EllipticCurvePrivateKey:
        """The device's private key; raises `KeysMissing`."""
        return self._keys.device_key()

    def ensure(self) -> Changes:
        """Have a certificate that fits the present auditor and moment.

        One of an authority where there is one, otherwise one that nobody vouches for. A
        revoked device keeps its revoked one.
        """
        draft = self._better_certificate(self._held())
        return self._written(draft) if draft else Changes()

    def request(self) -> bytes:
        """A request for a certificate, for headquarters; raises `InputInvalid` without a name."""
        person = self._person()
        known = Person(
            name=" ".join(person.name.split()),
            nip=" ".join(person.nip.split()),
            position=" ".join(person.position.split()),
        )
        if not certificates.fitting(known.name) or not certificates.is_line(known.name):
            raise InputInvalid(field="auditor")
        return request_file.write(
            self.device_key(), known, str(self._keys.recipient()), self._pen.now()
        )

    def check(self, data: bytes) -> bytes:
        """Check a trust file by itself, so that `examine` and `adopt` are quick; for the worker.

        A thousand people take most of a second. Gives `data`; raises `TrustDamaged`.
        """
        trust_file.living(self._read(data))
        return data

    def examine(self, data: bytes) -> TrustPlan:
        """What adopting a trust file would mean; changes nothing.

        Raises `TrustDamaged`, `TrustOlder`, `TrustForeign`.
        """
        trust = self._read(data)
        held, authority = self._held(), trust_file.identify(trust)
        known = held.trusts.get(authority)
        if known is None:
            taken = {people.spoken(one.authority) for one in held.trusts.values()}
            if people.spoken(trust.authority) in taken:
                mark = " ".join(trust_file.fingerprint(trust))
                raise TrustForeign(authority=trust.authority, fingerprint=mark)
        is_news = known is None or trust_file.follow(known, trust)
        mine = adoptions.standing(trust, self._keys.device)
        before = adoptions.standing(known, self._keys.device) if known else None
        fresh = trust_file.freshness(trust)
        return TrustPlan(
            authority=trust.authority,
            authority_id=authority,
            fingerprint=trust_file.fingerprint(trust),
            version=trust.version,
            known_version=known.version if known else None,
            issued_at=trust.issued_at,
            is_first=known is None,
            is_news=is_news,
            replaces_root=known is not None and known.roots[0] != trust.roots[0],
            gives_me_certificate=mine is not None and mine[1] is None and mine != before,
            revokes_me=mine is not None and mine[1] is not None and mine != before,
            people=len(trust_file.living(trust)),
            revoked=len(trust_file.revoked(trust)),
            recipients=len(trust.recipients),
            revocations_until=fresh[1].isoformat() if fresh else None,
            text=data.decode("ascii"),
        )

    def adopt(self, plan: TrustPlan) -> Changes:
        """Trust what the plan shows; a person has looked at it.

        What is known already changes nothing. Raises what `examine` raises, because the
        device may have gone on since.
        """
        now = self.examine(plan.text.encode("ascii"))
        held = self._held()
        if not now.is_news:
            return self.ensure()
        trust = self._read(plan.text.encode("ascii"))
        key = self.device_key()
        trusts = {one: known for one, known in held.trusts.items() if one != now.authority_id}
        trusts[now.authority_id] = trust
        draft = adoptions.adoption(self._journal, trust, plan.text, key)
        better = self._better_certificate(
            adoptions.judge(held.certificate, trusts, self._keys.device)
        )
        return self._written(*((draft, better) if better else (draft,)))

    def use_device(self) -> None:
        """Sign with this device's key from now on; raises `WorkspaceReadOnly` and its kin."""
        self._choose("device")

    def use_pkcs12(self, path: Path, secret: str | None = None) -> None:
        """Sign the PDF with a PKCS#12 file from now on; given its passphrase, that is tried.

        Raises `KeyNotUsable`, `SecretWrong`. The passphrase is not kept.
        """
        path = path.expanduser().absolute()
        data = read_key_file(path)
        sources.examine_pkcs12(data, name=path.name)
        if secret is not None:
            sources.open_pkcs12(data, secret, name=path.name, at=self._clock.now()).close()
        self._choose("pkcs12", key_file=str(path))

    def use_token(self, module: Path, label: str, secret: str | None = None) -> None:
        """Sign the PDF with a token from now on; given its PIN, that is tried.

        Raises `TokenNotInstalled`, `KeyNotUsable`, `SecretWrong`. The PIN is not kept.
        """
        from kepatuhan_desktop.signing import tokens  # noqa: PLC0415 - an optional extra

        module = module.expanduser().absolute()
        tokens.examine(module, label)
        if secret is not None:
            tokens.open_token(module, label, secret, at=self._clock.now()).close()
        self._choose("token", token_module=str(module), token_label=label)

    def signer(self, secret: str = "") -> Source:
        """The key that signs the PDF, opened; for the worker, after `ensure`.

        Raises `KeyNotUsable`, `SecretWrong`, `TokenNotInstalled`, `KeysMissing`.
        """
        settings, now = self._settings.current, self._clock.now()
        if settings.signs_with == "pkcs12":
            path = Path(settings.key_file)
            return sources.open_pkcs12(read_key_file(path), secret, name=path.name, at=now)
        if settings.signs_with == "token":
            from kepatuhan_desktop.signing import tokens  # noqa: PLC0415 - an optional extra

            return tokens.open_token(
                Path(settings.token_module), settings.token_label, secret, at=now
            )
        held = self._seen[1] if self._seen else None
        if held is None or held.certificate is None or held.facts is None:
            raise BugError("nobody asked for a certificate before signing")
        name = held.facts.name
        if held.revoked is not None:
            raise KeyNotUsable(name=name, reason="revoked")
        chain = trust_file.chain(held.voucher, held.certificate) if held.voucher else ()
        return sources.of_device(self.device_key(), held.certificate, chain)

    def _read(self, data: bytes) -> Trust:
        checked = self._checked
        if checked is None or checked[0] != data:
            checked = self._checked = (data, trust_file.read(data))
        return checked[1]

    def _held(self) -> Held:
        mark = self._journal.surroundings
        if self._seen is None or self._seen[0] != mark:
            self._seen = (mark, adoptions.read(self._journal, self._keys.device_public()))
        return self._seen[1]

    def _written(self, *drafts: Draft) -> Changes:
        changes = self._pen.write(*drafts)
        # For `signer`, which may run on the worker and must not read the journal there.
        self._held()
        return changes

    def _better_certificate(self, held: Held) -> Draft | None:
        return adoptions.better_certificate(
            self._journal, held, self._person(), self.device_key, self._clock.now()
        )

    def _source_name(self) -> str:
        settings = self._settings.current
        if settings.signs_with == "pkcs12":
            return Path(settings.key_file).name
        return settings.token_label if settings.signs_with == "token" else ""

    def _choose(self, source: SignsWith, **fields: str) -> None:
        with explained(Path(FILE)):
            self._settings.change(signs_with=source, **fields)


def read_key_file(path: Path) -> bytes:
    """A PKCS#12 file; raises `KeyNotUsable` where it cannot be read."""
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to know.
            return file.read(sources.LARGEST_FILE + 1)
    except OSError as error:
        raise KeyNotUsable(name=path.name, reason="missing") from error
