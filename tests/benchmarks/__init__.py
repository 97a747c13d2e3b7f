"""Measurements beside their limits; not tests."""
