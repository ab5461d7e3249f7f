"""The one place where screen, disk and line meet: who works with whom."""
