"""Words in capitals: said letter by letter, or as a word."""

from __future__ import annotations

import re

from oyez.scripting.line import Line, Reading, Said

__all__ = ["letters", "read_acronym", "read_initials", "said_acronym"]

_CAPITALS = re.compile(r"([A-Z]{2,})(s)?")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z](s)?|[A-Z]\.")
_BASQUE = frozenset("Basque Basques separatist separatists Spain Spanish Madrid Bilbao ceasefire".split())
_AMPERSAND = re.compile(r"([A-Z]{1,3})[&＆]([A-Z]{1,3})(s?)")

WORDS = frozenset(
    """NATO NASA UNESCO UNICEF AIDS OPEC FIFA UEFA ISIS ISIL BRICS BRIC SARS MERS COVID ASEAN NAFTA COP
    DACA SWAT SEAL SEALS NASDAQ DAX SCOTUS POTUS FLOTUS GIF RAM ROM PIN SIM NOAA FEMA OSHA FARC ICE
    DOGE AUKUS QUAD APEC ECOWAS MERCOSUR SALT THAAD HIMARS JAXA WADA MAGA NIMBY SNAP PISA DARPA NORAD
    TASS TARP CERN GATT LIBOR EBITDA HIPAA SCUBA RADAR SONAR LASER PAC PACS SPAC RICO DREAM CARES IKEA
    LEGO VISA BAFTA EGOT OFSTED OFCOM OFGEM OFWAT NICE SAGE COBRA DEFRA ACAS INTERPOL EUROPOL AWACS
    ANZAC ANZUS SCADA GAVI UNAIDS UNRWA UNIFIL FRONTEX SWIFT CAPTCHA LOL MENSA NASCAR FEMEN HAMAS FATAH
    PEMEX SETI ALMA CRISPR LIDAR LAN WAN MIDI MOMA SOAS RADA TED BAME WAG WAGS YIMBY NEET NEETS DINK
    SMART STEM STEAM START MOOC SOPA PIPA CISPA GIGO BASIC COBOL FORTRAN ASCII PUMA FIAT SAAB ALDI LIDL
    OXFAM MIND SCOPE CAFOD SENCO BUPA AVIVA GUAM PETA ACORN CAIR MADD RINO DINO WASP ROTC TEFL TOEFL DOS
    TIFF HUD DEFCON JET BIMSTEC SAARC COMECON SEATO CENTO OAPEC AMISOM MINUSMA MONUSCO COVAX BRAC
    CARICOM EFTA EURATOM ESMA EIOPA LOCOG SAG AFTRA ISA ISAS REIT REITS SOFR LIV CAC INEC CITES FIDE
    SIPRI AFCON UNGA
    UNCTAD TIPS ISRO ZANU COSATU AMLO SADC CONCACAF CONMEBOL ECOFIN GAAP TEPCO COSCO SABIC ADNOC ARAMCO MASH
    FOMO YOLO NORML UNMISS BREXIT AMBER SAM SAMS ORCA NIFTY SENSEX MAX KOSPI TOPIX ZIP""".split()
)
LETTERS = frozenset(
    """US UK UN EU USA UAE USSR AI IT WHO HIV LGBT LGBTQ LGBTQI CEO CFO COO CTO GDP IMF WTO IOC ICC ICJ BBC
    CNN ITV ABC CBS NBC NHS CIA FBI NSA IRA IRS EPA FDA CDC DNA RNA OECD IAEA UNHCR USDA USMCA AARP AFL
    CIO PLO PKK PLA GOP DUP SNP LSE NYSE OPCW ETF IPO ESG SEC USAF HSBC AAA AFP UPI UAW EIA CIO VIP ATM
    FAA NBA NFL MLB NHL MLS UFC USB GPS TV DVD CCTV FM AM PM HIV ADHD PTSD IVF MRI IED ICBM IDF ISI KGB
    FSB GRU MI ANC BJP AKP SPD CDU CSU AFD FDP OAS IAAF EBU ECB ECHR ESA HMRC DWP MOD RNLI RSPCA RSPB
    NSPCC TUC CBI RMT ASLEF UCL UCLA MIT LAPD NYPD ACLU NRA IEA IATA ICAO IPCC UNDP UNFCCC UNEP USPS UAV
    UFO IOU URL HTML RIP OAP AGM EGM ISBN IUCN EDF ENI BAE BP GE GM GSK IBM UBS BMW VW AMD HBO AOL SMS
    LED LCD PDF OMG USO ICAC YMCA YWCA UIDAI AIIB ITUC ETUC CATL HKEX ASML TSMC SABC UNSC UNFPA ESPN
    VAR ODI IPL EPL
    ACT UCI ACCC HSE ICU PPE PCR LNG LPG OCBC UOB DBS KCNA NHK KBS PTI ANI RTE SBS IPO AAIB NTSB EBRD
    FOMC USGS OBE MBE
    CBE DSO UPS MRNA EEA EFL RFU IRB IAS IPS AIADMK HSI""".split()
)
_IRREGULAR = {
    "USAID": "U S aid",
    "NAACP": "N double A C P",
    "NCAA": "N C double A",
    "AAA": "triple A",
    "JPEG": "jay peg",
    "MPEG": "em peg",
    "FTSE": "footsie",
    "CDROM": "C D rom",
    "OK": "OK",
    "IEEE": "I triple E",
    "WWI": "World War one",
    "WWII": "World War two",
    "CPAC": "C pac",
    "DCCC": "D triple C",
    "ACCC": "A triple C",
    "AAAS": "triple A S",
    "IAAF": "I double A F",
}
# Common words set in capitals for stress; those of two or three letters look like initials.
_STRESSED = frozenset(
    """THE AND NOT BUT FOR YOU ALL ANY CAN HAD HER WAS ONE OUR OUT DAY GET HAS HIM HIS HOW MAN NEW NOW OLD
    SEE TWO WAY BOY DID ITS LET PUT SAY SHE TOO USE NO YES SO IS IF IN ON TO OF AT BY WE HE MY BE DO GO
    UP OR AN AS ME AM ARE WILL VERY NEVER EVER ONLY THAT THIS THEN WITH FROM MUST HAVE BEEN WERE ALSO
    JUST MORE MOST MUCH SOME THEY WHAT WHEN WHY WIN END TOP BIG BAD RUN LIVE NEWS READ ALSO STOP WANT
    FREE HELP LOVE HATE OH MAY FIRST NEXT LAST GOD WAR SEX RED OWN SET FEW OFF BACK ASK LIE PAY TAX
    BAN CUT HIT KEY LAW LOW ADD AGO AIR ART BIT BOX BUS BUY CAR CRY DEAD DIE DOG EAT EYE FAR FUN GUN GUY
    JOB KID MEN MOM DAD SON TRY YET""".split()
) - {"AM", "IT", "US", "WHO"}
_US_AS_PRONOUN = frozenset(
    "LET TELL GIVE HELP JOIN OF FOR WITH TO ASK SHOW TRUST BELIEVE TEACH LEAVE ALL".split()
)

