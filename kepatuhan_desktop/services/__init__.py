"""The use-cases: one module per noun of the work, one method per use-case."""
