"""Programs of our own that do native work, spoken to over pipes: no fork, no pickle, none left behind."""
