"""Show the assessments and ask the auditor; the only part that knows Qt."""