_WORDS_TOO = frozenset({"US", "IT", "WHO", "AM", "LED"})  # in a line of capitals more often the word

_VOWELS = frozenset("AEIOUY")
_FOREIGN_ONSETS = frozenset("BH DH KH SZ TS VL ZH".split())  # of names: KHAN, TSAI, ZHOU
_ONSETS = re.compile(
    r"(?:[BCDFGHJKLMNPQRSTVWXZ]|B[LR]|C[HLR]|D[RW]|F[LR]|G[LRNH]|KN|PH|P[LRS]|QU|RH|S[CHKLMNPQTW]|SC[HR]|SHR|SP[LR]|STR|T[HRW]|THR"
    r"|W[HR])?[AEIOUY]"
)
_TOO_MANY = re.compile(r"[^AEIOUY]{4}|[AEIOU]{4}|([^ELOSRTPNDMBFCG])\1")
_CODAS = re.compile(
    r"[AEIOUY](?:[^AEIOUY]?|C[HKST]|F[FST]|G[HNS]|L[BDFKLMPST]|M[BPS]|N[DGKSTX]|P[HST]|R[BDFGKLMNPST]|S[HKMPST]|T[HSTZ]"
    r"|W[DKLNS]|XT|[BDK]S|ZZ|NTS|NDS|RTS|RDS|STS|LTS|CTS|NGS|CKS|TCH|RCH|NCH|GHT|RST|RTH|LTH|NTH)$"
)
_LONGER_CODAS = re.compile(r"[AEIOUY](?:[^AEIOUY]{0,2}|[^AEIOUY]*(?:S|T|D|E|TH|CH|SH|NG|CK|NGS))$")


