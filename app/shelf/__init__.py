"""The data in resources/, found, read and typed."""
