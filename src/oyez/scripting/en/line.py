"""What a rule sees, and what it answers: see `oyez.scripting.line`, the same for every language."""

from __future__ import annotations

from oyez.scripting.line import Line, Reading, Rule, Said, bare, is_name

__all__ = ["Line", "Reading", "Rule", "Said", "bare", "is_name"]
