"""Bundles: what is written, what is read, what is refused."""
