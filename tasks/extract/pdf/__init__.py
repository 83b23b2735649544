"""PDFs with a text layer: characters, and tables by the rules in the file or on the page."""
