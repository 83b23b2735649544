"""The accuracy table: every form and shape, read from end to end and compared with gold."""
