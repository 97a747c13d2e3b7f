"""What can be the matter with keys, trust, stamps and codes on paper."""

from kepatuhan_desktop.errors.kinds import KnownError


class PaperDamaged(KnownError):
    """The code on a page is ours, but a part of it was misread or changed."""

    code = "paper.damaged"
    exit_status = 58


class PaperForeign(KnownError):
    """A code of somebody else."""

    code = "paper.foreign"
    exit_status = 59


class PaperMissing(KnownError):
    """No code was found in a picture."""

    code = "paper.missing"
    exit_status = 60


class PaperNewer(KnownError):
    """A later version of the program made this code."""

    code = "paper.newer"
    exit_status = 61


class AuthorityMissing(KnownError):
    """A folder that holds no authority."""

    code = "authority.missing"
    exit_status = 3


class AuthorityExists(KnownError):
    """A folder that already holds an authority, which is never overwritten."""

    code = "authority.exists"
    exit_status = 4


class AuthorityDamaged(KnownError):
    """An authority's folder whose contents changed, or that is an older copy."""

    code = "authority.damaged"
    exit_status = 5


class AuthorityInUse(KnownError):
    """Another process holds the authority's folder."""

    code = "authority.in_use"
    exit_status = 6


class AuthorityRefused(KnownError):
    """The authority does not do that, for a reason that the sentence names."""

    code = "authority.refused"
    exit_status = 7


class AuthorityLocked(KnownError):
    """A passphrase that does not open the root keys of an authority."""

    code = "authority.locked"
    exit_status = 19


class TokenNotInstalled(KnownError):
    """The optional part of the program that speaks to tokens is not there."""

    code = "token.not_installed"
    exit_status = 8


class KeyNotUsable(KnownError):
    """A key or certificate that cannot sign, for a reason that the sentence names."""

    code = "key.unusable"
    exit_status = 9


class TrustDamaged(KnownError):
    """A trust file that does not hold what the format asks."""

    code = "trust.damaged"
    exit_status = 10


class TrustOlder(KnownError):
    """A trust file of a version that this device has already left behind."""

    code = "trust.older"
    exit_status = 11


class TrustForeign(KnownError):
    """A trust file of somebody else under a name that is known."""

    code = "trust.foreign"
    exit_status = 12


class RequestDamaged(KnownError):
    """A request for a certificate that does not hold what the format asks."""

    code = "request.damaged"
    exit_status = 13


class SecretWrong(KnownError):
    """A passphrase or PIN that does not open what it should."""

    code = "secret.wrong"
    exit_status = 14


class FingerprintUnconfirmed(KnownError):
    """Nobody has said yet that the fingerprint was compared, or it is another one."""

    code = "fingerprint.unconfirmed"
    exit_status = 18


class StampForeign(KnownError):
    """A returned file that does not contain the sealed one."""

    code = "stamp.foreign"
    exit_status = 15


class StampRefused(KnownError):
    """A returned file without a sound stamp, with more added, or with a self-issued one."""

    code = "stamp.refused"
    exit_status = 16


class NothingToVerify(KnownError):
    """A file that is neither a PDF nor a bundle nor a picture or text of a code."""

    code = "verify.unsupported"
    exit_status = 17
