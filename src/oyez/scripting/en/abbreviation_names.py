"""Abbreviations and what they stand for, by where they may stand. Keys are without their full stop."""

from __future__ import annotations

__all__ = [
    "AFTER_NAME",
    "ANYWHERE",
    "BEFORE_FIGURE",
    "BEFORE_NAME",
    "DOTTED",
    "LETTERED",
    "STATES",
    "UNDOTTED_TITLES",
]


def _table(text: str) -> dict[str, str]:
    """Lines of "key words", a bar between."""
    pairs = (entry.strip().partition(" ") for entry in text.replace("\n", " ").split("|"))
    return {key: words for key, _, words in pairs}


# Before a name: "Dr. Fauci", "Lt. Col. Vindman".
BEFORE_NAME = _table(
    """Mr Mister | Mrs Missus | Ms Ms | Mx Mx | Messrs Messieurs | Dr Doctor | Drs Doctors | Prof Professor
    | Profs Professors | Rev Reverend | Revd Reverend | Fr Father | Hon Honourable | Msgr Monsignor | Bp
    Bishop | Abp Archbishop | Gen General | Gens Generals | Lt Lieutenant | Col Colonel | Cols Colonels
    | Maj Major | Capt Captain | Cmdr Commander | Cdr Commander | Comdr Commander | Sgt Sergeant | Sgts
    Sergeants | Cpl Corporal | Pte Private | Pvt Private | Pfc Private First Class | Spc Specialist |
    Adm Admiral | Adms Admirals | Brig Brigadier | Ens Ensign | Gov Governor | Govs Governors | Sen
    Senator | Sens Senators | Rep Representative | Reps Representatives | Pres President | Sec Secretary
    | Amb Ambassador | Atty Attorney | Supt Superintendent | Insp Inspector | Det Detective | Cllr
    Councillor | Cllrs Councillors | Ald Alderman | Asst Assistant | Dep Deputy | Assoc Associate | Dir
    Director | St Saint | Ste Sainte | Sts Saints | Mt Mount | Mts Mounts | Ft Fort | Pt Point | Treas
    Treasurer | Supt Superintendent | Vice-Adm Vice Admiral | Maj-Gen Major General | Lt-Gen Lieutenant
    General | Lt-Col Lieutenant Colonel | Brig-Gen Brigadier General | Rear-Adm Rear Admiral | Sgt-Maj
    Sergeant Major | Flt Flight | Sqn Squadron | Ldr Leader | Wg Wing | Gp Group | L/Cpl Lance Corporal | SSgt
    Staff Sergeant | Con Constable | Rt Right | Smt Shrimati | Adv Advocate | Mohd Mohammed | Ch Chief
    | Dep Deputy | Vice-Adm Vice Admiral"""
)

# Of these, the ones that British papers print without a full stop.
UNDOTTED_TITLES = frozenset(
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Rev Revd Lt Col Maj Capt Cmdr Cdr Sgt Cpl Pte Pvt Pfc "
    "Adm Brig Supt Insp Cllr Cllrs St Ste Mt Ft Gen Sen Gov Rep Hon Msgr Maj-Gen Lt-Gen Lt-Col "
    "Brig-Gen Vice-Adm Rear-Adm Sgt-Maj Flt Sqn Ldr Wg Gp L/Cpl SSgt Det Rt Smt Mohd Ch".split()
)

# Behind a name: "King Jr.", "Wall St."
AFTER_NAME = _table(
    """Jr Junior | Jnr Junior | Sr Senior | Snr Senior | Inc Incorporated | Corp Corporation | Ltd Limited
    | Co Company | Cos Companies | Bros Brothers | Esq Esquire | St Street | Sts Streets | Ave Avenue |
    Av Avenue | Blvd Boulevard | Rd Road | Hwy Highway | Dr Drive | Ln Lane | Pl Place | Sq Square | Ct
    Court | Pkwy Parkway | Expy Expressway | Terr Terrace | Univ University | Assn Association | Assoc
    Association | Dept Department | Div Division | Mfg Manufacturing | Intl International | Natl
    National | Bldg Building | Dist District | Mtn Mountain """
)

BEFORE_FIGURE = _table(
    """No number | no number | Nos numbers | nos numbers | p page | pp pages | Vol volume | vol volume |
    Vols volumes | Fig figure | fig figure | Figs figures | figs figures | Ch chapter | ch chapter | Art
    article | Arts articles | art article | Sec section | sec section | Para paragraph | para paragraph
    | paras paragraphs | c circa | ca circa | approx approximately | est established | Est Established
    | Chap chapter | chap chapter | Hwy Highway | Rte Route | Approx Approximately | Ext extension |
    ext extension | Pt part | pt part | Apt apartment | Op opus | op opus | Ep episode | ep episode |
    Eps episodes | b born | d died | Tel telephone | tel telephone | Rm room"""
)

