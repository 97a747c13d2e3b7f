"""Facts about use-cases, on real storage."""
