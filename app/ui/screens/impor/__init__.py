"""Impor: a list comes in: which file, what its columns are, what came of it. Part of first start and settings."""
