"""Words whose noun or adjective is said otherwise than their verb: "a record", "to record".

One line a word: form, first reading, second reading, leaning (towards the verb where it is positive), cues
of its own in the terms of `heteronym_cues`. The -s form of each is made by rule. IPA is General American as
espeak-ng's en-us writes it, with the vowels reduced where the stress has moved away.
"""

from __future__ import annotations

__all__ = ["ADJECTIVE_OR_VERB", "NOUN_OR_REST", "NOUN_OR_VERB"]

NOUN_OR_VERB = """
abuse       ɐbjˈuːs       ɐbjˈuːz        -0.5
abstract    ˈæbstɹækt     ɐbstɹˈækt      -1.5
accent      ˈæksɛnt       æksˈɛnt        -2
addict      ˈædɪkt        ɐdˈɪkt         -3
address     ˈædɹɛs        ɐdɹˈɛs         -0.5
affect      ˈæfɛkt        ɐfˈɛkt         3.5   <little:-6 <flat:-9 <blunted:-6 <of:-2 <the:-1 <positive:-4
    <negative:-4
affix       ˈæfɪks        ɐfˈɪks         0.5
ally        ˈælaɪ         ɐlˈaɪ          -2    >with:1.5 >themselves:4
alloy       ˈælɔɪ         ɐlˈɔɪ          -3
annex       ˈænɛks        ɐnˈɛks         0.3
annexe      ˈænɛks        ɐnˈɛks         -4
attribute   ˈætɹᵻbjˌuːt   ɐtɹˈɪbjuːt     0.7   >of:-2 ~success:0.7
collect     kˈɑːlɛkt      kəlˈɛkt        5     >for:-2 <the:-3
combat      kˈɑːmbæt      kəmbˈæt        -0.5  <in:-2
combine     kˈɑːmbaɪn     kəmbˈaɪn       2.5   >harvester:-7 >harvesters:-7
commune     kˈɑːmjuːn     kəmjˈuːn       -1    >with:1
compost     kˈɑːmpoʊst    kəmpˈoʊst      -2
compound    kˈɑːmpaʊnd    kəmpˈaʊnd      -0.5
compress    kˈɑːmpɹɛs     kəmpɹˈɛs       1
concert     kˈɑːnsɚt      kənsˈɜːt       -6
conduct     kˈɑːndʌkt     kəndˈʌkt       0
conflict    kˈɑːnflɪkt    kənflˈɪkt      -0.7  >with:1 <of:-2
conscript   kˈɑːnskɹɪpt   kənskɹˈɪpt     0
conserve    kˈɑːnsɜːv     kənsˈɜːv       3
console     kˈɑːnsoʊl     kənsˈoʊl       0     <games:-4 <game:-4 <mixing:-4 <video:-4
consort     kˈɑːnsɔːɹt    kənsˈɔːɹt      -0.5  >with:2.5 <prince:-4
construct   kˈɑːnstɹʌkt   kənstɹˈʌkt     1
contest     kˈɑːntɛst     kəntˈɛst       -0.3
contract    kˈɑːntɹækt    kəntɹˈækt      -0.7
contrast    kˈɑːntɹæst    kəntɹˈæst      -0.5  <by:-4 <in:-4 >with:0.8 >sharply:3
convert     kˈɑːnvɜːt     kənvˈɜːt       1     <a:-3 >to:-0.5 >into:2
convict     kˈɑːnvɪkt     kənvˈɪkt       0
counterbalance kˈaʊntɚbˌæləns kˌaʊntɚbˈæləns 0
decoy       dˈiːkɔɪ       dᵻkˈɔɪ         -2
decrease    dˈiːkɹiːs     dᵻkɹˈiːs       0     >in:-0.7
defect      dˈiːfɛkt      dᵻfˈɛkt        -0.5  >to:1.5 >from:1
desert      dˈɛzɚt        dᵻzˈɜːt        -0.8  <just:4 >him:2 >island:-3
descant     dˈɛskænt      dᵻskˈænt       -2
detail      dˈiːteɪl      dᵻtˈeɪl        -1.5
dictate     dˈɪkteɪt      dɪktˈeɪt       1
digest      dˈaɪdʒɛst     dᵻdʒˈɛst      0.5
discard     dˈɪskɑːɹd     dɪskˈɑːɹd      1.5   >pile:-5
discharge   dˈɪstʃɑːɹdʒ   dɪstʃˈɑːɹdʒ    0
discount    dˈɪskaʊnt     dɪskˈaʊnt      -0.5
discourse   dˈɪskɔːɹs     dɪskˈɔːɹs      -2    >on:1.5
escort      ˈɛskɔːɹt      ɪskˈɔːɹt       0
essay       ˈɛseɪ         ɛsˈeɪ          -4
excerpt     ˈɛksɜːpt      ɪksˈɜːpt       -2.5
excise      ˈɛksaɪz       ɪksˈaɪz        0     >duty:-5 >duties:-5 >tax:-5 >taxes:-5 <customs:-4 ~tumour:2
    ~tumor:2
excuse      ɛkskjˈuːs     ɛkskjˈuːz      0     >me:6 >for:-1
exploit     ˈɛksplɔɪt     ɪksplˈɔɪt      0.8   >of:-2
export      ˈɛkspɔːɹt     ɪkspˈɔːɹt      -0.3  >market:-2 >markets:-2 >controls:-2 >licence:-2 >terminal:-2
extract     ˈɛkstɹækt     ɪkstɹˈækt      0.4   <vanilla:-3 <malt:-3 >from:-0.2
ferment     fˈɜːmɛnt      fɚmˈɛnt        0     <of:-3 <in:-2 <political:-3
finance     fˈaɪnæns      fᵻnˈæns       -1    >minister:-4 >ministry:-4
fragment    fɹˈæɡmənt     fɹæɡmˈɛnt      -0.8
house       hˈaʊs         hˈaʊz          -2    ~homeless:0.5 ~refugees:0.7
impact      ˈɪmpækt       ɪmpˈækt        -0.5  >on:-1.5
implant     ˈɪmplænt      ɪmplˈænt       -0.4  <breast:-4 <brain:-3 <dental:-4
import      ˈɪmpɔːɹt      ɪmpˈɔːɹt       -0.2  >duties:-3 >duty:-3 >tax:-2 >taxes:-3 >tariffs:-3 >prices:-2
    >ban:-3
impound     ˈɪmpaʊnd      ɪmpˈaʊnd       3
impress     ˈɪmpɹɛs       ɪmpɹˈɛs        4
imprint     ˈɪmpɹɪnt      ɪmpɹˈɪnt       -1
incense     ˈɪnsɛns       ɪnsˈɛns        -1.3  ~burn:-2 ~smell:-2 ~temple:-2 ~smoke:-2 ~candles:-2
    ~burning:-2
incline     ˈɪnklaɪn      ɪnklˈaɪn       0
increase    ˈɪŋkɹiːs      ɪŋkɹˈiːs       0     >in:-1
indent      ˈɪndɛnt       ɪndˈɛnt        0
inlay       ˈɪnleɪ        ɪnlˈeɪ         -1
insert      ˈɪnsɜːt       ɪnsˈɜːt        0.6   >into:1
inset       ˈɪnsɛt        ɪnsˈɛt         -1
insult      ˈɪnsʌlt       ɪnsˈʌlt        -0.3  >to:-1
intercept   ˈɪntɚsˌɛpt    ˌɪntɚsˈɛpt     1
interchange ˈɪntɚtʃˌeɪndʒ ˌɪntɚtʃˈeɪndʒ  -0.7
interlink   ˈɪntɚlˌɪŋk    ˌɪntɚlˈɪŋk     1.5
intern      ˈɪntɜːn       ɪntˈɜːn        -0.7
intrigue    ˈɪntɹiːɡ      ɪntɹˈiːɡ       0
inverse     ˈɪnvɜːs       ɪnvˈɜːs        -2
invite      ˈɪnvaɪt       ɪnvˈaɪt        0.8
misconduct  mɪskˈɑːndʌkt  mˌɪskəndˈʌkt   -2.5
mismatch    mˈɪsmætʃ      mɪsmˈætʃ       -1.5
misprint    mˈɪspɹɪnt     mɪspɹˈɪnt      -2
misuse      mɪsjˈuːs      mɪsjˈuːz       0     >of:-1
mouth       mˈaʊθ         mˈaʊð          -3
object      ˈɑːbdʒɛkt     əbdʒˈɛkt       0     >to:1.5 >strongly:2 ~strongly:1 >of:-2
overcharge  ˈoʊvɚtʃˌɑːɹdʒ ˌoʊvɚtʃˈɑːɹdʒ  1
overflow    ˈoʊvɚflˌoʊ    ˌoʊvɚflˈoʊ     0
overhang    ˈoʊvɚhˌæŋ     ˌoʊvɚhˈæŋ      -0.3
overhaul    ˈoʊvɚhˌɔːl    ˌoʊvɚhˈɔːl     0
overlap     ˈoʊvɚlˌæp     ˌoʊvɚlˈæp      0
overlay     ˈoʊvɚlˌeɪ     ˌoʊvɚlˈeɪ      0
overlook    ˈoʊvɚlˌʊk     ˌoʊvɚlˈʊk      2.5
overload    ˈoʊvɚlˌoʊd    ˌoʊvɚlˈoʊd     0
override    ˈoʊvɚɹˌaɪd    ˌoʊvɚɹˈaɪd     1
overspend   ˈoʊvɚspˌɛnd   ˌoʊvɚspˈɛnd    0.5
overthrow   ˈoʊvɚθɹˌoʊ    ˌoʊvɚθɹˈoʊ     0.5
overturn    ˈoʊvɚtˌɜːn    ˌoʊvɚtˈɜːn     2
overuse     ˌoʊvɚjˈuːs    ˌoʊvɚjˈuːz     0
perfume     pˈɜːfjuːm     pɚfjˈuːm       -2
permit      pˈɜːmɪt       pɚmˈɪt         -0.2
pervert     pˈɜːvɜːt      pɚvˈɜːt        -0.5
prefix      pɹˈiːfɪks     pɹiːfˈɪks      -1.5
proceeds    pɹˈoʊsiːdz    pɹəsˈiːdz      -1.3  >from:-2 >of:-2 >with:2 >to:0.5
produce     pɹˈoʊduːs     pɹədˈuːs       0.7   <fresh:-3 <farm:-3 <dairy:-3 <garden:-3 <local:-3 <organic:-3
progress    pɹˈɑːɡɹɛs     pɹəɡɹˈɛs       -1    >to:0.7 >through:1 <in:-1
project     pɹˈɑːdʒɛkt    pɹədʒˈɛkt      -0.7  >manager:-3
prolapse    pɹˈoʊlæps     pɹoʊlˈæps      -1
prospect    pɹˈɑːspɛkt    pɹəspˈɛkt      -4    >for:1
prospects   pɹˈɑːspɛkts   pɹəspˈɛkts     -6
protest     pɹˈoʊtɛst     pɹətˈɛst       -0.4  >against:0.7 >that:2 <in:-2
purport     pˈɜːpɔːɹt     pɚpˈɔːɹt       0     >to:3 >of:-2
rebel       ɹˈɛbəl        ɹᵻbˈɛl         -0.5  >against:2.5 >fighters:-3 >group:-3 >groups:-3 >leader:-3
rebound     ɹˈiːbaʊnd     ɹᵻbˈaʊnd       0
recall      ɹˈiːkɔːl      ɹᵻkˈɔːl        1.2   >of:-2.5 <product:-4 <total:-4 <safety:-4
recap       ɹˈiːkæp       ɹiːkˈæp        -0.5
recess      ɹˈiːsɛs       ɹᵻsˈɛs         -2.5
recoil      ɹˈiːkɔɪl      ɹᵻkˈɔɪl        0.5
record      ɹˈɛkɚd        ɹᵻkˈɔːɹd       -0.5  >high:-7 >highs:-7 >low:-7 >lows:-7 >level:-6 >levels:-7
    >number:-4 >numbers:-5 >profit:-4 >profits:-6 >losses:-4 >label:-5 >labels:-5 >company:-5 >sales:-5
    >breaking:-5 >time:-3
recount     ɹˈiːkaʊnt     ɹᵻkˈaʊnt       0.2   ~votes:-2 ~vote:-2 ~ballots:-2 ~election:-1.5 ~ballot:-2
    >how:2
redress     ɹˈiːdɹɛs      ɹᵻdɹˈɛs        -0.2  >for:-1.5
refill      ɹˈiːfɪl       ɹiːfˈɪl        0
refit       ɹˈiːfɪt       ɹiːfˈɪt        -0.3
refund      ɹˈiːfʌnd      ɹᵻfˈʌnd        -0.2
refuse      ɹˈɛfjuːs      ɹᵻfjˈuːz       1.8   ~collectors:-3 ~collector:-3 ~collection:-3 ~bins:-3 ~dump:-3
    ~rubbish:-2.5 ~piles:-2.5 ~pile:-2.5 ~household:-2 ~lorry:-3 ~tip:-1.5 >to:2.5 ~heap:-3 ~heaps:-3
    ~burnt:-1 >workers:-4 >truck:-5 >trucks:-5
regress     ɹˈiːɡɹɛs      ɹᵻɡɹˈɛs        1
rehash      ɹˈiːhæʃ       ɹiːhˈæʃ        0
reject      ɹˈiːdʒɛkt     ɹᵻdʒˈɛkt       1.5   <factory:-4
relapse     ɹˈiːlæps      ɹᵻlˈæps        -0.3  >into:1.5
relay       ɹˈiːleɪ       ɹᵻlˈeɪ         -0.5  >race:-4 >team:-4 ~gold:-1.5 >station:-3
remake      ɹˈiːmeɪk      ɹiːmˈeɪk       -0.3
remit       ɹˈiːmɪt       ɹᵻmˈɪt         -0.3
replay      ɹˈiːpleɪ      ɹiːplˈeɪ       -0.3
reprint     ɹˈiːpɹɪnt     ɹiːpɹˈɪnt      -0.3
research    ɹˈiːsɜːtʃ     ɹᵻsˈɜːtʃ       -1.3  >into:-2
resume      ɹˈɛzuːmˌeɪ    ɹᵻzˈuːm        1.5
retake      ɹˈiːteɪk      ɹiːtˈeɪk       0.3
retard      ɹˈiːtɑːɹd     ɹᵻtˈɑːɹd       1
rethink     ɹˈiːθɪŋk      ɹiːθˈɪŋk       0
retread     ɹˈiːtɹɛd      ɹiːtɹˈɛd       -1
reuse       ɹiːjˈuːs      ɹiːjˈuːz       0
rewrite     ɹˈiːɹaɪt      ɹiːɹˈaɪt       0
segment     sˈɛɡmənt      sɛɡmˈɛnt       -1.5
subcontract sˈʌbkɑːntɹˌækt sˌʌbkəntɹˈækt 0
subject     sˈʌbdʒɪkt     səbdʒˈɛkt      -1.5  >to:-0.7 >matter:-3 <be:-3
surcharge   sˈɜːtʃɑːɹdʒ   sɚtʃˈɑːɹdʒ     -2
survey      sˈɜːveɪ       sɚvˈeɪ         -0.8  >of:-2
suspect     sˈʌspɛkt      səspˈɛkt       -0.1  >that:2.5 >it:1 >he:2.5 >they:2.5 >there:2 >she:2.5 >we:2
torment     tˈɔːɹmɛnt     tɔːɹmˈɛnt      -0.3
transfer    tɹˈænsfɜː     tɹænsfˈɜː      -0.3  >fee:-4 >window:-4 >deadline:-4 >market:-4
transform   tɹˈænsfɔːɹm   tɹænsfˈɔːɹm    3.5   <fourier:-8
transplant  tɹˈænsplænt   tɹænsplˈænt    -0.6  <organ:-3 <heart:-2 <kidney:-2 <liver:-2 >surgery:-3
    >patients:-2
transport   tɹˈænspɔːɹt   tɹænspˈɔːɹt    -0.6  <public:-5 >minister:-3 >links:-4 >secretary:-4
traverse    tɹˈævɜːs      tɹɐvˈɜːs       1.5
undercut    ˈʌndɚkˌʌt     ˌʌndɚkˈʌt      1
underline   ˈʌndɚlˌaɪn    ˌʌndɚlˈaɪn     1.5
undertaking ˈʌndɚtˌeɪkɪŋ  ˌʌndɚtˈeɪkɪŋ   -0.3
update      ˈʌpdeɪt       ɐpdˈeɪt        -0.2  >on:-1.5
upgrade     ˈʌpɡɹeɪd      ɐpɡɹˈeɪd       -0.1
uplift      ˈʌplɪft       ɐplˈɪft        0
upsurge     ˈʌpsɜːdʒ      ɐpsˈɜːdʒ       -6
use         jˈuːs         jˈuːz          0.2   >of:-3
complement  kˈɑːmplɪmənt  kˈɑːmplɪmˌɛnt  0
compliment  kˈɑːmplɪmənt  kˈɑːmplɪmˌɛnt  -0.7
document    dˈɑːkjuːmənt  dˈɑːkjuːmˌɛnt  -1
experiment  ɛkspˈɛɹɪmənt  ɛkspˈɛɹɪmˌɛnt  -1    >with:1.5
implement   ˈɪmplɪmənt    ˈɪmplɪmˌɛnt    1
ornament    ˈɔːɹnəmənt    ˈɔːɹnəmˌɛnt    -2
supplement  sˈʌplɪmənt    sˈʌplɪmˌɛnt    -0.7
consult     kˈɑːnsʌlt     kənsˈʌlt       3.5
diagnoses   dˌaɪəɡnˈoʊsiːz dˌaɪəɡnˈoʊsᵻz -1.5
analyses    ɐnˈæləsˌiːz   ˈænɐlˌaɪzᵻz    -0.8  >of:-3 <recent:-3
paralyses   pɚɹˈæləsˌiːz  pˈæɹəlˌaɪzᵻz   0.5
expose      ˌɛkspoʊzˈeɪ   ɛkspˈoʊz       3     >of:-4 >on:-3
present     pɹˈɛzənt      pɹɪzˈɛnt       -0.9  >a:0.8 >an:0.8 >day:-4 <at:-2
absent      ˈæbsənt       æbsˈɛnt        -3    >himself:7 >herself:7 >themselves:7 >yourself:7 >myself:7
frequent    fɹˈiːkwənt    fɹɪkwˈɛnt      -1.3
perfect     pˈɜːfɪkt      pɚfˈɛkt        -1.3
"""

