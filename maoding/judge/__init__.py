"""Judge: what does it mean? Pure functions from tables to tables, one question a file."""
