"""German speaking rules: tokens -> class rules -> words.

    tokens -> Line -> reading.read -> one Said for each token

German inflects what it counts: `inflection` finds the ending of an ordinal by the word before it and the
noun behind it ("am 3. Mai": am dritten), `nouns` guesses the noun's gender by its ending. Number words are
made here: unicode-rbnf says the same ones, but takes 0.12 s to load and 0.6 ms a number.
"""
