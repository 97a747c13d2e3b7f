"""Signatures, certificates and trust."""