# The adjective goes with the verb here, so the noun stands alone: "the content" but "content to stay".
NOUN_OR_REST = """
compact     kˈɑːmpækt     kəmpˈækt       0.5   >@.:-0.4 >between:-4 >with:-1.5 >on:-2.5 <powder:-3 >disc:-3
    >discs:-3 <and:1
content     kˈɑːntɛnt     kəntˈɛnt       -0.8  <@B:4 >to:3.5 >with:3 >themselves:5 >himself:5 >herself:5
    >itself:5 >of:-3 >that:0.5 <seemed:6 <looked:6 <seems:5 <felt:5 <feel:5 <appeared:6 <not:2 <perfectly:5
    <quite:5 <happy:2
converse    kˈɑːnvɜːs     kənvˈɜːs       1     >is:-3 >of:-2 <the:-1.5 >with:1.5
upset       ˈʌpsɛt        ɐpsˈɛt         0.8   <@B:6 <so:5 <very:5 <too:4 <got:4 <get:3 >by:2 >about:3
    >that:2 >with:1.5 <more:2 <really:3 <deeply:4 <feel:4 <felt:4 <looked:4 <seemed:4 <and:1 >@P:0.2
    <became:5
offset      ˈɔfsɛt        ɔfsˈɛt         0.7   <@B:6 <@H:4 <partly:4 >by:3 >printing:-5
reset       ɹˈiːsɛt       ɹiːsˈɛt        0     <@B:4 <@H:3
rerun       ɹˈiːɹʌn       ɹiːɹˈʌn        -0.4  <@B:4 <@H:3
sublet      sˈʌblɛt       sʌblˈɛt        0.3   <@B:4 <@H:3
overrun     ˈoʊvɚɹˌʌn     ˌoʊvɚɹˈʌn      0.5   <@B:6 <@H:4 >by:4 <cost:-3
entrance    ˈɛntɹəns      ɛntɹˈæns       -2.2  >to:-2
"""

