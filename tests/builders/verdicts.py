"""Verdicts of every grade, as they are shown to people."""

from kepatuhan_desktop.domain.verdict import Printed, SignerVerdict, Statement, Verdict, say

RECORD = "3a1c9f0e77b2d41c" * 4
AUDITOR, NIP = "Ratna Wulandari, S.H.", "19880412 201503 2 004"
HEAD = "Drs. Hadi Santoso, M.Si."
AUTHORITY = "Ombudsman RI Perwakilan Jawa Timur"


def printed(**changes: object) -> Printed:
    """What a usual scorecard says about itself."""
    fields: dict[str, object] = {
        "assessment": "7d3kq9xw2m5n8r4t6v0b1c3f5h",
        "revision": 1,
        "institution": "Pemerintah Kota Sumbermakmur",
        "unit": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "product": "Persetujuan Bangunan Gedung",
        "period": "2026",
        "instrument": "uu25-14 2024.1",
        "score": "88.26",
        "category": "A",
        "zone": "green",
        "sealed_at": "2026-11-18T14:05:11.204+07:00",
        "place": "Sumbermakmur",
    }
    return Printed(**(fields | changes))  # type: ignore[arg-type]  # any field


def auditor(**changes: Statement) -> SignerVerdict:
    """The auditor's signature, in order unless a statement is changed."""
    statements = {
        "unchanged": say("unchanged.extended", later="KepalaUnit"),
        "who": say("who.enrolled", name=AUDITOR, nip=NIP, issuer=AUTHORITY),
        "trusted": say("trusted.ok", authority=AUTHORITY, as_of="2026-11-20"),
        "when": say("when.ok", claimed="2026-11-18T14:05:11+07:00", received="2026-11-19"),
    }
    return _signer("auditor", statements | changes)


def head(**changes: Statement) -> SignerVerdict:
    """The countersignature."""
    statements = {
        "unchanged": say("unchanged.ok"),
        "who": say("who.witnessed", name=HEAD, nip="19690817 199403 1 006"),
        "trusted": say("trusted.witnessed"),
        "when": say("when.ok", claimed="2026-11-18T14:05:12+07:00", received="2026-11-19"),
    }
    return _signer("unit_head", statements | changes)


def _signer(role: str, said: dict[str, Statement]) -> SignerVerdict:
    return SignerVerdict(
        role=role,
        unchanged=said["unchanged"],
        who=said["who"],
        trusted=said["trusted"],
        when=said["when"],
    )


def good() -> Verdict:
    """Everything in order."""
    return Verdict(
        source="pdf",
        signers=(auditor(), head()),
        score=say("score.ok", score="88.26", category="A"),
        printed=printed(),
        notes=(say("note.uncertified"),),
        digest="9f" * 32,
        record=RECORD,
    )


def doubtful() -> Verdict:
    """An auditor whom nobody here knows, with a clock that is off."""
    signer = auditor(
        who=say("who.self_issued", name=AUDITOR, nip=NIP),
        trusted=say("trusted.nobody", device="4f21 9ac0 77be 1d02 5b8e 6a13 90cd e7f4"),
        when=say("when.clock", claimed="2021-01-01T00:00:00+07:00", bound="2026-11-23"),
    )
    return Verdict(
        source="pdf",
        signers=(signer, head()),
        score=say("score.ok", score="74.10", category="C"),
        printed=printed(score="74.10", category="C", zone="yellow"),
        notes=(
            say("note.amended", revision="2"),
            say("note.withdrawn", name=HEAD, reason="Salah berkas"),
        ),
        digest="9f" * 32,
        record=RECORD,
    )


def bad() -> Verdict:
    """A page that was replaced after signing."""
    signer = auditor(
        unchanged=say("unchanged.page", detail="content"),
        trusted=say("trusted.revoked", authority=AUTHORITY, since="2026-10-01"),
    )
    return Verdict(
        source="pdf",
        signers=(signer, head(unchanged=say("unchanged.page", detail="content"))),
        score=say("score.differs", printed="98.26", reckoned="48.26"),
        printed=printed(score="98.26"),
        notes=(say("note.drawn_differs"),),
        digest="9f" * 32,
        record=RECORD,
    )


def unknown() -> Verdict:
    """A code on paper whose key nobody here knows."""
    signer = SignerVerdict(
        role="auditor",
        unchanged=say("unchanged.unchecked"),
        who=say("who.device", device="4f21 9ac0 77be 1d02"),
        trusted=say("trusted.not_checked"),
        when=say("when.unproven", claimed="2026-11-18"),
    )
    return Verdict(
        source="paper",
        signers=(signer,),
        score=say("score.not_reckoned"),
        printed=printed(
            institution="",
            unit="",
            product="",
            period="",
            instrument="",
            place="",
            sealed_at="2026-11-18",
            zone=None,
        ),
        record=RECORD[:32],
    )


def unsigned() -> Verdict:
    """A PDF of somebody else."""
    return Verdict(
        source="pdf",
        signers=(),
        score=say("score.record_missing"),
        printed=None,
        notes=(say("note.unsigned"),),
    )


def with_long_names() -> Verdict:
    """Names that need several lines."""
    long = "Kantor Bersama Sistem Administrasi Manunggal Satu Atap dan Unit Pelayanan Terpadu "
    signer = auditor(
        who=say(
            "who.enrolled",
            name="Prof. Dr. Ir. Raden Mas Haryo Suryokusumo Wirahadikusumah, S.H., M.Hum., Ph.D.",
            nip=NIP,
            issuer=AUTHORITY,
        )
    )
    return Verdict(
        source="pdf",
        signers=(signer, head()),
        score=say("score.ok", score="100.00", category="A"),
        printed=printed(unit=long * 2, institution=long, score="100.00"),
        record=RECORD,
    )
