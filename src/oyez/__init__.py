"""Oyez turns an article page into a clean article and reads it aloud."""
