"""Words that are a name when they have a capital (Polish, Reading, Nice), and words with one reading."""

from __future__ import annotations

__all__ = ["FIXED", "NAMES"]

# The second reading is a name: case tells, and cues where a sentence's first word has a capital anyway.
NAMES = """
polish   polish=pˈɑːlɪʃ proper=pˈoʊlɪʃ 0 -1 @low:-20 @cap:5 @start:1.3 >the:-3 >your:-3 >it:-3 >@D:-1
    >and:0.4 >off:-4 >up:-3 >@N:0.6 >@L:0.8
august   august=ɔːɡˈʌst month=ˈɔːɡəst 0 0 @low:-3.5 @cap:6 @start:6 <in:6 <last:5 <of:2 <since:5 <by:4
    <early:4 <late:5 >body:-3 >company:-3 <this:1 <an:-4 <@Q:3
job      work=dʒˈɑːb proper=dʒˈoʊb -3 0 @low:-20 @cap:1.5 @start:-1 <of:1.5 ~bible:4 ~biblical:4 ~god:3
    ~patience:4 ~prophet:4 ~suffering:2 ~sermon:2 ~satan:4 ~testament:4 ~boils:4 ~lord:2 ~book:2 >centre:-6
    >center:-6 >seekers:-6 <the:-2 <a:-4 <good:-4
job's    work=dʒˈɑːbz proper=dʒˈoʊbz -0.5 0 @low:-20 @cap:3 @start:1.5 ~god:3 ~comforter:5
reading  read=ɹˈiːdɪŋ town=ɹˈɛdɪŋ -1 0 @low:-20 @cap:4.5 @start:0 <in:2.5 <to:1 <from:2.5 <near:3 <at:1.5
    <outside:2 ~festival:3 ~fc:4 ~station:2 ~berkshire:4 ~university:2 ~london:1.5 ~swindon:3 ~oxford:2
    ~town:2 ~gaol:4 ~jail:2.5 ~championship:3 ~league:1.5 ~goal:1.5 ~striker:2 ~manager:1.5 ~beat:2 ~drew:2
    ~train:1 ~m4:2 ~pennsylvania:3 ~west:1 ~a:-0.3 ~books:-3 ~book:-3 ~newspapers:-2 ~novels:-3 ~writing:-3
    >the:-2.5 >a:-2.5 >about:-3 >his:-2 >aloud:-3 >and:-0.5 >out:-3 >between:-3 >room:-5 >list:-5
    >glasses:-5 >were:3 >is:-0.5 >has:1 >have:2 >won:3 >beat:3 >lost:3
lima     bean=lˈaɪmə proper=lˈiːmə 0 0 @low:-4 @cap:4 @start:2 >bean:-9 >beans:-9
nice     kind=nˈaɪs town=nˈiːs -1 0 @low:-20 @cap:4 @start:-0.5 <in:3 <to:1.5 <from:3 <near:3 <of:1.5 <at:1
    ~france:3 ~french:2.5 ~riviera:4 ~cannes:4 ~marseille:4 ~airport:2 ~attack:1.5 ~promenade:3 ~lyon:4
    ~paris:2.5 ~monaco:4 ~mayor:2 <a:-5 <very:-5 <so:-4 <too:-3 <the:-1 >to:-3 >guys:-4 >guy:-4 >people:-3
    >weather:-3 >work:-4 >one:-3 >try:-5 <mr:0
mobile   adj=mˈoʊbəl town=moʊbˈiːl -3 0 @low:-3 @cap:2 @start:-0.5 ~alabama:6 <in:1.5 <to:0.5 <from:1
    >phone:-7 >phones:-7 >app:-6 >home:-5 >homes:-5 >internet:-6 >network:-6 >networks:-6 >operator:-5
    ~sculpture:3 ~calder:4 ~crib:4 ~cot:3 ~hung:3 ~ceiling:3 ~hanging:3 ~bay:2 <t:-5 <virgin:-6 <china:-5
    <more:-3 <a:0.2
celtic   culture=kˈɛltɪk club=sˈɛltɪk -1.5 0 ~glasgow:4 ~rangers:5 ~boston:4 ~football:3 ~league:2.5
    ~cup:2.5 ~park:3 ~scottish:1 ~striker:3.5 ~goal:2.5 ~manager:2.5 ~midfielder:4 ~defender:3 ~won:1.5
    ~beat:3 ~fans:3 ~aberdeen:3 ~hearts:3 ~fc:4 ~premiership:4 ~season:2 ~club:2 ~champions:3 ~language:-4
    ~languages:-4 ~music:-4 ~cross:-3 ~art:-3 ~history:-2 ~irish:-2 ~welsh:-3 ~tribes:-4 ~sea:-4
celtics  culture=kˈɛltɪks club=sˈɛltɪks 3 0
herb     plant=ˈɜːb name=hˈɜːb -1 0 @low:-20 @cap:3 @start:0 >garden:-6 <fresh:-4
male     man=mˈeɪl city=mˈɑːleɪ -3 0 @low:-20 @cap:2 @start:-2 ~maldives:6 ~island:1 ~capital:3 ~maldivian:5
    <in:1.5 ~airport:2
tours    trips=tˈʊɹz city=tˈʊɹ -2 0 @low:-20 @cap:1 @start:-2 ~france:3 ~french:2 ~loire:5 <in:2 <of:1.5
    ~poitiers:5 ~battle:4 ~bishop:3 ~gregory:4 ~martin:3 <bus:-5 <guided:-5
worms    animals=wˈɜːmz city=vˈɔːɹms -3 0 @low:-20 @cap:2 @start:-1 ~diet:3 ~germany:4 ~luther:6 ~german:3
    ~rhine:5 <of:1 ~cathedral:3
ravel    untangle=ɹˈævəl composer=ɹəvˈɛl 0 0 @low:-20 @cap:5 @start:3
natal    birth=nˈeɪɾəl place=nətˈɑːl 0 0 @low:-20 @cap:5 @start:2
levy     tax=lˈɛvi name=lˈiːvi 0 0 @low:-20 @cap:1.2 @start:-2 <the:-4 <a:-4 <daniel:4 <mr:4 >is:0.3
    >was:0.3 ~tax:-3 ~fuel:-3 ~climate:-2 ~export:-2 <apprenticeship:-6
begin    start=bᵻɡˈɪn name=bˈeɪɡɪn -3 0 @low:-20 @cap:1 @start:-2 <menachem:9 ~israeli:3 ~sadat:6 ~israel:3
said     spoke=sˈɛd name=sɑːˈiːd -5 0 @low:-20 @cap:4 @start:-3 <edward:9 <mohammed:5 <mohamed:5 <port:8
    ~palestinian:2
degas    gas=diːɡˈæs name=dəɡˈɑː 0 0 @low:-20 @cap:8 @start:5
"""

