"""What a person sees of a document, and what is read of it: inputs and their judge."""
