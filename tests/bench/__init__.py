"""Benchmarks: ratios against peers over the same files in the same process."""
