"""Codes that several screens show, in words: statuses, the way to the district, proposals, warnings, roles.

Each table is the only place that knows a code's words, so that one thing is called the same on every screen.
"""
