"""Shortened words and what they stand for: by their place, and those of several letters ("z. B.")."""

from __future__ import annotations

__all__ = ["BEFORE_FIGURE", "BEFORE_NAME", "BEHIND_FIGURE", "DOTTED", "LAWS", "PHRASES", "UNDOTTED"]

# Said in full wherever a full stop stands behind.
DOTTED = {
    "Az": "Aktenzeichen", "med": "med", "phil": "phil", "jur": "jur", "habil": "habil", "theol": "theol",
    "bzw": "beziehungsweise", "usw": "und so weiter", "usf": "und so fort", "etc": "et cetera",
    "ca": "circa", "evtl": "eventuell", "ggf": "gegebenenfalls", "ggfs": "gegebenenfalls",
    "inkl": "inklusive", "incl": "inklusive", "exkl": "exklusive", "zzgl": "zuzüglich", "abzgl": "abzüglich",
    "max": "maximal", "mind": "mindestens", "vgl": "vergleiche", "sog": "sogenannte",
    "bspw": "beispielsweise", "allg": "allgemein", "bes": "besonders", "bzgl": "bezüglich",
    "ehem": "ehemalige", "gem": "gemäß", "insb": "insbesondere", "insbes": "insbesondere",
    "einschl": "einschließlich", "entspr": "entsprechend", "urspr": "ursprünglich", "versch": "verschiedene",
    "vorauss": "voraussichtlich", "wg": "wegen", "zw": "zwischen", "zzt": "zurzeit", "zit": "zitiert",
    "Tel": "Telefon", "Hbf": "Hauptbahnhof", "Bf": "Bahnhof", "Anm": "Anmerkung", "Red": "Redaktion",
    "Hrsg": "Herausgeber", "hrsg": "herausgegeben", "Verf": "Verfasser", "Vors": "Vorsitzende",
    "stellv": "stellvertretende", "stv": "stellvertretende", "dt": "deutsche", "engl": "englische",
    "frz": "französische", "ital": "italienische", "russ": "russische", "lat": "lateinisch",
    "griech": "griechische", "kath": "katholische", "evang": "evangelische", "verh": "verheiratet",
    "gest": "gestorben", "Mwst": "Mehrwertsteuer", "MwSt": "Mehrwertsteuer", "Jh": "Jahrhundert",
    "Jhdt": "Jahrhundert", "Jhd": "Jahrhundert", "vs": "gegen", "Fa": "Firma", "Fam": "Familie",
    "Abt": "Abteilung", "Bhf": "Bahnhof", "Reg": "Regierung", "Verw": "Verwaltung", "zus": "zusammen",
    "ungef": "ungefähr", "tägl": "täglich", "jährl": "jährlich", "mtl": "monatlich", "monatl": "monatlich",
    "gegr": "gegründet", "gen": "genannt", "Einw": "Einwohner", "Ew": "Einwohner", "Stk": "Stück",
    "Vorst": "Vorstand", "Ltg": "Leitung", "Min": "Minuten", "Sek": "Sekunden", "Std": "Stunden",
    "Mio": "Millionen", "Mrd": "Milliarden", "Bio": "Billionen", "Mill": "Millionen", "Tsd": "tausend",
    "Pkt": "Punkte", "Dipl": "Diplom", "Mag": "Magister", "resp": "respektive", "lt": "laut", "u": "und",
    "min": "mindestens", "jun": "junior", "jr": "junior", "Jr": "junior", "sen": "senior", "Sr": "senior",
}  # fmt: skip

DOTTED |= {short.capitalize(): said for short, said in DOTTED.items() if len(short) > 1 and short.islower()}

# Before a name.
BEFORE_NAME = {
    "Dr": "Doktor", "Dres": "Doktores", "Prof": "Professor", "Hr": "Herr", "Hrn": "Herrn", "Fr": "Frau",
    "Frl": "Fräulein", "St": "Sankt", "Hl": "heilige", "hl": "heilige", "Ing": "Ingenieur", "Gen": "General",
    "Oberstlt": "Oberstleutnant", "Hptm": "Hauptmann", "Lt": "Leutnant", "Pfr": "Pfarrer",
    "Präs": "Präsident", "geb": "geborene", "Bgm": "Bürgermeister", "Mr": "Mister", "Mrs": "Missis",
    "Ms": "Miss", "v": "von",
}  # fmt: skip
BEFORE_FIGURE = {
    "Nr": "Nummer", "Nrn": "Nummern", "S": "Seite", "Bd": "Band", "Art": "Artikel", "Abs": "Absatz",
    "Kap": "Kapitel", "Abb": "Abbildung", "Tab": "Tabelle", "Ziff": "Ziffer", "Rn": "Randnummer",
    "Az": "Aktenzeichen", "Aufl": "Auflage", "Jg": "Jahrgang", "Anl": "Anlage", "geb": "geboren",
    "lit": "Buchstabe", "Lit": "Buchstabe", "Kl": "Klasse", "Str": "Straße", "Hs": "Halbsatz",
    "Alt": "Alternative", "Tz": "Textziffer", "Prot": "Protokoll", "Bl": "Blatt", "Rdnr": "Randnummer",
}  # fmt: skip
"""Before a figure; "S" becomes the plural before a range."""

