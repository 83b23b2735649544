"""From grids to the form: which form, which rows and columns, which figure stands where."""
