"""Balai: the village's desk for checking the social-assistance list, with or without a line."""

__version__ = "0.1.0"
