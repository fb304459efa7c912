"""Reads the Parquet, Arrow and CSV files of wardstick with pyarrow, writes a Parquet file for it, and prints what it saw as JSON.

python read.py FOLDER: the folder has table.parquet, table.arrow, table.csv and table.json; mixed.parquet is written there.
"""

import datetime
import json
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.ipc
import pyarrow.parquet as pq

folder = sys.argv[1]
TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32(), "boolean": pa.bool_()}


def summary(table):
    """Type, missing cells, and sum or first known cells of each column."""
    columns = {}
    for name in table.column_names:
        column = table[name].combine_chunks()
        known = column.drop_null()
        number = pa.types.is_integer(column.type) or pa.types.is_floating(column.type)
        columns[name] = {
            "type": str(column.type),
            "missing": column.null_count,
            "sum": pc.sum(known).as_py() if number else None,
            "first": [] if number else [str(cell) for cell in known[:3].to_pylist()],
            "distinct": len(pc.unique(known)),
        }
    return {"rows": table.num_rows, "columns": columns}


def read_csv():
    """The CSV file by the types and missing values of its descriptor."""
    with open(f"{folder}/table.json", encoding="utf-8") as file:
        schema = json.load(file)["schema"]
    types = {field["name"]: TYPES[field["type"]] for field in schema["fields"]}
    options = pyarrow.csv.ConvertOptions(column_types=types, null_values=schema["missingValues"], strings_can_be_null=True, quoted_strings_can_be_null=True)
    return pyarrow.csv.read_csv(f"{folder}/table.csv", convert_options=options, parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True))


def write_mixed():
    """A file of two row groups, with a dictionary, nulls, days, moments at midnight and small numbers, compressed by Snappy."""
    days = [datetime.date(2010, 3, 31), None, datetime.date(1969, 12, 31), datetime.date(2024, 2, 29)]
    table = pa.table(
        {
            "code": pa.array(["01", "007", None, "01"]).dictionary_encode(),
            "people": pa.array([2**53 - 1, None, -5, 0], pa.int64()),
            "small": pa.array([1, 2, None, -128], pa.int8()),
            "share": pa.array([0.1, None, -0.25, float("nan")], pa.float64()),
            "single": pa.array([0.5, None, 1.25, 2], pa.float32()),
            "since": pa.array(days, pa.date32()),
            "at": pa.array(days, pa.date32()).cast(pa.timestamp("us")),
            "open": pa.array([True, False, None, True]),
            "spent": pa.array([None if cell is None else __import__("decimal").Decimal(cell) for cell in ["0.70", "-1.10", None, "26179.00"]], pa.decimal128(12, 2)),
            "nothing": pa.nulls(4),
        }
    )
    for name, options in {
        "mixed": {},
        "mixed-gzip-v2": {"compression": "gzip", "data_page_version": "2.0"},
        "mixed-plain": {"compression": "none", "use_dictionary": False},
    }.items():
        pq.write_table(table, f"{folder}/{name}.parquet", row_group_size=2, **options)
    pq.write_table(table.select(["code"]), f"{folder}/zstd.parquet", compression="zstd")
    with pa.ipc.new_stream(f"{folder}/mixed.arrow", table.select(["code", "people", "share", "since", "open"]).schema) as writer:
        writer.write_table(table.select(["code", "people", "share", "since", "open"]))


write_mixed()
with pa.ipc.open_stream(f"{folder}/table.arrow") as reader:
    arrow = reader.read_all()
print(json.dumps({"version": pa.__version__, "parquet": summary(pq.read_table(f"{folder}/table.parquet")), "arrow": summary(arrow), "csv": summary(read_csv())}))
