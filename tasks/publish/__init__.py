"""From checked reports to a release: Parquet, manifest, atomic switch, verification."""