ADJECTIVE_OR_VERB = """
advocate      ˈædvəkət       ˈædvəkˌeɪt       -0.3  >of:-2
affiliate     ɐfˈɪlɪət       ɐfˈɪlɪˌeɪt       -0.8  >with:1.5
aggregate     ˈæɡɹɪɡət       ˈæɡɹɪɡˌeɪt       -1
alternate     ˈɔːltɚnət      ˈɔːltɚnˌeɪt      -0.7  >between:4 >with:2
animate       ˈænɪmət        ˈænɪmˌeɪt        0     >objects:-4 >things:-3 >beings:-4 <in:-2
appropriate   ɐpɹˈoʊpɹɪət    ɐpɹˈoʊpɹɪˌeɪt    -1.8
approximate   ɐpɹˈɑːksɪmət   ɐpɹˈɑːksɪmˌeɪt   -0.3
articulate    ɑːɹtˈɪkjʊlət   ɑːɹtˈɪkjʊlˌeɪt   -0.2
associate     ɐsˈoʊsɪət      ɐsˈoʊsɪˌeɪt      -0.2  >with:1.5 >professor:-5 >director:-5 >editor:-5 >of:-2
certificate   sɚtˈɪfɪkət     sɚtˈɪfɪkˌeɪt     -4
confederate   kənfˈɛdɚɹət    kənfˈɛdɚɹˌeɪt    -4
conglomerate  kəŋɡlˈɑːmɚɹət  kəŋɡlˈɑːmɚɹˌeɪt  -3
consummate    kˈɑːnsəmət     kˈɑːnsəmˌeɪt     -0.5  ~marriage:2 >ease:-3
coordinate    koʊˈɔːɹdᵻnət   koʊˈɔːɹdᵻnˌeɪt   0.7   >system:-4
co-ordinate   koʊˈɔːɹdᵻnət   koʊˈɔːɹdᵻnˌeɪt   0.7
degenerate    dᵻdʒˈɛnɚɹət    dᵻdʒˈɛnɚɹˌeɪt    -0.2  >into:4
delegate      dˈɛlɪɡət       dˈɛlɪɡˌeɪt       -0.5
deliberate    dᵻlˈɪbɚɹət     dᵻlˈɪbɚɹˌeɪt     -1    >on:1.5 ~jury:1.5 ~jurors:1.5 >over:2 >for:1.5
desolate      dˈɛsələt       dˈɛsəlˌeɪt       -3
designate     dˈɛzɪɡnət      dˈɛzɪɡnˌeɪt      1     <minister:-5 <president:-5 <chancellor:-5 <ambassador:-5
    <bishop:-5
duplicate     dˈuːplᵻkət     dˈuːplᵻkˌeɪt     -0.4
elaborate     ᵻlˈæbɚɹət      ᵻlˈæbɚɹˌeɪt      -0.7  >on:2
estimate      ˈɛstᵻmət       ˈɛstᵻmˌeɪt       -0.1  >of:-2 >that:2.5
expatriate    ɛkspˈeɪtɹɪət   ɛkspˈeɪtɹɪˌeɪt   -3
graduate      ɡɹˈædʒuːət     ɡɹˈædʒuːˌeɪt     -0.7  >from:2 >of:-2 >with:0.7 >school:-5 >student:-5
    >students:-5
incorporate   ɪŋkˈɔːɹpɚɹət   ɪŋkˈɔːɹpɚɹˌeɪt   4
inebriate     ɪnˈiːbɹɪət     ɪnˈiːbɹɪˌeɪt     -0.5
initiate      ɪnˈɪʃɪət       ɪnˈɪʃɪˌeɪt       1     >of:-2
intimate      ˈɪntᵻmət       ˈɪntᵻmˌeɪt       -1.8  >that:5
laminate      lˈæmᵻnət       lˈæmᵻnˌeɪt       -0.5  >floor:-5 >flooring:-5
legitimate    lədʒˈɪɾᵻmət    lədʒˈɪɾᵻmˌeɪt    -2.3
moderate      mˈɑːdɚɹət      mˈɑːdɚɹˌeɪt      -1    >the:1 >a:1
postulate     pˈɑːstʃələt    pˈɑːstʃəlˌeɪt    0.3   >that:3
precipitate   pɹɪsˈɪpᵻtət    pɹɪsˈɪpᵻtˌeɪt    0.5
predicate     pɹˈɛdᵻkət      pɹˈɛdᵻkˌeɪt      -1
reprobate     ɹˈɛpɹəbət      ɹˈɛpɹəbˌeɪt      -4
separate      sˈɛpɹət        sˈɛpɚɹˌeɪt       -1.2  >from:0.7 >the:2 >@O:4
subordinate   səbˈɔːɹdᵻnət   səbˈɔːɹdᵻnˌeɪt   -1
surrogate     sˈɜːɹəɡət      sˈɜːɹəɡˌeɪt      -5
isolate       ˈaɪsələt       ˈaɪsəlˌeɪt       1.5
correlate     kˈɔːɹələt      kˈɔːɹəlˌeɪt      1.5
pontificate   pɑːntˈɪfɪkət   pɑːntˈɪfɪkˌeɪt   0.5
syndicate     sˈɪndᵻkət      sˈɪndᵻkˌeɪt      -2
underestimate ˌʌndɚɹˈɛstᵻmət ˌʌndɚɹˈɛstᵻmˌeɪt 1.2
overestimate  ˌoʊvɚɹˈɛstᵻmət ˌoʊvɚɹˈɛstᵻmˌeɪt 1
diffuse       dᵻfjˈuːs       dᵻfjˈuːz         0
"""
