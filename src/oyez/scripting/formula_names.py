"""What the signs of formulas are called: (English, German)."""

from __future__ import annotations

__all__ = ["FORMULA", "FUNCTIONS", "GREEK", "SIGNS", "SUBSCRIPTS", "SUPERSCRIPTS"]

GREEK = {
    "α": ("alpha", "Alpha"), "β": ("beta", "Beta"), "γ": ("gamma", "Gamma"), "δ": ("delta", "Delta"),
    "ε": ("epsilon", "Epsilon"), "ζ": ("zeta", "Zeta"), "η": ("eta", "Eta"), "θ": ("theta", "Theta"),
    "ι": ("iota", "Iota"), "κ": ("kappa", "Kappa"), "λ": ("lambda", "Lambda"), "μ": ("mu", "My"),
    "ν": ("nu", "Ny"), "ξ": ("xi", "Xi"), "ο": ("omicron", "Omikron"), "π": ("pi", "Pi"), "ρ": ("rho", "Rho"),
    "σ": ("sigma", "Sigma"), "ς": ("sigma", "Sigma"), "τ": ("tau", "Tau"), "υ": ("upsilon", "Ypsilon"),
    "φ": ("phi", "Phi"), "χ": ("chi", "Chi"), "ψ": ("psi", "Psi"), "ω": ("omega", "Omega"),
    "Γ": ("gamma", "Gamma"), "Δ": ("delta", "Delta"), "Θ": ("theta", "Theta"), "Λ": ("lambda", "Lambda"),
    "Ξ": ("xi", "Xi"), "Π": ("pi", "Pi"), "Σ": ("sigma", "Sigma"), "Φ": ("phi", "Phi"), "Ψ": ("psi", "Psi"),
    "Ω": ("omega", "Omega"), "ϕ": ("phi", "Phi"), "ϑ": ("theta", "Theta"), "ϵ": ("epsilon", "Epsilon"),
    "ħ": ("h bar", "h quer"), "ℏ": ("h bar", "h quer"),
}  # fmt: skip
SIGNS = {
    "=": ("equals", "gleich"), "≠": ("is not equal to", "ungleich"),
    "<": ("is less than", "kleiner als"), ">": ("is greater than", "größer als"),
    "≤": ("is at most", "höchstens"), "≥": ("is at least", "mindestens"),
    "≈": ("is approximately", "ungefähr"), "≡": ("is identical to", "identisch mit"),
    "∝": ("is proportional to", "proportional zu"), "+": ("plus", "plus"), "−": ("minus", "minus"),
    "-": ("minus", "minus"), "±": ("plus or minus", "plus minus"), "×": ("times", "mal"),
    "·": ("times", "mal"), "*": ("times", "mal"), "÷": ("divided by", "durch"), "/": ("over", "durch"),
    "√": ("the square root of", "Wurzel aus"), "∑": ("the sum of", "Summe von"),
    "∏": ("the product of", "Produkt von"), "∫": ("the integral of", "Integral von"),
    "∂": ("partial", "partiell"), "∇": ("nabla", "Nabla"), "∈": ("in", "Element von"),
    "∉": ("not in", "nicht Element von"), "∪": ("union", "vereinigt mit"),
    "∩": ("intersection", "geschnitten mit"), "⊂": ("is a subset of", "Teilmenge von"),
    "→": ("to", "nach"), "⇒": ("implies", "daraus folgt"), "⇔": ("if and only if", "genau dann wenn"),
    "∀": ("for all", "für alle"), "∃": ("there is", "es gibt"), "∞": ("infinity", "unendlich"),
    "%": ("percent", "Prozent"),
}  # fmt: skip
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ", "0123456789+-ni", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ₙᵢₖₓ", "0123456789nikx", strict=True))
FORMULA = {
    "en": {"formula": "formula", "of": "of", "squared": "squared", "cubed": "cubed",
           "power": "to the power of", "minus": "minus"},
    "de": {"formula": "Formel", "of": "von", "squared": "Quadrat", "cubed": "hoch drei", "power": "hoch",
           "minus": "minus"},
}  # fmt: skip
FUNCTIONS = {
    "en": {"sin": "sine", "cos": "cosine", "tan": "tangent", "ln": "natural log", "exp": "exponential",
           "lim": "limit", "max": "maximum", "min": "minimum"},
    "de": {"sin": "Sinus", "cos": "Kosinus", "tan": "Tangens", "log": "Logarithmus", "ln": "Logarithmus",
           "exp": "Exponentialfunktion", "lim": "Limes", "max": "Maximum", "min": "Minimum"},
}  # fmt: skip
