"""The table `cluster`: where today's communes stand out together, worked out once when the snapshot is built."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

MEASURES = ("open_count", "overdue", "overdue_share", "over_180_share")
COLUMNS = ["level", "measure", "code", "value", "gi_z", "gi_p", "moran_i", "moran_p", "verdict"]
VALUES = Path(__file__).parent / "cluster_values.sql"


def fill(db: duckdb.DuckDBPyConnection) -> None:
    """Fill `cluster` for the communes that have a shape; without shapes it stays empty.

    Neighbours come from `boundary` (who touches whom, or the nearest label points on a schematic). Measures on the
    day of the data: matters open, overdue, overdue of those with a limit, older than 180 days of those open.
    """
    shapes = db.execute("select code, geojson, label_lon, label_lat, basis from boundary where level = 'commune'").df()
    if shapes.empty:
        return
    from data_loaders.geography import clusters

    values = db.execute(VALUES.read_text(encoding="utf-8")).df()
    near = clusters.neighbours(shapes)
    values = values[values["code"].isin(shapes["code"])]
    found = [_of(values, near, measure, clusters) for measure in MEASURES]
    frame = pd.concat(found, ignore_index=True).assign(level="commune")[COLUMNS]
    db.register("frame", frame)
    db.execute(f"insert into cluster select {', '.join(COLUMNS)} from frame")
    db.unregister("frame")


def _of(values: pd.DataFrame, near: pd.DataFrame, measure: str, clusters: object) -> pd.DataFrame:
    of_measure = values[["code"]].assign(value=values[measure])
    found = clusters.clusters(of_measure, near)  # type: ignore[attr-defined]
    return found.merge(of_measure, on="code").assign(measure=measure)
