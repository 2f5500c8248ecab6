"""The language of a part: prose in another language is seen, names and short lines are left alone."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.scripting.detecting import language_of, part_language

FOREIGN = {
    "de": "Wir haben den Hafen seit Montag geschlossen, weil das Wasser viel zu hoch steht.",
    "fr": "La pluie tombe sur le port depuis lundi, et personne ne s’en étonne vraiment.",
    "es": "El puerto estará cerrado hasta el lunes, dijo la alcaldesa de la ciudad vieja.",
    "pt": "O porto estará fechado até segunda-feira, disse a prefeita da cidade velha.",
    "it": "Il porto resterà chiuso fino a lunedì, ha detto la sindaca della città vecchia.",
    "nl": "De haven blijft tot maandag dicht omdat het water veel te hoog staat, zei zij.",
    "sv": "Hamnen är stängd till måndag eftersom vattnet står för högt, sade borgmästaren.",
    "da": "Havnen er lukket indtil mandag, fordi vandet står alt for højt, sagde borgmesteren.",
    "fi": "Satama on suljettu maanantaihin asti, koska vesi on aivan liian korkealla tänään.",
    "pl": "Deszcz w porcie zaczął padać w poniedziałek i nikogo to właściwie nie zdziwiło.",
    "cs": "Přístav zůstane zavřený do pondělí, protože voda je příliš vysoká, řekla starostka.",
    "tr": "Liman pazartesi gününe kadar kapalı kalacak, çünkü su çok yüksek, dedi başkan.",
    "ro": "Portul va rămâne închis până luni, pentru că apa este mult prea mare, a spus ea.",
    "hu": "A kikötő hétfőig zárva marad, mert a víz túl magasan áll, mondta a polgármester.",
    "id": "Pelabuhan akan ditutup sampai hari Senin karena air terlalu tinggi, kata wali kota.",
    "vi": "Cảng sẽ đóng cửa cho đến thứ Hai vì nước quá cao, thị trưởng của thành phố nói.",
    "ru": "Порт будет закрыт до понедельника, потому что вода стоит слишком высоко.",
    "uk": "Порт буде закритий до понеділка, тому що вода стоїть занадто високо.",
    "el": "Το λιμάνι θα μείνει κλειστό μέχρι τη Δευτέρα.",
    "ar": "سيبقى الميناء مغلقا حتى يوم الاثنين بسبب المد العالي",
    "fa": "بندر تا دوشنبه بسته می‌ماند چون آب بسیار بالا است",
    "he": "הנמל יישאר סגור עד יום שני",
    "hi": "बंदरगाह सोमवार तक बंद रहेगा",
    "th": "ท่าเรือจะปิดจนถึงวันจันทร์",
    "ko": "항구는 월요일까지 닫혀 있을 것이다",
    "ja": "港は月曜日まで閉鎖される見通しだ",
    "zh": "由于水位过高,港口将关闭至星期一,市长星期五在新闻发布会上对记者表示,渡轮也将停航。",
}
ENGLISH = "The harbour has been closed since Monday because the water is far too high, the mayor said."
NO_LANGUAGE = (
    "Angela Merkel, Olaf Scholz, Friedrich Merz, Annalena Baerbock, Robert Habeck",
    "Rimsky-Korsakov Scheherazade, Mussorgsky Khovanshchina, Shostakovich Leningrad",
    "San Marino, Milano, Firenze, Bologna, Napoli, Palermo, Torino, Cagliari, Bari",
    "Kuala Lumpur, Jakarta, Surabaya, Bandung, Medan, Makassar, Denpasar, Manado",
    "iPhone 15 Pro Max 256GB, Galaxy S24 Ultra, Pixel 8 Pro and more",
    "Photo: Harbour Post / Agence du Port / Reuters",
    "Ja, bitte.",
    "12,345 – 67.8% (2024)",
    "https://example.com/der/und/die/das/ist/nicht/so/und/so/weiter?und=die&der=das",
    "def f(x): return [y for y in x if y is not None]",
    "",
    "👍👍👍",
    "Δ",
)


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("page", ["en-GB", "de", "ja", "pl"])
def test_prose_in_another_language_is_seen(language: str, page: str) -> None:
    found = part_language(FOREIGN[language], page)
    assert found == (page if page.startswith(language) else language)


@pytest.mark.parametrize("page", ["de", "fr", "sv", "ru", "zh-Hans", "ar", "tr", "ca"])
def test_english_on_other_pages_is_seen(page: str) -> None:
    assert part_language(ENGLISH, page) == "en"


@pytest.mark.parametrize("text", NO_LANGUAGE)
@pytest.mark.parametrize("page", ["en", "de-AT", "fr"])
def test_names_and_short_lines_keep_the_language_of_the_page(text: str, page: str) -> None:
    assert part_language(text, page) == page


def test_near_languages_are_not_told_apart() -> None:
    assert part_language(FOREIGN["da"], "nb") == "nb"
    assert part_language("港口將關閉至星期一", "yue") == "yue"


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_has_a_language_by_itself(language: str) -> None:
    assert language_of(FOREIGN[language]) == language


def test_figures_have_none() -> None:
    assert language_of("12, 34") == "und"


@given(st.text(), st.sampled_from(["en", "de", "zh", "ru", "und", "", "ar-EG"]))
def test_any_text_has_an_answer(text: str, page: str) -> None:
    assert isinstance(part_language(text, page), str)
    assert language_of(text)


def test_plain_english_loads_no_classifier() -> None:
    code = (
        "import sys; from oyez.scripting.detecting import part_language;"
        f"assert part_language({ENGLISH!r}, 'en') == 'en'; sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
