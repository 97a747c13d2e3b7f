"""Frozen values and pure functions: no Qt, no SQL, no clock, no files."""
