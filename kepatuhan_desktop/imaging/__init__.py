"""Recognise, check and copy evidence files; no Qt, no SQL, no network, nothing written to disk."""
