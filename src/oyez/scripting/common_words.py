"""The commonest words of the languages that news is written in: enough to know a language by.

Articles, prepositions, pronouns and conjunctions make a third of all running text, whatever it is about.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COMMON_WORDS"]

_WORDS = {
    "en": """the of and to a in that is was for it with as his he on be at by i this had not are but from
    or have an they which one you were her all she there would their we him been has when who will more
    no if out so said what up its about into than them can only other new some could time these two may
    then do first any my now such like our over me even most after also did many before must through
    years where much your how well should because each just those people how too under while us against
    between being during both until again once here why""",
    "de": """der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
    werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben
    nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe
    seine ihre dann unter wir soll ich eines jahr zwei jahren diese dieser wieder keine seiner uns was
    wo""",
    "fr": """le la les de des du un une et est en que qui dans pour pas sur au ce il elle ne se par plus
    avec son sa ses aux mais ou nous vous ils elles on je cette ces leur leurs été être avoir fait comme
    tout tous sont ont a sans entre aussi bien deux même où si après avant très était avait selon depuis
    lors contre chez sous y d l c s n qu""",
    "es": """el la los las de del un una y en que es por para con no se su sus al lo como más pero o este
    esta ha sobre entre cuando muy sin también fue hay desde todo nos ya yo son dos tiene hasta donde
    han ser está ante ellos e esto mí antes algunos contra otros ese eso había porque era si según tras""",
    "it": """il lo la i gli le di del della dei delle un una e è in che per non con si su da dal al alla
    nel nella come più ma anche o ha sono questo questa ci sua suo loro dopo tra fra stato essere se
    alle dalla nei ai degli quando molto ancora senza contro due prima anni era hanno l d""",
    "pt": """o a os as de do da dos das um uma e em que é não para com por se no na nos nas mais como mas
    foi ao ele ela à seu sua ou quando muito já também só pelo pela até isso entre depois sem mesmo aos
    seus quem são está tem ser há era sobre anos após dois""",
    "nl": """de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar bij door
    naar uit nog wordt hij ze heeft over hun worden deze tot was meer kan al werd wel onder hebben geen
    wat dit jaar zo moet veel tegen ik je zich twee na omdat""",
    "sv": """och i att det som en på är av för med den till inte har de ett om var han men sig så från vid
    kan under efter eller nu ska när över år också vi hade där bara ut mot blir upp någon sin hon vara
    blev mellan varit mycket""",
    "da": """og i at det som en på er af for med den til ikke har de et om var han men sig så fra ved kan
    under efter eller nu skal når over år også vi havde der kun ud mod bliver op sin hun være blev
    mellem været meget hvor""",
    "nb": """og i at det som en på er av for med den til ikke har de et om var han men seg så fra ved kan
    under etter eller nå skal når over år også vi hadde der bare ut mot blir opp sin hun være ble mellom
    vært mye hvor""",
    "fi": """ja on ei että se oli hän mutta ovat myös joka kun niin kuin tai sen ole vain jo mukaan sekä
    jos hänen nyt olla ollut noin vielä mitä tämä siitä kanssa vuoden ne he jossa ennen jälkeen""",
    "pl": """i w na z się nie do że to jest o jak a po co tak za od ale przez dla są tym już był czy może
    przy jego oraz być lub także ze jednak który która które tylko było była roku bardzo tego pod przed""",
    "cs": """a v se na je že to s z o i do ve pro za k ale jako jsou by po od si podle byl tak který která
    které jeho při už také jen ze bylo byla než má roku však nebo až před mezi""",
    "ro": """și de în a la cu pe un o din care nu este pentru că mai se fi au sunt ca al prin după fost sau
    dar său lui ale cei cele această acest fără între până când""",
    "hu": """a az és hogy nem is egy meg ez csak de volt már van még mint el ha vagy volna lehet azt kell
    aki ami szerint után között ezt csak minden több két""",
    "tr": """ve bir bu da de için ile olarak çok daha gibi olan kadar sonra ancak en ne değil var ama o şu
    her ya göre tarafından olduğu oldu olduğunu iki yıl""",
    "id": """yang dan di dari untuk dengan pada ini itu tidak adalah dalam akan ke oleh juga telah ada
    mereka bisa sebagai tersebut kata lebih saat atau karena kami dia tahun setelah para belum sudah""",
    "vi": """và của là có được cho không trong người một các đã với này những để ở khi từ đến cũng về như
    ông tại sẽ ra vào nhưng trên""",
    "ru": """и в не на что с он по это как его из но за от к у о а также для же бы года был была было были
    они она мы все так при после того до или если уже когда где который которые только""",
    "uk": """і в не на що з він по це як його із але за від до у о а також для ж б року був була було були
    вони вона ми всі так при після того або якщо вже коли де який які та про""",
}
COMMON_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _WORDS.items()
}
"""Language -> its commonest words, in small letters; a word may be one of several languages."""
