"""Tell an age recipient from any other text."""

_LONGEST = 70


def is_one(text: str) -> bool:
    """Whether `text` is an X25519 recipient of age, as age itself spells it."""
    import pyrage  # noqa: PLC0415 - not needed for the first window

    if len(text) > _LONGEST or not text.startswith("age1"):
        return False
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except (ValueError, pyrage.RecipientError):
        return False
