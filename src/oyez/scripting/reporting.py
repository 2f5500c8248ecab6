"""Words that tell who speaks: reporting verbs, pronouns, titles and roles, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["REPORTING", "Reporting"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Reporting:
    """One language's words, all in small letters.

    verbs         that report speech, as they stand beside their subject
    participles   that report speech of the sentence's subject: "..., adding: “...”"
    calling       that say what the subject thinks of something: "called the plan “...”"
    between       auxiliaries and adverbs that may stand between subject and verb
    he, she       pronouns of the one and the other
    according     what stands before a speaker without a verb: "according to"
    behind        what stands behind one: "Mwangi zufolge"
    determiners   that begin a speaker who is no name: "a spokesman for the port"
    crowds        speakers without a determiner: "police"
    roles         that stand before a name: "resident Ada Mwangi"
    links         prepositions: a name behind one is not the subject
    stops         where a speaker behind the verb ends
    openers       words in front of a sentence's subject
    names_not     words that a capital at the start of a sentence does not make a name
    titles        abbreviated, their full stop ends no sentence
    his, her      titles of the one and the other
    particles     in small letters within a name
    receivers     who is told, behind an article that could begin a genitive: "der Zeitung"
    nouns         True where every noun has a capital, so that a capital makes no name
    """

    verbs: frozenset[str]
    participles: frozenset[str] = frozenset()
    calling: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    according: tuple[tuple[str, ...], ...] = ()
    behind: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    names_not: frozenset[str] = frozenset()
    titles: frozenset[str] = _set("mr mrs ms dr prof gen col lt capt sgt rev hon sen rep gov st")
    his: frozenset[str] = _set("mr sir lord")
    her: frozenset[str] = _set("mrs ms miss lady dame")
    particles: frozenset[str] = _set(
        "de da di del della der den van von zu la le al el bin ben ibn dos du ter y"
    )
    receivers: frozenset[str] = frozenset()
    nouns: bool = False


_ENGLISH = Reporting(
    verbs=_set(
        """said says say told tells tell asked asks added adds wrote writes replied replies warned warns
        argued argues explained explains insisted insists stated states noted notes recalled recalls
        announced announces claimed claims declared declares admitted admits acknowledged acknowledges
        confirmed confirms denied denies continued continues concluded concludes responded responds
        answered answers remarked remarks tweeted posted joked jokes quipped shouted cried exclaimed
        whispered suggested suggests urged urges testified commented comments complained complains
        cautioned stressed stresses emphasised emphasized predicted predicts pleaded pledged vowed
        promised observed reflected conceded lamented boasted countered retorted recounted reiterated
        maintained maintains agreed"""
    ),
    participles=_set(
        """saying adding telling warning writing arguing insisting asking explaining noting stating calling
        describing"""
    ),
    calling=_set(
        """called calls described describes dismissed dismisses denounced denounces condemned condemns
        branded brands praised praises hailed hails derided decried criticised criticized"""
    ),
    between=_set(
        """also later then has had have again once repeatedly previously recently earlier simply further
        himself herself publicly first finally quietly immediately today yesterday on monday tuesday
        wednesday thursday friday saturday sunday"""
    ),
    he=_set("he"),
    she=_set("she"),
    according=(("according", "to"), ("in", "the", "words", "of")),
    determiners=_set("the a an one another his her its their our this that"),
    crowds=_set(
        """police prosecutors officials residents experts critics lawyers witnesses doctors organisers
        organizers campaigners scientists researchers analysts economists investigators authorities
        firefighters rescuers neighbours neighbors investors campaigners engineers"""
    ),
    roles=_set(
        """leader minister president spokesman spokeswoman spokesperson director professor analyst
        economist lawyer judge coach chief secretary mayor author actor actress resident researcher
        scientist engineer activist campaigner lawmaker senator governor chairman chairwoman chair
        executive manager officer commissioner prosecutor doctor nurse teacher student farmer fisherman
        historian editor reporter journalist critic strategist trader investor founder owner captain
        striker goalkeeper midfielder defender singer writer director-general premier chancellor
        ambassador envoy expert specialist psychologist biologist ecologist geologist epidemiologist
        councillor pensioner shopkeeper driver colleague justice king queen prince princess pope
        representative attorney general sheriff superintendent inspector detective sergeant lieutenant
        colonel major captain congressman congresswoman neighbour neighbor father mother sister brother
        widow wife husband son daughter columnist commentator blogger presenter broadcaster biographer
        architect builder baker butcher pilot sailor diver midwife paramedic firefighter lecturer curator
        novelist poet musician composer filmmaker photographer rapper comedian skipper midfielder
        politician diplomat academic scholar banker broker farmer rancher miner survivor victim witness
        volunteer organiser organizer veteran consultant adviser advisor aide deputy vice-president
        co-founder spokeswoman chairperson treasurer bishop archbishop cardinal imam rabbi priest pastor
        detainee prisoner defendant plaintiff negotiator mediator ombudsman auditor regulator"""
    ),
    links=_set("of for with by to from against about at in on than like under over into behind near"),
    stops=_set(
        """on in at after when during as who while before last yesterday today earlier through via to of
        whose and but with by speaking adding referring late early this next tomorrow because if outside
        shortly following about from since where describing again was were is are be been being will
        would can could may might should must did does do not never has have had"""
    ),
    openers=_set("but and yet so however meanwhile later still then afterwards instead"),
    names_not=_set(
        """the a an and but or yet so he she they we you i it his her their our its this that these those
        there then when while after before as if in on at by for from with to of what who how why where
        which no not yes however meanwhile later still instead afterwards police officials critics
        experts residents monday tuesday wednesday thursday friday saturday sunday january february
        march april may june july august september october november december last next one two three
        some many most several both all asked speaking according earlier today yesterday tomorrow"""
    ),
)

_GERMAN = Reporting(
    verbs=_set(
        """sagte sagt sagten sagen erklärte erklärt erklärten betonte betont meinte meint fragte fragt
        antwortete antwortet entgegnete erwiderte schrieb schreibt warnte warnt warnten ergänzte ergänzt
        kritisierte kritisiert forderte fordert forderten teilte teilten mitteilte mitteilten berichtete
        berichtet berichteten erzählte erzählt rief ruft so versicherte versichert bestätigte bestätigt
        räumte äußerte gestand klagte klagt urteilte urteilt räumt beteuerte bekräftigte lobte lobt
        schimpfte mahnte mahnt appellierte erinnerte resümierte bilanzierte fügte gab"""
    ),
    calling=_set(
        "nannte nennt nannten bezeichnete bezeichnet bezeichneten beschrieb beschreibt wertete sprach spricht"
    ),
    between=_set(
        """auch hat habe später dann noch zuletzt zuvor bereits daraufhin jedoch aber gestern heute dazu
        außerdem zudem schließlich öffentlich wiederum"""
    ),
    he=_set("er"),
    she=_set("sie"),
    according=(("laut",), ("nach", "angaben", "von"), ("nach", "angaben"), ("nach", "worten", "von")),
    behind=_set("zufolge"),
    determiners=_set("der die das ein eine ihr ihre sein seine dieser diese"),
    crowds=_set("polizei experten kritiker anwohner ermittler behörden forscher ärzte zeugen anwälte"),
    roles=_set(
        """minister ministerin ministerpräsident ministerpräsidentin präsident präsidentin kanzler kanzlerin
        bundeskanzler bundeskanzlerin sprecher sprecherin bürgermeister bürgermeisterin oberbürgermeister
        oberbürgermeisterin direktor direktorin leiter leiterin chef chefin trainer trainerin professor
        professorin anwalt anwältin richter richterin staatsanwalt staatsanwältin kapitän kapitänin forscher
        forscherin wissenschaftler wissenschaftlerin ökonom ökonomin experte expertin lehrer lehrerin arzt
        ärztin bauer bäuerin fischer fischerin schüler schülerin autor autorin abgeordnete abgeordneter
        senator senatorin innenminister innenministerin außenminister außenministerin finanzminister
        finanzministerin vorsitzende vorsitzender parteichef parteichefin oppositionsführer
        oppositionsführerin anwohner anwohnerin augenzeuge augenzeugin nachbar nachbarin tochter sohn vater
        mutter bruder schwester stürmer torwart mittelfeldspieler verteidiger könig königin papst"""
    ),
    links=_set("von für mit bei zu aus gegen über an in auf nach vor unter"),
    stops=_set(
        """am im in nach bei auf vor zu die das dem den gegenüber zum zur laut und war ist sei wird wurde hat
        hatte als während wenn dass mit über von gestern heute"""
    ),
    openers=_set("doch und aber wie"),
    names_not=_set(
        """der die das ein eine einen einem einer eines dem den des und aber doch er sie wir ihr ich es im in
        am an auf bei nach vor zu zum zur mit von für als wenn wie was wer so auch dann später laut diese
        dieser dieses ihre seine kein keine alle viele beide montag dienstag mittwoch donnerstag freitag
        samstag sonntag heute gestern morgen"""
    ),
    titles=_set("dr prof hr fr"),
    his=_set("herr"),
    her=_set("frau"),
    particles=_set("von van vom zu zur de da di del ter"),
    receivers=_set(
        "zeitung agentur nachrichtenagentur presse presseagentur dpa afp süddeutschen frankfurter"
    ),
    nouns=True,
)

_FRENCH = Reporting(
    verbs=_set(
        """dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute estimé estime assuré assure
        répondu répond écrit demandé demande précisé précise souligné souligne confié confie lancé lance
        indiqué indique résume raconte raconté prévenu prévient"""
    ),
    between=_set("a avait ont aussi ensuite encore"),
    he=_set("il"),
    she=_set("elle"),
    according=(("selon",), ("d'après",), ("d’après",)),
    links=_set("de des du pour avec par à contre chez dans en sur"),
    stops=_set("à au aux dans en lors après avant devant sur lundi mardi mercredi jeudi vendredi qui"),
    openers=_set("mais et puis"),
    names_not=_set(
        """le la les un une des du de et mais il elle ils elles on nous vous je ce cette ces dans en pour
        par à au aux sur avec selon puis quand comme si après avant lors qui que"""
    ),
    titles=_set("m mm mme mmes mlle dr pr"),
    his=_set("m monsieur"),
    her=_set("mme mlle madame"),
)

_SPANISH = Reporting(
    verbs=_set(
        """dijo dice afirmó afirma explicó explica añadió añade aseguró asegura declaró declara señaló
        señala advirtió advierte respondió responde preguntó comentó comenta indicó indica sostuvo
        sostiene manifestó escribió agregó subrayó insistió"""
    ),
    between=_set("también ha luego después"),
    he=_set("él"),
    she=_set("ella"),
    according=(("según",),),
    links=_set("de del para con por a contra en sobre desde"),
    stops=_set("en a al ante durante tras después este esta el la los las por que y"),
    openers=_set("pero y"),
    names_not=_set(
        """el la los las un una y pero él ella ellos nosotros yo en por para de del al a con según cuando
        como si tras después este esta estos estas que su sus"""
    ),
    titles=_set("sr sra srta dr dra"),
    his=_set("sr señor don"),
    her=_set("sra señora doña"),
)

REPORTING: Mapping[str, Reporting] = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
