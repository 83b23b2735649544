"""The stages of the job, one room each: collect, extract, reshape, validate, publish, review."""
