"""Samples in, samples or bytes out: stretching, loudness, limiting, encoding. Needs numpy and PyAV."""
