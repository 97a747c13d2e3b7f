"""Whole tours through the real window."""
