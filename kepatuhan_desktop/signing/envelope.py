"""What a signature says beside what it signs, which may be said in one way only.

A CMS signature (RFC 5652) covers its attributes, and they name its certificate. The rest of
it, such as the names of its algorithms and of its signer, is covered by nothing: a reader that
takes it as it comes lets somebody change a signed file and calls it unchanged. So that rest is
written anew from what is covered, and must come out the same, byte for byte.
"""

from collections.abc import Iterable

from asn1crypto import cms, core

from kepatuhan_desktop.signing import certificates
from kepatuhan_desktop.signing.cms import is_named


def is_strict(whole: bytes) -> bool:
    """Whether every byte of `whole`, a CMS in DER with one signer, is as it must be.

    That the signature itself holds is checked elsewhere. What an authority that is not known
    says of itself in a chain without its root cannot be checked at all. Bytes that are no such
    CMS raise what asn1crypto raises.
    """
    signed = cms.ContentInfo.load(whole, strict=True)["content"]
    (signer,) = signed["signer_infos"]
    bag = [one.chosen for one in signed["certificates"]]
    named = [one for one in bag if is_named(signer, one)]
    if len(named) != 1 or not all(map(_is_plain, _algorithms(signed, signer))):
        return False
    return _written(signed, signer, named[0]) == whole and _is_chain(named[0].dump(), bag)


def _algorithms(signed: cms.SignedData, signer: cms.SignerInfo) -> Iterable[core.Sequence]:
    yield from signed["digest_algorithms"]
    yield signer["digest_algorithm"]
    yield signer["signature_algorithm"]


def _is_plain(algorithm: core.Sequence) -> bool:
    """Whether its parameters are left out, NULL, or written as they are meant."""
    parameters = algorithm["parameters"].native
    written = [type(algorithm)({"algorithm": algorithm["algorithm"], "parameters": parameters})]
    if parameters is None:
        written.append(
            type(algorithm)({"algorithm": algorithm["algorithm"], "parameters": core.Null()})
        )
    return algorithm.dump() in [one.dump() for one in written]


def _written(signed: cms.SignedData, signer: cms.SignerInfo, certificate: cms.Certificate) -> bytes:
    """The signature as it is written by the standard, from its covered parts and its certificates.

    Without unsigned attributes and lists: nobody whose signature this is adds any.
    """
    name = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    sid = cms.SignerIdentifier("issuer_and_serial_number", cms.IssuerAndSerialNumber(name))
    info = cms.SignerInfo(
        {
            "version": "v1",
            "sid": sid,
            "digest_algorithm": signer["digest_algorithm"],
            "signed_attrs": signer["signed_attrs"],
            "signature_algorithm": signer["signature_algorithm"],
            "signature": signer["signature"],
        }
    )
    (digest,) = signed["digest_algorithms"]
    if digest["algorithm"].native != signer["digest_algorithm"]["algorithm"].native:
        return b""
    anew = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [digest],
            "encap_content_info": {"content_type": "data"},
            "certificates": signed["certificates"],
            "signer_infos": [info],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": anew}).dump())


def _is_chain(leaf: bytes, bag: Iterable[cms.Certificate]) -> bool:
    """Whether each certificate but the signer's vouches for another one that is there."""
    ders = [one.dump() for one in bag]
    held = [certificates.load(der) for der in ders]
    return len(set(ders)) == len(ders) and all(
        any(certificates.is_issued_by(other, one) for other in held if other is not one)
        and (one.issuer != one.subject or certificates.is_issued_by(one, one))
        for der, one in zip(ders, held, strict=True)
        if der != leaf
    )
