"""What tables.py says is what the migrations make."""

from __future__ import annotations

from pathlib import Path

from app.storage.tables import metadata
from tests.storage.laptops import Laptop


def test_every_table_has_the_columns_keys_and_indexes_that_the_code_names(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path, device="")
    for table in metadata.sorted_tables:
        made = laptop.rows(f"SELECT name, type, pk FROM pragma_table_info('{table.name}') ORDER BY cid")
        keys = [column.name for column in table.primary_key.columns]
        assert made == [
            (column.name, str(column.type), keys.index(column.name) + 1 if column.name in keys else 0)
            for column in table.columns
        ], table.name
        for index in table.indexes:
            columns = laptop.rows(f"SELECT name FROM pragma_index_info('{index.name}') ORDER BY seqno")
            assert columns == [(getattr(one, "name", None),) for one in index.expressions], index.name
            (told,) = laptop.rows(f"SELECT sql FROM sqlite_master WHERE name = '{index.name}'")
            terms = [str(getattr(one, "name", one)) for one in index.expressions]  # a computed one has no name
            assert f"({', '.join(terms)})" in str(told[0]), index.name
