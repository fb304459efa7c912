"""The access, stock and turnover of sites by ward and year, as an analyst would measure them with pandas.

Reads what test/bench/panel/histories.mjs wrote: distances that are found, and what each site is on each day. Prints the
seconds since START, then writes the figures: for each kind and measure by case (rule, least, most), ward and year.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

folder = Path(sys.argv[1])
about = json.loads((folder / "about.json").read_text())
RULE, LEAST, MOST = range(3)
WARDS, YEARS, DISTANCES = about["wards"], about["years"], about["distances"]
LSOAS = len(np.fromfile(folder / "lsoas.people", "f8"))


def read(name, columns):
    return pd.DataFrame({column: np.fromfile(folder / f"{name}.{column}", kind) for column, kind in columns.items()})


homes = read("lsoas", {"people": "f8", "ward": "i4"})
people = homes.groupby("ward")["people"].sum().reindex(range(WARDS)).to_numpy()


def farthest_or_nearest(near, case):
    """One distance for each site of unknown place: the farthest that it can be, or the nearest."""
    loose = near[near["loose"]]
    by_site = loose.groupby(["lsoa", "site"]).agg(
        metres=("metres", "max" if case == LEAST else "min"),
        met=("metres", "size"),
        stands=("stands", "first"),
        units=("units", "first"),
        water=("water", "first"),
    )
    if case == LEAST:
        by_site = by_site[by_site["met"] == by_site["stands"]]
    return pd.concat([near[~near["loose"]], by_site.reset_index()])


def by_ward(frame):
    """Means over residents: of rows by LSOA, by ward."""
    weighted = frame.mul(homes["people"], axis=0)
    return weighted.groupby(homes["ward"]).sum().reindex(range(WARDS)).div(people, axis=0)


def access(pairs, open_sites, case):
    near = pairs.merge(open_sites, on="place")
    if case != RULE:
        shift = near["within"] if case == LEAST else -near["within"]
        near["metres"] = (near["metres"] + shift).clip(lower=0)
        near = farthest_or_nearest(near, case)
    near["sites"] = 1
    reached = {}
    for km, metres in DISTANCES.items():
        sums = near[near["metres"] <= metres].groupby("lsoa")[["sites", "units", "water"]].sum()
        sums = sums.reindex(range(LSOAS), fill_value=0)
        sums["share"] = (sums["sites"] > 0) * 100.0
        reached.update({f"{of}-{km}": sums[of] for of in ["share", "sites", "units", "water"]})
    nearest = near.groupby("lsoa")["metres"].min().reindex(range(LSOAS))
    frame = by_ward(pd.DataFrame({**reached, "mean-distance": nearest / 1000}))
    return {name: frame[name].to_numpy() for name in frame}


def stock(open_sites, wards, case):
    """Open sites by ward; least: those that can lie in one ward alone, most: in each in which they may lie."""
    if case == RULE:
        likeliest = open_sites.merge(wards[wards["likeliest"] == 1], on="place")
        sums = likeliest.assign(sites=1).groupby("ward")[["sites", "units", "water"]].sum()
        sums = sums.reindex(range(WARDS), fill_value=0)
        return {f"{of}-open": sums[of].to_numpy() for of in ["sites", "units", "water"]}
    held = open_sites.merge(wards, on="place", how="left").fillna({"ward": -1})
    held = held[["site", "ward"]].drop_duplicates()
    if case == LEAST:
        held = held[held.groupby("site")["ward"].transform("size") == 1]
    return {"sites-open": held.groupby("ward").size().reindex(range(WARDS), fill_value=0).to_numpy()}


def turnover(changes):
    """Closings and openings by ward and year: after the first day of a year, up to the first of the next."""
    edges = np.array(about["edges"])
    changes = changes.assign(year=np.searchsorted(edges, changes["day"], side="left") - 1)
    changes = changes[changes["year"].between(0, YEARS - 1) & (changes["ward"] >= 0)]
    counts = changes.groupby(["opened", "ward", "year"]).size()
    table = np.zeros((2, WARDS, YEARS))
    opened, ward, year = (counts.index.get_level_values(level) for level in range(3))
    table[opened, ward, year] = counts
    return {"closings-gross": table[0], "opened": table[1]}


def measured(kind):
    pairs = read(f"{kind}.pairs", {"lsoa": "i4", "place": "i4", "metres": "f8"})
    places = read(f"{kind}.places", {"within": "f8", "loose": "i1"})
    places["loose"] = places["loose"] == 1
    pairs = pairs.merge(places, left_on="place", right_index=True)
    wards = read(f"{kind}.wards", {"place": "i4", "ward": "i4", "likeliest": "i1"})
    columns = {"year": "i4", "case": "i4", "site": "i4", "place": "i4", "stands": "i4", "units": "f8", "water": "f8"}
    states = read(f"{kind}.states", columns)
    figures = {}
    for (year, case), open_sites in states.groupby(["year", "case"]):
        open_sites = open_sites.drop(columns=["year", "case"])
        found = {**access(pairs, open_sites, case), **stock(open_sites, wards, case)}
        for name, values in found.items():
            figures.setdefault(name, np.full((3, WARDS, YEARS), np.nan))[case, :, year] = values
    changes = read(f"{kind}.changes", {"day": "i4", "ward": "i4", "opened": "i1"})
    figures.update({name: table[np.newaxis] for name, table in turnover(changes).items()})
    return figures


results = {kind: measured(kind) for kind in about["kinds"]}
seconds = time.time() - float(os.environ["START"])
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
for kind, figures in results.items():
    for name, table in figures.items():
        table.astype("f8").tofile(folder / f"peer.{kind}.{name}")
print(json.dumps({"seconds": seconds, "megabytes": megabytes}))
