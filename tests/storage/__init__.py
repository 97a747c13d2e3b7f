"""Facts about the database, the journal and the vault, on real files."""
