"""A narration as files: one module a format, found by entry points (group "oyez.exporters")."""
