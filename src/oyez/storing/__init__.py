"""The only room with the disk: clips and encoded files by key, sources read, results written whole."""
