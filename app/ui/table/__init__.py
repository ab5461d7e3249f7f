"""The table of rows: windows of rows fetched off the UI thread, painted in two lines."""

from app.ui.shown import EMPTY, PAGE, Cell, TableColumn, TableRow, Window
from app.ui.table.rolling import Rolling
from app.ui.table.view import RowTable

__all__ = ["EMPTY", "PAGE", "Cell", "Rolling", "RowTable", "TableColumn", "TableRow", "Window"]
