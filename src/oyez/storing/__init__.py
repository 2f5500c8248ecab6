"""The disk: clips and encoded files by key, sources read, results written whole; and what memory keeps."""