BEHIND_FIGURE = {"f": "folgende", "ff": "folgende", "Aufl": "Auflage", "St": "Stück", "Kl": "Klasse"}

UNDOTTED = {"vs": "gegen", "Nr": "Nummer", "Mio": "Millionen", "Mrd": "Milliarden", "MwSt": "Mehrwertsteuer"}
"""Also without a full stop."""

# Codes of law, said in full behind the section they belong to.
LAWS = {
    "GG": "Grundgesetz", "StGB": "Strafgesetzbuch", "StPO": "Strafprozessordnung",
    "ZPO": "Zivilprozessordnung", "AufenthG": "Aufenthaltsgesetz", "AsylG": "Asylgesetz",
    "BetrVG": "Betriebsverfassungsgesetz", "IfSG": "Infektionsschutzgesetz", "UrhG": "Urheberrechtsgesetz",
}  # fmt: skip

_PHRASES = {
    "z B": "zum Beispiel", "d h": "das heißt", "u a": "unter anderem", "u a m": "und anderes mehr",
    "u Ä": "und Ähnliches", "u ä": "und ähnliches", "o Ä": "oder Ähnliches", "o ä": "oder ähnliches",
    "i d R": "in der Regel", "v a": "vor allem", "u v m": "und vieles mehr", "u v a": "und viele andere",
    "u v a m": "und vieles andere mehr", "s o": "siehe oben", "s u": "siehe unten", "u U": "unter Umständen",
    "z T": "zum Teil", "e V": "E V", "e G": "E G", "v Chr": "vor Christus", "n Chr": "nach Christus",
    "v u Z": "vor unserer Zeitrechnung", "n u Z": "nach unserer Zeitrechnung", "i A": "im Auftrag",
    "i V": "in Vertretung", "a D": "außer Dienst", "i R": "im Ruhestand", "z Zt": "zur Zeit",
    "z Z": "zur Zeit", "m E": "meines Erachtens", "u s w": "und so weiter", "a M": "am Main",
    "a d": "an der", "v l": "von links", "v r": "von rechts", "v l n r": "von links nach rechts",
    "v r n l": "von rechts nach links", "d J": "dieses Jahres", "d Ä": "der Ältere", "z Hd": "zu Händen",
    "u d T": "unter dem Titel", "p a": "pro Jahr", "i H v": "in Höhe von", "o g": "oben genannte",
    "m a W": "mit anderen Worten", "n V": "nach Verlängerung", "i E": "im Elfmeterschießen",
    "n E": "nach Elfmeterschießen", "k o": "K O", "K o": "K O", "k O": "K O", "h c": "honoris causa",
    "i S d": "im Sinne des", "i V m": "in Verbindung mit", "a a O": "am angegebenen Ort",
    "i Br": "im Breisgau", "d Red": "der Redaktion", "u z": "und zwar", "v H": "vom Hundert",
    "b w": "bitte wenden", "i Tr": "in der Trockenmasse", "n n": "nomen nominandum", "N N": "N N",
    "a Rh": "am Rhein", "b a w": "bis auf Weiteres", "ü M": "über Meer", "ü NN": "über Normalnull",
    "i B": "im Breisgau", "o J": "ohne Jahr", "o O": "ohne Ort", "r k": "römisch katholisch",
    "a G": "auf Gegenseitigkeit", "z Bsp": "zum Beispiel", "a n g": "anderweitig nicht genannt",
    "rer nat": "rerum naturalium", "i L": "in Liquidation",
}  # fmt: skip
PHRASES: dict[tuple[str, ...], str] = {tuple(short.split()): said for short, said in _PHRASES.items()}
PHRASES |= {
    (letters[0].upper(), *letters[1:]): said
    for letters, said in tuple(PHRASES.items())
    if letters[0] in "zdusvim"
}
"""Letters that stand for words, each with its full stop."""
