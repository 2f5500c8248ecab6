"""Documents, most of them written by the program itself: ./do docs."""
