"""The values that pass from stage to stage. Frozen, without behaviour beyond arithmetic on themselves."""
