"""Compares what an engine wrote as Parquet with the rows of the command: types, values, counts by issue code.

    python compare.py rows.ndjson schema.arrows written.parquet [filled]

ClickHouse has neither lists nor objects that are null: with "filled", the expected ones are empty in their place.
"""

import collections
import json
import sys

import pyarrow as pa
import pyarrow.dataset as ds

rows_file, schema_file, written_file, *filled = sys.argv[1:]
schema = pa.ipc.open_stream(open(schema_file, "rb").read()).schema


def kind(type_):
    """A type without what engines are free to choose: names of list items, offsets of 64 bits, views, order."""
    if pa.types.is_struct(type_):
        return {field.name: kind(field.type) for field in type_}
    if pa.types.is_list(type_) or pa.types.is_large_list(type_):
        return [kind(type_.value_type)]
    if pa.types.is_string(type_) or pa.types.is_large_string(type_) or pa.types.is_string_view(type_):
        return "text"
    return str(type_)


def fill(type_, value):
    """A value in which lists and objects are empty rather than null."""
    if pa.types.is_struct(type_):
        return {field.name: fill(field.type, (value or {}).get(field.name)) for field in type_}
    if pa.types.is_list(type_):
        return [fill(type_.value_type, item) for item in value or []]
    return value


def codes(rows):
    return collections.Counter(issue["code"] for row in rows for issue in row["issues"])


expected = [json.loads(line) for line in open(rows_file, encoding="utf-8")]
if filled:
    expected = [fill(pa.struct(list(schema)), row) for row in expected]
table = ds.dataset(written_file, format="parquet", partitioning="hive").to_table()
types = {field.name: kind(field.type) for field in table.schema if field.name != "difficulty"}
assert types == {field.name: kind(field.type) for field in schema}, f"other types: {types}"
written = sorted(table.select(schema.names).to_pylist(), key=lambda row: row["id"])
assert len(written) == len(expected), f"{len(written)} rows of {len(expected)}"
assert codes(written) == codes(expected), f"other issues: {codes(written)}"
for ours, theirs in zip(sorted(expected, key=lambda row: row["id"]), written):
    assert ours == theirs, f"another row: {theirs['id']}"
print(f"{len(written)} rows and {sum(codes(written).values())} issues of {len(codes(written))} codes, all equal")
