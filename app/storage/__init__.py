"""The encrypted vault: keys, database, journal, projections, photos."""
