"""Spreadsheets in and out: XLSX and CSV as districts send them."""