def letters(text: str) -> str:
    """Letter by letter.

    >>> letters("BBC")
    'B B C'
    """
    return " ".join(text.upper())


def _pronounceable(text: str) -> bool:
    """True for a shape that English reads as a word: an onset, vowels among the consonants, a coda."""
    codas = _CODAS if len(text) < 5 else _LONGER_CODAS
    return bool(_ONSETS.match(text)) and not _TOO_MANY.search(text) and bool(codas.search(text))


def _is_word_in_capitals(text: str) -> bool:
    """True for a word of a line that is all in capitals: LAI and SAYS, but neither BBC nor SCMP nor RTHK."""
    if text in LETTERS:
        return text in _WORDS_TOO
    if text in _STRESSED or len(text) > 4:
        return not _VOWELS.isdisjoint(text)
    return _pronounceable(text) or (text[:2] in _FOREIGN_ONSETS and not _VOWELS.isdisjoint(text))


def said_acronym(text: str, shouted: bool = False) -> tuple[str, str]:
    """What a word in capitals says, and by which rule: by list, else by length and shape.

    >>> said_acronym("BBC"), said_acronym("NATO"), said_acronym("SCMP"), said_acronym("NEVER")
    (('B B C', 'letters'), ('Nato', 'acronym'), ('S C M P', 'letters'), ('never', 'capitals'))
    """
    if text in _IRREGULAR:
        return _IRREGULAR[text], "acronym"
    if text in WORDS:
        return text.capitalize(), "acronym"
    if shouted and _is_word_in_capitals(text):
        return text.lower(), "capitals"
    if text in LETTERS:
        return letters(text), "letters"
    if text in _STRESSED:
        return text.lower(), "capitals"
    if len(text) > 3 and _pronounceable(text):
        return text.lower() if len(text) > 4 else text.capitalize(), "capitals"
    if len(text) > 7 and _VOWELS.intersection(text):
        return text.lower(), "capitals"
    return letters(text), "letters"


def read_acronym(line: Line, index: int) -> Reading | None:
    """BBC · NATO · MPs · CEOs · THE SENATE VOTED."""
    core = line.core(index)
    match = _CAPITALS.fullmatch(core)
    if not match:
        return None
    base, many = match[1], match[2]
    if (
        line.shouted
        and base == "US"
        and (
            line.compound
            or (line.core(index - 1).upper() not in _US_AS_PRONOUN and index + 1 < len(line.cores))
        )
    ):
        return [Said("U S", "letters")]
    if base == "ETA" and not _BASQUE.isdisjoint(line.cores):
        return [Said("Eta", "acronym")]  # elsewhere a time of arrival
    said, rule = said_acronym(base, line.shouted and not many)  # a small s tells: MPs VOTE
    if many:
        said += "'s" if rule == "letters" else "s"
    return [Said(said, rule)]


def read_initials(line: Line, index: int) -> Reading | None:
    """U.S. · H.R. McMaster · p.m. · AT&T."""
    core = line.core(index)
    if match := _INITIALS.fullmatch(core):
        plain = core.replace(".", "")
        if match[1]:
            return [Said(letters(plain[:-1]) + "'s", "letters")]
        if plain in WORDS:
            return [Said(plain.capitalize(), "acronym")]
        return [Said(letters(plain), "letters")]
    if match := _AMPERSAND.fullmatch(core):
        return [Said(f"{letters(match[1])} and {letters(match[2])}{match[3]}", "letters")]
    return None
