"""Bytes: entries, payloads, hashes, seals, columns and packs, shared by disk and line."""
