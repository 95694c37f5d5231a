"""How tables are written to files."""

from enum import StrEnum


class FileFormat(StrEnum):
    """How a table is written."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
