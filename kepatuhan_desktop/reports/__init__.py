"""Print scorecards as PDF: layout and words, nothing about where the facts come from."""