# One reading only, which a voice is likely to miss.
FIXED = """
leads lˈiːdz
winding wˈaɪndɪŋ
buffeted bˈʌfɪɾᵻd
supposed səpˈoʊzd
mows mˈoʊz
annexed ɐnˈɛkst
annexing ɐnˈɛksɪŋ
decreased dᵻkɹˈiːst
decreasing dᵻkɹˈiːsɪŋ
discounting dɪskˈaʊntɪŋ
excusing ɛkskjˈuːzɪŋ
frequents fɹɪkwˈɛnts
perfects pɚfˈɛkts
frequenting fɹɪkwˈɛntɪŋ
impacted ɪmpˈæktᵻd
impacting ɪmpˈæktɪŋ
subjected səbdʒˈɛktᵻd
subjecting səbdʒˈɛktɪŋ
relayed ɹᵻlˈeɪd
relaying ɹᵻlˈeɪɪŋ
replayed ɹiːplˈeɪd
replaying ɹiːplˈeɪɪŋ
offsetting ɔfsˈɛɾɪŋ
communed kəmjˈuːnd
communing kəmjˈuːnɪŋ
refitted ɹiːfˈɪɾᵻd
refitting ɹiːfˈɪɾɪŋ
segmenting sɛɡmˈɛntɪŋ
misusing mɪsjˈuːzɪŋ
abusing ɐbjˈuːzɪŋ
co-ordinated koʊˈɔːɹdᵻnˌeɪɾᵻd
co-ordinating koʊˈɔːɹdᵻnˌeɪɾɪŋ
résumé ɹˈɛzuːmˌeɪ
résumés ɹˈɛzuːmˌeɪz
rosé ɹoʊzˈeɪ
wicked wˈɪkᵻd
naked nˈeɪkᵻd
rugged ɹˈʌɡᵻd
ragged ɹˈæɡᵻd
jagged dʒˈæɡᵻd
wretched ɹˈɛtʃᵻd
leading lˈiːdɪŋ
closing klˈoʊzɪŋ
closed klˈoʊzd
closest klˈoʊsᵻst
closely klˈoʊsli
closeness klˈoʊsnəs
houses hˈaʊzᵻz
housed hˈaʊzd
housing hˈaʊzɪŋ
lived lˈɪvd
living lˈɪvɪŋ
livestock lˈaɪvstɑːk
livestream lˈaɪvstɹiːm
used-car jˈuːzdkˈɑːɹ
using jˈuːzɪŋ
misused mɪsjˈuːzd
abused ɐbjˈuːzd
excused ɛkskjˈuːzd
minutes mˈɪnɪts
wounds wˈuːndz
wounded wˈuːndᵻd
wounding wˈuːndɪŋ
doves dˈʌvz
reads ɹˈiːdz
envelop ɛnvˈɛləp
envelops ɛnvˈɛləps
well-read wˈɛlɹˈɛd
must-read mˈʌstɹˈiːd
close-up klˈoʊsˌʌp
close-ups klˈoʊsˌʌps
close-knit klˈoʊsnˈɪt
wind-up wˈaɪndˌʌp
wind-powered wˈɪndpˈaʊɚd
lead-free lˈɛdfɹˈiː
lead-lined lˈɛdlˈaɪnd
lead-up lˈiːdˌʌp
tear-gas tˈɪɹɡæs
tear-gassed tˈɪɹɡæst
live-streamed lˈaɪvstɹiːmd
long-lived lˈɔŋlˈɪvd
short-lived ʃˈɔːɹtlˈɪvd
tearing tˈɛɹɪŋ
tearful tˈɪɹfəl
rowed ɹˈoʊd
frequented fɹɪkwˈɛntᵻd
mouthing mˈaʊðɪŋ
mouthed mˈaʊðd
"""
