"""What can be the matter with files that travel between devices."""

from kepatuhan_desktop.errors.kinds import KnownError


class BundleUnreadable(KnownError):
    """A file that is no bundle, or ends before it should."""

    code = "bundle.unreadable"
    exit_status = 24


class BundleNewer(KnownError):
    """A bundle that only a later version of the program can read."""

    code = "bundle.newer"
    exit_status = 25


class BundleNotForUs(KnownError):
    """A bundle that is encrypted to others."""

    code = "bundle.not_for_us"
    exit_status = 26


class BundleNeedsWorkspace(KnownError):
    """An encrypted bundle, and no workspace with the key for it."""

    code = "bundle.needs_workspace"
    exit_status = 23


class BundleDamaged(KnownError):
    """A bundle whose contents are not those that it declares."""

    code = "bundle.damaged"
    exit_status = 27


class BundleTooLarge(KnownError):
    """More bytes, files or entries than the program will take from others."""

    code = "bundle.too_large"
    exit_status = 28


class BundleUnsafe(KnownError):
    """A bundle that is made unlike any that the program writes."""

    code = "bundle.unsafe"
    exit_status = 29


class BundleSignatureWrong(KnownError):
    """A bundle without a signature, or whose signature does not match."""

    code = "bundle.signature"
    exit_status = 35


class BundleSenderUnknown(KnownError):
    """Nobody whom this device trusts vouches for the sender, or no longer."""

    code = "bundle.sender"
    exit_status = 36


class BundleChanged(KnownError):
    """The file is not the one that was looked at."""

    code = "bundle.changed"
    exit_status = 37


class RecipientsTooFew(KnownError):
    """Fewer recipients than an encrypted bundle needs, so that one lost key would lose it."""

    code = "bundle.recipients"
    exit_status = 89


class BundleNoSpace(KnownError):
    """The place that a bundle should be written to has too little room."""

    code = "bundle.no_space"
    exit_status = 38


class BundleCopyDiffers(KnownError):
    """What was read back is not what was written."""

    code = "bundle.copy_differs"
    exit_status = 39


class NotHeadquarters(KnownError):
    """Only a device that the authority enrolled as headquarters may do that."""

    code = "headquarters.only"
    exit_status = 48
