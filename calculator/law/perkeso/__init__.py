"""What several notices about PERKESO share: dated figures, sources, tables."""