# With their full stop, whatever stands around them.
DOTTED = _table(
    """Dept Department | dept department | Govt Government | govt government | Univ University | Assn
    Association | Intl International | Natl National | Bros Brothers | Corp Corporation | Inc
    Incorporated | Ltd Limited | Co Company | co company | Jr Junior | Sr Senior | Ave Avenue | Blvd
    Boulevard | Rd Road | Hwy Highway | approx approximately | est estimated | misc miscellaneous | min
    minutes | max maximum | avg average | incl including | excl excluding | esp especially | vol volume
    | ed editor | eds editors | al al | feat featuring | Feat Featuring | Avg Average | Incl Including | Excl
    Excluding | Misc Miscellaneous | Est Estimated | Approx Approximately | pop population | temp
    temperature |
    temps temperatures | prev previously | cont continued | Ph Phone | viz namely | cf compare | ibid
    ibidem | dist distributed | Gen
    General | Gov Governor | Sen Senator | Rep Representative | Prof Professor | Rev Reverend | Sgt
    Sergeant | Capt Captain | Lt Lieutenant | Col Colonel | Maj Major | Adm Admiral | Mt Mount | Ft Fort
    | Hon Honourable | hon honourable | St Street | st street | v versus | Messrs
    Messieurs | Esq Esquire | orig originally | hrs hours | mins minutes | secs seconds | yrs years |
    mos months | lbs pounds | oz ounces | in in | ft feet | Sq Square"""
)

# With or without a full stop, everywhere.
ANYWHERE = _table(
    """vs versus | vs. versus | etc et cetera | e.g for example | eg for example | i.e that is | ie that is
    | a.k.a also known as | aka also known as | w/ with | w/o without | c/o care of | n/a not applicable
    | N/A not applicable | et-al et al | et al | plc P L C | PLC P L C | Plc P L C | ltd limited | Ltd
    Limited | govt government | Govt Government | Mr Mister | Mrs Missus | Dr Doctor | Jr Junior | Jnr
    Junior | Cllr Councillor | Ph.D P H D | PhD P H D | PhDs P H D's | Ph.D.s P H D's | MSc M S C | BSc
    B S C | M.Sc M S C | B.Sc B S C | LLB L L B | LLM L L M | MPhil M Phil | DPhil D Phil | MBA M B A |
    EdD E D D | mph miles per hour | kph kilometres per hour | km/h kilometres per hour | C# C sharp |
    F# F sharp | b/d barrels per day | bpd barrels per day | boe/d barrels of oil equivalent per day |
    mb/d million
    barrels per day | p.a per annum | Pty Proprietary | Xmas Christmas | w.e.f with effect from |
    Hon'ble Honourable | Hon’ble Honourable | a/c account | y/y year on year | q/q quarter on
    quarter | m/m month on month | YoY year on year | y-o-y year on year | QoQ quarter on
    quarter | q-o-q quarter on quarter | m-o-m month on month | yr year | yrs years"""
)

LETTERED = frozenset({"a.m", "p.m", "A.M", "P.M"})

# American states as the AP Stylebook shortens them, behind a town and a comma.
STATES = _table(
    """Ala Alabama | Ariz Arizona | Ark Arkansas | Calif California | Colo Colorado | Conn
    Connecticut | Del Delaware | Fla Florida | Ga Georgia | Ill Illinois | Ind Indiana | Kan Kansas |
    Kans Kansas | Ky Kentucky | La Louisiana | Md Maryland | Mass Massachusetts | Mich Michigan | Minn
    Minnesota | Miss Mississippi | Mo Missouri | Mont Montana | Neb Nebraska | Nev Nevada | N.H New
    Hampshire | N.J New Jersey | N.M New Mexico | N.Y New York | N.C North Carolina | N.D North Dakota |
    Okla Oklahoma | Penn Pennsylvania | Cal California | D.C D C | Ore Oregon | Pa Pennsylvania | R.I
    Rhode Island | S.C South Carolina | S.D South
    Dakota | Tenn Tennessee | Tex Texas | Vt Vermont | Va Virginia | Wash Washington | W.Va West
    Virginia | Wis Wisconsin | Wyo Wyoming | Ont Ontario | Que Quebec | Alta Alberta |
    Sask Saskatchewan"""
)
