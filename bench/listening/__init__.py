"""What bench/page.py measures, one file a question. Each .js beside is one function that runs in the page."""
