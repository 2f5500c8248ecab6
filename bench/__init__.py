"""Side-by-side measurements against what a user would run otherwise: ./do bench NAME [--json] [--long]."""
