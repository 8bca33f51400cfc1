"""Text: strings in, positions and pieces out. Knows nothing of reports, corpora or themes."""
