"""The second reader: which figures it is asked for, how it reads, what its answer means."""
