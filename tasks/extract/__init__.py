"""From the bytes of a document to grids of cells: their text, and where each stands."""
