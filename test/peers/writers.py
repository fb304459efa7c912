"""Writes small tables with DuckDB and polars for wardstick to read, reads those of wardstick with both, and prints what it saw as JSON.

python writers.py FOLDER: the folder has table.parquet and table.arrow; the files of DuckDB and polars are written there.
"""

import datetime
import decimal
import json
import sys

import duckdb
import polars as pl

folder = sys.argv[1]
day = datetime.date(2010, 3, 31)

connection = duckdb.connect()
connection.execute("""
    CREATE TABLE cells AS SELECT * FROM (VALUES
      (1::BIGINT, '01', 0.5::DOUBLE, DATE '2010-03-31', true, TIMESTAMP '2010-03-31 00:00:00', 1.10::DECIMAL(12, 2)),
      (9007199254740991::BIGINT, '02', -0.25::DOUBLE, DATE '1969-12-31', false, TIMESTAMP '1969-12-31 00:00:00', -0.70::DECIMAL(12, 2)),
      (NULL, NULL, NULL, NULL, NULL, NULL, NULL)) v(n, code, share, since, open, "at", spent)
""")
for name, options in {"duckdb": "", "duckdb-v2": ", PARQUET_VERSION v2", "duckdb-gzip": ", COMPRESSION gzip"}.items():
    connection.execute(f"COPY cells TO '{folder}/{name}.parquet' (FORMAT parquet{options})")
connection.execute(f"COPY (SELECT CASE WHEN i % 7 = 0 THEN NULL ELSE i END n, CASE WHEN i % 5 = 0 THEN NULL ELSE 'c' || (i % 40) END code FROM range(300000) r(i)) TO '{folder}/duckdb-long.parquet' (FORMAT parquet)")
connection.execute(f"COPY (SELECT 9007199254740993::BIGINT n) TO '{folder}/duckdb-large.parquet' (FORMAT parquet)")
connection.execute(f"COPY (SELECT TIMESTAMPTZ '2010-03-31 01:00:00+00' AS moment) TO '{folder}/duckdb-moment.parquet' (FORMAT parquet)")

frame = pl.DataFrame(
    {
        "n": [1, 2**53 - 1, None],
        "code": pl.Series(["01", "02", None], dtype=pl.Categorical),
        "kind": pl.Series(["a", "b", None], dtype=pl.Enum(["a", "b"])),
        "share": [0.5, -0.25, None],
        "since": [day, datetime.date(1969, 12, 31), None],
        "open": [True, False, None],
        "at": [datetime.datetime(2010, 3, 31), datetime.datetime(1969, 12, 31), None],
        "spent": [decimal.Decimal("1.10"), decimal.Decimal("-0.70"), None],
    }
)
frame.write_parquet(f"{folder}/polars.parquet", compression="snappy")
frame.write_ipc(f"{folder}/polars.arrow")
frame.write_ipc_stream(f"{folder}/polars.arrows")
pl.DataFrame({"at": frame["at"].dt.replace_time_zone("Europe/London")}).write_ipc(f"{folder}/polars-zone.arrow")


def seen(table):
    """The rows of a table, missing cells as null and days as texts."""
    return [[str(cell) if isinstance(cell, datetime.date) else cell for cell in row] for row in table]


print(
    json.dumps(
        {
            "duckdb": duckdb.__version__,
            "polars": pl.__version__,
            "duckdb from parquet": seen(connection.execute(f"SELECT * FROM '{folder}/table.parquet'").fetchall()),
            "polars from parquet": seen(pl.read_parquet(f"{folder}/table.parquet").rows()),
            "polars from arrow": seen(pl.read_ipc_stream(f"{folder}/table.arrow").rows()),
        }
    )
)
