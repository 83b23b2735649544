"""The tests, mirroring the rooms they test; `press` prints the reports they read."""
