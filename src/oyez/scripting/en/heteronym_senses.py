"""Words that are two words: a cold wind and to wind a clock, lead the way and lead in the water.

One word a line: form, its two readings as name=IPA, its leaning to the second, how much speaks for the second
where the word stands as a verb (0: not at all, negative: the first is the verb), behind a slash the least
    that
this may count, and cues in the terms of `heteronym_cues`.
"""

from __future__ import annotations

__all__ = ["SENSES"]

SENSES = """
live     adj=lˈaɪv verb=lˈɪv -0.4 1/-2.5 >in:1.7 >on:-1 >at:0.5 >near:1.5 >with:1.3 >together:4 >here:2
    >there:2 >by:1 >longer:5 >alone:4 >up:3 >through:3 >under:2 >below:2 >among:3 >outside:2 >abroad:4
    >without:3 >happily:4 >far:3 >apart:4 >forever:3 >like:2 >as:1 >to:0.7 >long:3 >for:1 <went:-4 <goes:-3
    <go:-3 <going:-3 <shown:-4 <streamed:-5 <broadcast:-5 <televised:-4 >from:-2 >music:-6 >television:-5
    >tv:-5 >stream:-6 >coverage:-6 >broadcast:-6 >performance:-5 >performances:-5 >shows:-5 >show:-5
    >concert:-5 >concerts:-5 >ammunition:-6 >rounds:-5 >fire:-5 >audience:-6 >animals:-5 >births:-5 >wire:-5
    >wires:-5 >album:-5 >updates:-5 >blog:-5 >debate:-5 >bands:-5 >band:-5 >feed:-4 >cattle:-4 >chickens:-4
    >bullets:-5 >bait:-5 >theatre:-4 >events:-4 >event:-4 >interview:-4 >link:-4 >recording:-4 >grenade:-5
    >bomb:-4 >pictures:-4 >data:-3 >sport:-4 >@.:0.6 <who:3 <places:3 <families:2 <where:1.5 <still:1
    <actually:2 <now:1.5 <watch:-2 <watched:-3 <perform:-5 <performed:-5 <performing:-5 <sing:-4 <sang:-4
    <play:-4 <played:-4 <playing:-4 <sounds:-2
lives    noun=lˈaɪvz verb=lˈɪvz -0.8 1/-3 >in:1.6 >on:1.2 >with:1.8 >at:0.7 >there:2.5 >here:2.5 >near:2
    >alone:5 >next:2 >under:1 >by:1 >up:2 >outside:2 >abroad:3 >of:-4 <saved:-3 <save:-4 <saving:-4 <cost:-4
    <lost:-4 <daily:-4 <claimed:-4 <our:-6 <people's:-6 <risking:-4 <risked:-4 <ruined:-4 <private:-4
    <human:-4 <many:-3 <where:1.5 <still:4 <now:3 <and:0.5 <nobody:5 <claim:-4 <risk:-3 <past:-3 <whose:-5
    <rebuild:-4 <change:-4 <changes:-3 <changed:-3 >@B:-2
use      noun=jˈuːs verb=jˈuːz 0.2 1/-4 >of:-3 <of:-3 <no:-4 <drug:-3 <land:-3 <energy:-3 <phone:-2 <make:-6
    <made:-6 <makes:-6 <making:-6 <much:-3 <into:-5 <in:-3 <force:0 <didn't:0 <water:-1.5 <drugs:-1
    <fuel:-1.5 <public:-2 <alcohol:-2 <daily:-2 <everyday:-2
uses     noun=jˈuːsᵻz verb=jˈuːzᵻz 0.3 1/-4 >of:-2 >for:-3 <many:-4 <its:-5 <has:-4 <have:-4 <other:-4
    <different:-4 <various:-4 <medical:-4 <also:3 <industrial:-4 >@B:-2 >include:-4
wind     air=wˈɪnd turn=wˈaɪnd -1.8 0.8/-2 >up:2.5 >down:2 >back:1.5 >through:1 >around:1.5 >round:1.5
    >turbine:-6 >turbines:-6 >power:-5 >farm:-6 >farms:-6 >speed:-4 >speeds:-4 >energy:-5 >instruments:-5
    >and:-1 ~clock:2.5 ~watch:1.3 ~wool:2 ~yarn:2 ~thread:2 ~bandage:2 ~rope:1 ~spool:3 ~blow:-1.5
    ~blew:-1.5 ~blowing:-1.5 ~gusts:-2 ~rain:-1.5 ~solar:-3 ~storm:-1.5 ~cold:-1 ~sails:-1.5 ~mph:-2
    ~trees:-0.7 ~paths:2 ~path:1.5 ~roads:2 ~road:1 ~streets:1.5 ~trail:1.5 >its:2 >their:2 <the:-1
    <strong:-3 <high:-3
winds    air=wˈɪndz turn=wˈaɪndz -1.5 0.8/-2 >through:2.5 >its:3 >up:2 >down:1.5 >around:2 >round:2 >along:2
    >past:1.5 >between:1.5 >across:0.7 >towards:1 >of:-2 ~mph:-3 ~gusts:-2 ~rain:-1.5 ~blew:-2 ~strong:-2
    ~river:1.5 ~road:2 ~path:2 ~street:1.5 ~trail:2 ~staircase:2 ~storm:-2 <high:-4 <strong:-5 <trade:-5
    <gale:-5 <westerly:-4
wound    injury=wˈuːnd turn=wˈaʊnd -1 1/-2 >up:4 >down:3 >through:3 >around:3 >round:3 >its:4 >their:2
    >along:3 >between:2 >past:2 >back:2 >across:2 >towards:2 >tightly:4 >into:1 >onto:3 ~clock:2 ~watch:1.5
    ~road:1.3 ~path:1.3 ~scarf:1.5 ~bandage:1 ~river:1 ~stairs:1.5 ~queue:1.5 ~procession:1.5 ~thread:2
    ~rope:1 ~cable:1 ~knife:-2 ~gunshot:-5 ~bullet:-3 ~stab:-4 ~blood:-2 ~doctor:-1.5 ~head:-1 ~leg:-1
    ~infected:-3 ~bleeding:-3 ~soldier:-1.5 ~soldiers:-1.5 ~healed:-3 ~heal:-3 <to:-6 <can:-4 <could:-4
    <did:-5 <will:-5 <would:-4 <open:-4 <head:-4 <flesh:-5 <@B:1
lead     guide=lˈiːd metal=lˈɛd -3.2 -0.4 ~pipe:3.5 ~pipes:3.5 ~paint:3.5 ~roof:2.5 ~poisoning:4 ~poison:2
    ~poisoned:2 ~zinc:4 ~copper:3 ~mercury:4 ~arsenic:4 ~tin:2.5 ~metal:2.5 ~metals:3 ~bullets:2 ~bullet:1.5
    ~contaminated:2.5 ~contamination:2.5 ~toxic:2.5 ~traces:2.5 ~blood:1.5 ~drinking:1.5 ~battery:2.5
    ~batteries:2.5 ~pencil:3 ~petrol:2.5 ~acid:2.5 ~molten:4 ~smelter:3.5 ~mines:1.5 ~mine:1 ~ore:3
    ~soil:1.5 ~glass:0.8 ~heavy:1.2 ~exposure:2 ~stripped:1.5 ~cadmium:4 ~silver:1.5 ~iron:1.5 ~weights:1.5
    ~ammunition:1.5 ~gold:0.7 ~melted:3 ~levels:0.8 ~fumes:2 ~tasted:1 ~coffin:2 ~dust:1.5 ~tests:0.4 <of:1
    <the:-1.2 <a:-2 <into:-0.5 >to:-2.5 >role:-5 >singer:-6 >author:-6 >by:-2 >the:-1.5 >over:-2 >in:-0.3
    >guitar:-5 >actor:-5 >is:0.5 <@T:-3 <@M:-3 <@S:-2 <made:0
bass     music=bˈeɪs fish=bˈæs -1 0 <sea:6 ~pound:1.2 ~landed:1.2 ~catch:1.2 ~fisherman:2.5 ~bait:2
    <largemouth:6 <smallmouth:6 <striped:6 <black:2 <grilled:5 <fried:4 <caught:3 ~fish:2.5 ~fishing:3
    ~lake:2.5 ~river:2 ~caught:2 ~trout:3 ~perch:3 ~rod:2 ~angler:3 ~anglers:3 ~boat:1 ~menu:2 ~fillet:3
    ~fillets:3 ~cod:3 ~salmon:2.5 ~pike:2 ~hook:1.5 ~cooked:1.5 ~pond:2.5 ~lemon:1.5 ~guitar:-5 ~drum:-4
    ~drums:-4 ~player:-4 ~jazz:-4 ~band:-4 ~singer:-4 ~voice:-4 ~line:-2 ~double:-4 ~music:-4 ~song:-3
    ~notes:-3 ~treble:-4 ~clef:-5 ~played:-2 ~plays:-3 ~speakers:-3 ~sound:-2
bow      weapon=bˈoʊ bend=bˈaʊ -0.6 0.9/-1 >to:2 >out:3 >down:3 >before:3 >their:3 >his:2 >her:2 >and:0
    >tie:-6 ~arrow:-4 ~arrows:-4 ~violin:-4 ~cello:-4 ~hair:-2 ~ribbon:-4 ~strings:-2 ~tied:-2.5
    ~hunter:-1.5 ~archer:-3 ~fiddle:-4 ~string:-2 ~gift:-1.5 ~dress:-1.5 ~tie:-2 <<took:4 <<take:4 <<takes:4
    <<taking:4 ~ship:3 ~water:1.2 ~sea:1.5 ~harbour:2 ~yacht:3 ~sailors:2 ~ship's:3 ~boat:2.5 ~stern:4
    ~deck:2.5 ~vessel:3 ~waves:2.5 ~ferry:2.5 ~hull:2.5 ~stage:2 ~audience:2 ~applause:2 ~curtain:2
    ~actors:2 <final:2.5 <low:2 <deep:2.5 <slight:2.5 <little:1 <polite:3 <took:3 <take:3 <taking:3
    <longbow:-3 <red:-2 <pink:-2 <silk:-2 ~took:1.5 ~take:1 ~king:1 ~queen:1 ~pressure:2 ~emperor:1.5
    ~bridge:1 ~cap:0
bows     weapon=bˈoʊz bend=bˈaʊz -0.2 0.9/-1 >to:2 >out:3 >down:3 >before:3 >and:0 ~arrow:-4 ~arrows:-4
    ~violin:-4 ~hair:-2.5 ~ribbon:-4 ~ribbons:-3 ~tied:-2.5 ~archers:-4 ~ship:3 ~boat:2.5 ~stern:4 ~deck:2.5
    ~vessel:3 ~stage:2 ~audience:2 ~applause:2 ~curtain:2 ~took:2 ~dress:-2 ~ship's:3 ~waves:2
row      line=ɹˈoʊ quarrel=ɹˈaʊ -2.4 -1/-2 >over:3 >about:3 >between:2 >with:1.5 >erupted:4 >broke:3 >of:-4
    >house:-2 >across:-2 >ashore:-4 ~erupted:3 ~furious:3 ~political:2.5 ~diplomatic:4 ~bitter:2.5
    ~blazing:4 ~neighbours:1.5 ~minister:1.2 ~ministers:1.2 ~sparked:2.5 ~boat:-4 ~oars:-4 ~seats:-2.5
    ~seat:-2 ~sat:-2.5 ~front:-2.5 ~back:-1.5 ~lake:-2 ~river:-1.5 ~death:-4 ~skid:-5 ~consecutive:-3
    ~houses:-2.5 ~trees:-2 ~table:-1 <a:0.5 <in:-1.5 <front:-4 <death:-5 <second:-3 <third:-3 <back:-3
    <top:-2 <long:-1 <each:-3 <public:2.5 <huge:1 <angry:4 <heated:4 <fierce:4 <growing:2 <latest:1.5
    <trade:2 <had:0.7 <terrible:3 ~wife:1 ~husband:0.7 ~insults:1.5 ~government:1 ~party:0.8 ~centre:0.8
    <<in:-1.5 ~days:-1 ~years:-1 ~times:-1 ~games:-1 ~wins:-1.5
rows     line=ɹˈoʊz quarrel=ɹˈaʊz -3 -1/-2 >over:3.5 >about:3.5 >of:-5 >with:2 >between:1.5 ~diplomatic:4
    ~political:2.5 ~bitter:2.5 ~furious:3 ~seats:-3 ~tents:-2 ~columns:-3 ~parents:1 ~family:1 ~constant:2
rowing   line=ɹˈoʊɪŋ quarrel=ɹˈaʊɪŋ -1 0 >about:3 >over:2 >with:2 ~boat:-4 ~club:-4 ~team:-3 ~river:-3
    ~olympic:-4 ~parents:1.5 <always:1.5
tear     eye=tˈɪɹ rip=tˈɛɹ -0.6 1/-1.5 >in:1.5 >up:3 >down:3 >apart:4 >off:3 >out:2 >open:3 >through:2
    >gas:-7 >ducts:-6 >stained:-6 >drop:-5 >rolled:-4 >ran:-3 ~cheek:-3 ~cheeks:-3 ~eye:-3 ~eyes:-3 ~shed:-4
    ~wiped:-4 ~cried:-2 ~wept:-3 ~muscle:4 ~ligament:5 ~cruciate:5 ~hamstring:5 ~knee:4 ~calf:4 ~shoulder:3
    ~thigh:3 ~tendon:5 ~cartilage:5 ~acl:5 ~rotator:5 ~jacket:2 ~fabric:3 ~cloth:2.5 ~paper:2 ~trousers:2.5
    ~dress:1.5 ~shirt:2 ~sail:2 ~canvas:2.5 ~wear:3 <single:-3 <crocodile:-5 <hamstring:4 ~injury:2
    ~surgery:2 ~retina:3 ~sleeve:2 ~curtain:2 ~bag:1 ~net:1.5
tears    eye=tˈɪɹz rip=tˈɛɹz -1.5 1/-1.5 <in:-4 <into:-5 <to:-4 <of:-3 <with:-3 >of:-2 >up:2.5 >down:1
    >apart:3.5 >off:3 >out:1 >through:1.5 >at:1 >open:2 ~eyes:-3 ~cheeks:-3 ~cheek:-3 ~face:-1.5 ~shed:-3
    ~wept:-2 ~ligament:3 ~muscle:3 ~ligaments:3 <muscle:5 ~wiped:-3 ~jacket:1.5 ~fabric:2
minute   time=mˈɪnɪt tiny=maɪnˈuːt -1 -0.2 <@B:3 <so:5 <very:3 <too:4 <in:1.5 <@Q:-3 <a:-0.7 <the:-0.7
    <last:-5 <per:-5 <next:-4 <every:-3 <this:-3 <th:-5 <one:-4 <any:-3 <each:-3 <first:-3 <final:-4
    <half:-4 <up:-3 <same:-3 >amounts:6 >amount:6 >particles:7 >traces:6 >trace:5 >detail:6 >details:6
    >quantities:7 >quantity:6 >fraction:6 >fractions:6 >differences:6 >difference:5 >increase:3 >crack:4
    >particle:6 >droplet:5 >scale:4 >cracks:5 >crystals:5 >changes:4 >creatures:5 >organisms:6 >portion:4
    >proportion:5 >droplets:6 >examination:4 >scratches:4 >fragments:5 >writing:3 >handwriting:5 >grains:5
    >variations:5 >insects:5 >pieces:4 >doses:5 >dose:4 >specks:5 >holes:4 >print:3 >silence:-4 >@.:-1
    >later:-4 >walk:-4 >drive:-4 >to:-1 >of:-1 >before:-2 >@L:2.5 <almost:1 <with:1 <even:2 <wait:-5
    <@J:-1.5 <eighty:-3
dove     bird=dˈʌv dive=dˈoʊv -0.6 1/-1.5 >into:4 >under:3 >for:3 >in:1 >from:1.5 >off:4 >deep:4 >down:3
    >headfirst:5 >behind:3 >beneath:3 >through:2 >onto:3 >to:1 ~white:-2 ~peace:-3 ~bird:-2 ~birds:-2
    ~cooed:-4 ~nest:-2 ~sang:-1 ~hawk:-3 ~hawks:-3 ~wings:-2 ~pool:1.5 ~sea:1 ~goalkeeper:1.5 ~cover:1.5
    ~olive:-4 ~branch:-2 >grey:-4 <white:-3 <turtle:-5 <mourning:-5
close    adj=klˈoʊs verb=klˈoʊz 0 1/-2.5 >to:-4.5 >by:-4 >friend:-6 >friends:-6 >ally:-6 >allies:-6 >ties:-6
    >links:-5 >relationship:-6 >relations:-5 >race:-5 >call:-6 >look:-6 >attention:-6 >watch:-5 >range:-6
    >quarters:-6 >contact:-6 >relative:-5 >relatives:-6 >contest:-4 >eye:-4 >family:-4 >associate:-6
    >associates:-6 >aide:-6 >aides:-6 >second:-4 >together:-6 >behind:-5 >enough:-7 >up:-2 >game:-3
    >match:-3 >finish:-4 >combat:-5 >encounter:-5 >encounters:-5 >proximity:-6 >inspection:-5
    >examination:-5 >tabs:-5 >cooperation:-5 >knit:-6 >partner:-5 >colleagues:-5 >colleague:-6
    >connections:-5 >run:-3 <as:-4 <how:-4 <very:-7 <so:-6 <too:-6 <come:-6 <came:-6 <comes:-5 <get:-4
    <got:-4 <getting:-5 <stay:-5 <stayed:-6 <stood:-5 <sat:-5 <sit:-4 <stand:-4 <keep:-3 <kept:-3 <held:-4
    <hold:-2 <pretty:-5 <quite:-5 <extremely:-6 <remained:-6 <remain:-5 <dangerously:-6 <moved:-3 <drew:-3
    <worked:-5 <grew:-5 <become:-5 <became:-6 <are:-1 <were:-1 <once:-3 <@B:-2 >of:5.5 >down:4 >for:1.5
    >at:1.5 >on:0.5 >in:0.4 <a:-0.2 <the:2.2 >@N:-1.2 <market:4 <early:2 <<to:4 <<drew:7 <<draws:7 <<draw:7
    <<brought:7 <<bring:7 <<came:4 <<comes:4 <<brings:7 <<drawing:7 >@.:1 <this:2 ~shares:0.7 ~trading:1.5
    <its:2
closes   adj=klˈoʊsᵻz verb=klˈoʊzᵻz 9 0
closer   adj=klˈoʊsɚ noun=klˈoʊzɚ -3 0 <the:0.5 <deal:4 >of:2 ~baseball:4 ~innings:4
sewer    drain=sˈuːɚ person=sˈoʊɚ -1.5 0 ~quilt:3 ~quilts:3 ~dress:2 ~dresses:3 ~needle:3 ~skilled:2
    ~cloth:2 ~clothes:2 ~pattern:1.5 ~fabric:2.5 ~curtains:2 ~keen:1.5 ~seamstress:3 ~sewing:3 ~garments:2.5
    ~stitches:3 ~home:0.7
sewers   drain=sˈuːɚz person=sˈoʊɚz -1.5 0 ~quilts:3 ~dresses:3 ~needle:3 ~cloth:2 ~pattern:1.5 ~fabric:2.5
    ~patterns:2 ~keen:2 ~sewing:3 ~stitches:3 ~machines:1.5
sow      seed=sˈoʊ pig=sˈaʊ -0.5 -1.2 ~pig:2.5 ~pigs:2.5 ~piglets:4 ~boar:3 ~litter:2 ~farrowing:4 ~sty:3
    ~seed:-3 ~seeds:-3 ~wheat:-3 ~reap:-4 ~crops:-3 ~doubt:-3 ~discord:-3 ~confusion:-3 ~fed:1 ~ear:1.5
    ~purse:2 ~silk:1.5
sows     pig=sˈaʊz seed=sˈoʊz 0 1.5 ~pig:-2.5 ~pigs:-2.5 ~piglets:-4 ~boars:-3 ~boar:-3 ~sty:-3 ~litter:-2
    ~seed:3 ~seeds:3 ~wheat:3 ~crops:2.5 ~doubt:3 ~discord:3 ~reaps:4 >confusion:4 >division:4 >fear:3
    ~farrowing:-3 ~crates:-2
putting  put=pˈʊɾɪŋ golf=pˈʌɾɪŋ -2 0 ~golf:4 ~golfer:4 ~green:3 ~greens:3.5 ~hole:1 ~birdie:4 ~putter:4
    ~birdies:4 ~par:2.5 ~driving:1 ~chipping:4 >green:5 >stroke:6 >surface:3 <his:1.5 <her:1.5 >the:-2.5
    >on:-2 >a:-2.5 >up:-2 >off:-3 >out:-2 >in:-2 >together:-3 >it:-2 >his:-2 >their:-2 >her:-2 >pressure:-4
    >more:-2 <by:-1 ~course:1 ~tee:3
does     do=dˈʌz deer=dˈoʊz -3.5 0 ~stag:4 ~stags:4 ~deer:3 ~fawns:4 ~fawn:4 ~bucks:4 ~herd:2.5 ~buck:2.5
    <@Q:2 >not:-6 >it:-3 >he:-4 >she:-4 <he:-6 <she:-6 <it:-6 ~antlers:2 ~grazing:2 <the:0.5 <three:1
    ~rabbits:2
moped    bike=mˈoʊpɛd sulk=mˈoʊpt -0.2 1 >about:3 >around:3 >for:1.5 >in:1 >at:1 ~helmet:-2 ~rider:-3
    ~thief:-2 ~bedroom:1.5 ~house:1 ~stolen:-2 >rider:-5 >driver:-5
mow      cut=mˈoʊ hay=mˈaʊ -4 -0.5 ~hay:0.8 ~barn:2.5 <barley:4
learned  verb=lˈɜːnd adj=lˈɜːnᵻd -1 -0.8 <a:4 <my:4 <the:2 <most:3 <very:4 >man:4 >men:4 >society:5
    >societies:5 >friend:5 >friends:4 >judge:4 >journal:4 >journals:5 >professor:4 >judges:4 >scholar:5
    >scholars:5 >lecture:3 >treatise:4 >debate:2 >to:-4 >that:-4 >how:-4 >the:-3 >of:-3 >from:-3 >about:-3
    >behaviour:-5 <lessons:-3 <was:0.5 <be:-1.5 <@H:-4 <@S:-3 <and:0.5 <as:0
blessed  verb=blˈɛst adj=blˈɛsᵻd -1 -0.8 <the:2 <a:2.5 <every:5 <that:1.5 <this:2 <whole:4 <of:1 >virgin:6
    >sacrament:6 >mother:3 >relief:4 >thing:4 >day:2.5 >saint:4 >@.:-0.7 >with:-4 >by:-3 >to:-2 >the:-3
    <@B:-2 <@S:-3 <@H:-3 >memory:4 >are:3.5 >mary:5 >silence:3 >trinity:5 >event:3 @cap:1 >@N:0.5 @start:0.3
aged     years=ˈeɪdʒd old=ˈeɪdʒᵻd -1.8 0 <an:2 <the:3 <his:3 <her:3 <my:3 <their:3 <our:3 >parents:3
    >parent:3 >mother:4 >father:4 >relatives:4 >aunt:4 >grandmother:3 >uncle:4 >population:1 >@Q:-6
    >between:-6 >just:-3 >only:-3 >over:-3 >under:-3 >about:-3 >beef:-5 >cheese:-5 >whisky:-5 >rum:-4 <of:1
    <@H:-6 >and:1.5 >care:2 >couple:2 >pensioners:3 >in:-1.5 <well:-3 <middle:-9 >by:-3 ~sick:2 ~oak:-3
    ~barrels:-3
dogged   verb=dˈɔːɡd adj=dˈɔːɡᵻd 0.2 -0.6 >by:-5 <a:3 <with:2 <the:1.5 <his:2.5 <her:2.5 <been:-4 <has:-4
    <have:-4 <had:-4 >determination:5 >resistance:5 >defence:4 >persistence:5 >pursuit:4 >the:-3 >him:-5
    >her:-3 >his:-3 >their:-3 >work:2.5 >reporting:3 >refusal:4 <was:0 <more:2 <@N:-1 <@L:-2.5 <that:-4
    <which:-4 >defending:4 >effort:4 <by:2.5 <and:1.5 <to:1 >display:4
crooked  bent=kɹˈʊkɪd verb=kɹˈʊkt -4 0 >his:3.5 >her:3.5 >a:3 >finger:2
beloved  adj=bᵻlˈʌvᵻd verb=bᵻlˈʌvd -4 0 >of:4 >by:5.5 <much:2
cursed   verb=kˈɜːst adj=kˈɜːsᵻd -3 0 <this:5 <that:4 <the:1.5 <these:4 >by:-3 >the:-3
axes     tool=ˈæksᵻz axis=ˈæksiːz -1 0 ~graph:4 ~chart:4 ~vertical:4 ~horizontal:4 ~two:0.7 ~three:0.5
    ~symmetry:4 ~rotation:4 ~coordinate:4 ~y:4 ~x:4 ~plot:3 ~rotate:3 ~ellipse:4 ~perpendicular:4
    ~labelled:2 ~coordinates:3 ~both:1 ~spin:2 ~time:0.5 ~scale:1.5 ~knives:-4 ~stone:-3 ~wood:-2 ~saws:-4
    ~firefighters:-3 ~trees:-3 ~handles:-2 ~hammers:-4 ~attack:-2 ~police:-1 ~guns:-3 >the:-1.5 >jobs:-4
    ~jobs:-3 ~door:-2 >of:0.8 <the:0.3
bases    base=bˈeɪsᵻz basis=bˈeɪsiːz -2 0 <legal:4 <theoretical:4 <moral:4 <factual:4 <scientific:4
    <philosophical:4 <ideological:4 <biological:4 <intellectual:4 >for:1.5 >of:1 ~legal:1.5 ~theory:1.5
    ~military:-4 ~air:-3 ~army:-3 ~naval:-4 ~troops:-3 ~loaded:-4 ~customer:-3 ~theories:1.5 ~knowledge:1
    ~argument:2 ~acids:-3 ~decision:1 ~decisions:1.5 ~claims:1 >on:-3 ~moral:1.5
ellipses mark=ᵻlˈɪpsiːz curve=ᵻlˈɪpsᵻz -1 0 ~orbit:3 ~orbits:3 ~circles:3 ~planets:3
buffet   meal=bəfˈeɪ blow=bˈʌfɪt -2 1 ~winds:2.5 ~wind:2.5 ~gales:2.5 ~storms:2.5 ~waves:2 ~breakfast:-3
    ~lunch:-3 ~served:-3 ~eat:-3 ~food:-3 ~table:-2 ~car:-2 ~gusts:2.5
buffets  meal=bəfˈeɪz blow=bˈʌfɪts -0.5 1 ~winds:2.5 ~wind:2.5 ~gales:2.5 ~storms:2.5 ~waves:2 ~breakfast:-3
    ~hotel:-2 ~food:-3 ~eat:-3
number   count=nˈʌmbɚ numb=nˈʌmɚ -7 0 <grew:8 <grow:7 <grows:7 <growing:7 <became:8 <become:6 <felt:5
    <feel:5 <went:4 <even:3 <getting:5 >and:1.5 >of:-5 ~fingers:2 ~toes:2 ~feet:2 ~hands:1.5 ~lips:2
    ~limbs:2 ~cold:1.5 ~ice:1 ~icy:1
invalid  untrue=ɪnvˈælɪd patient=ˈɪnvəlɪd -1.6 0 <an:1.2 <the:0.7 <a:0 <chair:0 >@.:0.6 >@N:-2 >@B:1 <@B:-5
    >and:0.5 <bedridden:5 <elderly:4 <old:3 <poor:3 <her:1.5 <his:1.5 >mother:5 >wife:5 >father:5 >sister:5
    >husband:5 >son:4 >daughter:4 >brother:4 >aunt:4 >who:3 >in:1 >for:0.5 <as:0 ~wheelchair:1.5 ~nursed:2
    ~bed:1.5 ~illness:1 ~ballots:-3 ~votes:-3 <@V:-2 <declared:-5 <ruled:-4 <permanent:3 <chronic:3
invalids patient=ˈɪnvəlɪdz untrue=ɪnvˈælɪdz -9 0
complex  noun=kˈɑːmplɛks adj=kəmplˈɛks -0.8 0 >@N:1.2 >@L:2.5 >@J:1.5 >and:1.5 <@B:3 <@R:2 <so:3 <too:3
    <very:4 <more:4 <most:4 <increasingly:4 <highly:4 <and:1.5 <@N:-3.5 <the:-0.7 >of:-3 <inferiority:-6
    <housing:-5 <sports:-6 <leisure:-6 <apartment:-6 <shopping:-6 <industrial:-6 <military:-3 <@L:-3 <a:1
    >issue:3 >problem:3 >system:2 <hugely:4 <extremely:4 <nuclear:-3 <residential:-5 <guilt:-4 >in:-1
    >with:-1 >@B:-2 >@.:-0.5
complexes noun=kˈɑːmplɛksᵻz adj=kəmplˈɛksᵻz -9 0
primer   paint=pɹˈaɪmɚ book=pɹˈɪmɚ -1.2 0 >on:3 >for:1 <latin:4 <quick:2 ~paint:-3 ~coat:-3 ~wall:-2
    ~walls:-2 ~wood:-2 ~textbook:3 ~guide:1.5 ~reading:1.5 ~school:1.5 ~pupils:2 ~beginners:2
viola    music=viˈoʊlə flower=vˈaɪələ -2 0 ~pansies:4 ~garden:2.5 ~flowers:2.5 ~petals:3 ~plants:2
    ~violin:-3 ~orchestra:-3
sake     for=sˈeɪk drink=sˈɑːki -2.5 0 ~japanese:2.5 ~rice:3 ~drank:2.5 ~drink:2 ~sushi:4 ~bottle:2.5 ~cup:2
    ~cups:2 ~warm:1.5 ~hot:1.5 ~brewery:4 ~beer:2.5 ~brewers:4 >of:-6 <the:-0.7 <god's:-8 <heaven's:-8
slough   mud=slˈaʊ shed=slˈʌf -0.2 1 >off:5 >of:-2 ~skin:3 @cap:-20 @start:-2
slaver   ship=slˈeɪvɚ drool=slˈævɚ 0 1
pasty    pie=pˈæsti pale=pˈeɪsti -0.5 0 >face:4 >faced:5 >skin:4 ~pale:3 ~complexion:4 ~cornish:-4 ~meat:-3
    ~eat:-2 ~ate:-2 ~bakery:-3 <looked:3 <@B:1
resumes  verb=ɹᵻzˈuːmz noun=ɹˈɛzuːmˌeɪz -0.7 -1 ~jobs:2 ~job:1.5 ~applicants:3 ~employers:2.5 ~candidates:2
    ~talks:-2 ~trial:-2 <their:3 <of:3 <send:4 <sent:4
skied    sport=skˈiːd sky=skˈaɪd -3 0 ~ball:3 ~shot:2.5 ~penalty:4 ~catch:3 ~caught:2 ~slopes:-3 ~slope:-3
    >down:-3 >the:1
hinder   stop=hˈɪndɚ rear=hˈaɪndɚ -4 -0.4 >legs:5 >parts:5 >part:5 >end:3
evening  night=ˈiːvnɪŋ even=ˈiːvənɪŋ -5 0 >out:5 >up:3
thou     you=ðˈaʊ sum=θˈaʊ -3 0 <@Q:4 <a:3 <few:4
"""
