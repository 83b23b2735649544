"""From the bytes of a PDF to ruled grids with text, pages and boxes."""
