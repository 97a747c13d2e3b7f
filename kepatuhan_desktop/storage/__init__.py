"""Keep the journal, its projections and the evidence files; the only package that knows SQLite."""
