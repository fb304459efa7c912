"""Executes notebooks in a real kernel: execute.py KERNEL FOLDER OUT NAME..."""
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

kernel, folder, out, *names = sys.argv[1:]
for name in names:
    notebook = nbformat.read(Path(folder) / name, as_version=4)
    client = NotebookClient(notebook, kernel_name=kernel, timeout=300, coalesce_streams=True, record_timing=False, resources={"metadata": {"path": folder}})
    try:
        client.execute()
    except CellExecutionError as error:
        streams = [output.text for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "stream" and output.name == "stderr"]
        print(f"{name}: {error}\n{''.join(streams)}", file=sys.stderr)
        sys.exit(1)
    nbformat.write(notebook, Path(out) / name)
