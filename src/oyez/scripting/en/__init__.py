"""English speaking rules: tokens -> class rules -> words.

    tokens -> Line -> reading.read -> one Said for each token

`reading` asks the rules in order; each rule looks at one class of expressions (money, dates, units ...)
and answers for one or more tokens, or not at all. Rules are patterns and tables, never whole phrases.
"""
