"""What kind of word a neighbour is, guessed from a list of common words and from endings.

One letter a kind:

    D determiner or possessive    T "to"                 J adjective
    K "her", object or possessive M modal, "do", "let's" R adverb
    Z "that"                      B form of "be"         L plural noun
    Q number or quantity          H form of "have"       N any other noun, and every word not known
    S subject pronoun             P preposition          V base form of a verb
    U "you"                       C "and", "or", "but"   F verb in -s
    I "it"                        W conjunction, "what"  E past form or participle
    O object pronoun              X "who", "which"       G word in -ing
    Y "everyone", "nothing"
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["HELPING", "TO_A_NOUN", "kind_of"]

_KNOWN = {
    "D": "the a an my your his its our their no this these those whose every each another",
    "K": "her",
    "Z": "that",
    "Q": "all both some any many few several most more less fewer much enough either neither half such "
    "little dozens hundreds thousands millions",
    "S": "i he she we they there",
    "Y": "nobody everybody somebody anybody everyone someone anyone everything nothing something anything",
    "U": "you",
    "I": "it",
    "O": "me him us them himself herself itself themselves myself yourself ourselves yourselves oneself",
    "T": "to",
    "M": "will would shall should can could may might must cannot do does did don't doesn't didn't won't "
    "wouldn't can't couldn't shouldn't mustn't mightn't needn't let's please i'll you'll he'll she'll it'll "
    "we'll they'll that'll there'll who'll i'd you'd he'd she'd we'd they'd who'd gonna ought dare",
    "B": "is are was were be been being am isn't aren't wasn't weren't ain't it's that's there's here's "
    "he's she's what's who's i'm you're we're they're",
    "H": "has have had having hasn't haven't hadn't i've you've we've they've",
    "P": "of in for with by from at on into onto over under about against between among through during "
    "without within across behind beyond near inside outside above below beneath along around toward "
    "towards upon per via amid despite regarding concerning like off up down out round past beside "
    "besides throughout unlike minus",
    "C": "and or but nor plus &",
    "W": "if when while because although though since unless until till whether where why how as than what "
    "before after so once wherever whenever whereas lest",
    "X": "who which",
    "R": "not never always often also just still even now then soon again ever only too very quite rather "
    "almost already yet perhaps maybe sometimes seldom usually generally better best well further instead "
    "later once twice together forever therefore thus hence however indeed n't here today tomorrow "
    "tonight yesterday really fully ",
    "J": "new old good bad big small large great high low long short early late young main major minor "
    "full whole local national foreign public private human social free strong weak heavy light hard soft "
    "fresh recent last next first second third final former current own other same different certain "
    "clear poor rich cheap cold hot warm cool dark bright white black red green blue grey brown deep wide "
    "real true false fair safe sick dead alive open secret sharp steep strange rare raw quick slow sudden "
    "single double joint total top key chief senior junior cruel brave quiet loud huge tiny vast modern "
    "ancient military medical legal royal rural urban northern southern eastern western rival annual weekly "
    "daily monthly yearly friendly costly deadly elderly lonely lovely likely early unlikely permanent "
    "bigger larger smaller higher greater longer shorter stronger weaker older younger cheaper faster slower "
    "wider deeper cleaner safer closer accurate adequate private relevant proven aggressive "
    "recent violent silent urgent distant excellent independent different important significant constant "
    "instant brilliant pregnant reluctant dominant vacant right left wrong common similar popular regular "
    "particular nuclear solar polar complete extreme severe sincere entire rough tough proud upper lower "
    "inner outer flat thick thin mere sheer able better worse worst best unpaid written hidden broken",
    "L": "people police men women children feet teeth mice geese cattle folk youth staff troops parents "
    "kids media data criteria",
    "V": "go get make take give keep let see say tell ask want need try help think know believe hope seem "
    "become put set find buy sell pay use work play run move live die eat drink read write speak talk "
    "listen hear watch look show turn start begin stop end stay leave come bring send carry hold build "
    "cut break open win lose learn teach meet follow feel remain serve raise provide include allow add "
    "change create reduce protect destroy produce publish cause face join lead offer prevent avoid enjoy "
    "describe explain defend save spend support suggest require require receive reach repair repeat reveal "
    "remove replace improve ignore choose collect catch throw pull push drive fly walk sit stand sleep "
    "accept achieve adopt agree announce apply argue arrive attack attend become ban beat blame borrow "
    "call check claim clean close compare complain confirm consider contain continue control cook cost "
    "cover cross cry deal decide deliver deny depend deserve develop discuss draw dress earn encourage "
    "enter escape examine exist expect fail fall fear fight fill finish fit fix forget forgive gather grow "
    "guarantee guess handle happen harm hate hide hit hurt identify imagine inform introduce judge jump "
    "kill kiss lack laugh lie lift like limit love maintain manage mark matter mean measure mention miss "
    "obtain occur operate order own pass pick plan prefer prepare pretend prove punish realise recognise "
    "recommend refer regret relate release remember rent report represent rescue respect rest return ride "
    "ring rise rule search seek share shoot shout sign sing smile solve steal study succeed suffer suit "
    "supply suppose survive tend test thank touch trade train travel treat trust understand visit vote wait "
    "wake warn wash waste wear wish wonder worry",
    "F": "gets makes takes gives keeps sees tells asks wants tries thinks knows believes hopes "
    "seems becomes puts finds buys sells pays runs goes comes brings sends carries holds builds leaves "
    "wins loses learns teaches meets follows feels remains serves raises provides includes allows adds "
    "creates reduces suggests requires reaches reveals improves chooses continues decides depends expects "
    "explains grows happens helps lets shows says means begins",
    "E": "went got made took gave kept saw said told asked thought knew became put set found bought sold "
    "paid ran came brought sent carried held built cut broke won lost learnt taught met felt fell rose "
    "grew left led spoke wrote read heard began sat stood slept drove flew threw caught chose drew "
    "fought forgot hid hit hurt meant rode rang sang sank shot shut spent stole swam swore tore woke wore "
    "shown seen taken given known done gone been written spoken stolen broken chosen driven drawn grown "
    "born beaten worn torn hidden forgotten sprang struck stuck swept dealt dug fed fled hung laid lay "
    "lent lit sought shook slid spread sprang stung understood withdrew overcame underwent burst cost let",
}
# "help record", "let them record", "saw him desert": the word behind is a verb.
HELPING = frozenset(
    "help helps helped helping let lets letting make makes made making saw see sees seen watch watched hear "
    "heard dare dares".split()
)
# "due to exports", "access to research": the word behind "to" is a noun.
TO_A_NOUN = frozenset(
    "due according thanks contrast addition relation access response key opposition return damage "
    "alternative answer solution approach barrier boost blow addicted devoted linked related close "
    "closer limited respect regard reaction attention introduction contribution contributed contributes "
    "led leads leading lead changes change attributed similar owing vital restrictions prior subject "
    "back exposed exposure contrary reference regards entitled listen listened listening "
    "next opposed objected object amounts amounted admitted referred belongs belonged attached".split()
)
_KIND = {word: kind for kind, words in _KNOWN.items() for word in words.split()}
_ADJECTIVES = (
    "ous", "ful", "ive", "able", "ible", "ical", "ial", "onal", "ural", "ish", "less", "ic", "ary", "ern",
)  # fmt: skip
_NO_ADVERBS = frozenset(
    "family reply supply july italy ally assembly anomaly monopoly bully belly rally fly".split()
)
_NO_ADJECTIVES = frozenset(
    "diary library salary secretary anniversary summary boundary commentary dictionary documentary january "
    "february missionary vocabulary itinerary obituary adversary beneficiary subsidiary sanctuary mercenary "
    "executive detective representative initiative relative objective motive archive olive dive drive hive "
    "music public traffic critic clinic fabric topic mechanic republic logic panic picnic plastic arctic "
    "epidemic pandemic attic comic official trial memorial tutorial material editorial serial aerial burial "
    "denial table cable vegetable stable handful mouthful fish dish english finish cherish punish wish "
    "mural concern lantern pattern tavern variable principle crucible bible".split()
)
_NO_PLURALS = ("ss", "us", "is")


@lru_cache(maxsize=4096)
def kind_of(say: str) -> str:
    """The kind of a word by its own looks; "N" for one that gives nothing away.

    >>> [kind_of(word) for word in ("the", "quickly", "farmers", "refined", "Ruritania", "2,000", "firm's")]
    ['D', 'R', 'L', 'E', 'N', 'Q', 'D']
    """
    word = say.lower().replace("’", "'")
    known = _KIND.get(word)
    if known:
        return "N" if known in "MJ" and say in ("May", "Will") else known
    if word.endswith("'s") or word.endswith("s'"):
        return "D"
    if not word[:1].isalpha():
        return "Q" if word[:1].isdigit() else "N"
    if word in _NUMBERS or " " in word:
        return "Q" if word.split()[0] in _NUMBERS else "N"
    if len(word) < 4:
        return "N"
    return _by_ending(word, say[0].isupper())


def _by_ending(word: str, capital: bool) -> str:
    if word.endswith("ly") and word not in _NO_ADVERBS and not capital:
        return "R"
    if word.endswith("ing") and len(word) > 5:
        return "G"
    if word.endswith("ed") and not word.endswith("eed"):
        return "E"
    if word.endswith(_ADJECTIVES) and word not in _NO_ADJECTIVES:
        return "J"
    if word.endswith("s") and not word.endswith(_NO_PLURALS):
        return "N" if capital else "L"
    return "N"


_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion dozen minus".split()
)
