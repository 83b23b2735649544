"""Pages that are pictures: made upright, their rules found, their cells recognised."""
