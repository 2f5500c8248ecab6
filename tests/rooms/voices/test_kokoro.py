"""Kokoro on a tiny model of its signature: exact times, the same bytes, and broken files said to be so."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from tests.tiny_kokoro import HOP, kokoro_model, put_kokoro
from tests.tiny_voice import model as piper_model

from oyez.errors import BadVoice, SynthesisError, VoiceNotFound
from oyez.model.script import Sentence, Word
from oyez.voices.contract import Voice
from oyez.voices.contract_test import VoiceContract
from oyez.voices.find import find_voice, installed_voices, load_voice
from oyez.voices.importing import import_voices, remove_voice
from oyez.voices.kokoro import Kokoro, KokoroVoice
from oyez.voices.kokoro_phonemes import kokoro_ipa

Say = Callable[[str], Sentence]
LONG = "The harbour office closed in the middle of the night, and it is not clear when it will open again."


@contextmanager
def opened() -> Iterator[KokoroVoice]:
    engine = Kokoro()
    voice = engine.load(next(iter(engine.voices())))
    try:
        yield voice
    finally:
        voice.close()


class TestKokoro(VoiceContract):
    @pytest.fixture(scope="class")
    @classmethod
    def voice(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voice]:
        folder = tmp_path_factory.mktemp("voices")
        put_kokoro(folder)
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("OYEZ_VOICES", str(folder))
            voice = load_voice(find_voice("kokoro:af_heart"))
            yield voice
            voice.close()


def test_the_voices_of_the_languages_that_can_be_pronounced(voices_folder: Path) -> None:
    assert not list(Kokoro().voices())
    put_kokoro(voices_folder, "af_heart", "bm_george", "ff_siwis", "jf_alpha", "zf_xiaobei", "notes", "xx_y")
    listed = {info.name: info.language for info in installed_voices() if info.engine == "kokoro"}
    assert listed == {"kokoro:af_heart": "en-us", "kokoro:bm_george": "en-gb", "kokoro:ff_siwis": "fr-fr"}
    assert find_voice("af_heart").label == "Heart, Kokoro"


def test_its_times_are_its_durations(voices_folder: Path, say: Say) -> None:
    put_kokoro(voices_folder)
    with opened() as voice:
        clip = voice.say(say(LONG))
    assert clip.measured and clip.sample_rate == 24_000 and not clip.notes
    assert all(start % HOP == end % HOP == 0 for start, end in clip.times)
    assert all(before[1] <= after[0] for before, after in pairwise(clip.times))


@pytest.mark.parametrize("options", [{"durations": False}, {"durations": False, "ids": "tokens"}])
def test_a_model_that_tells_no_durations(voices_folder: Path, say: Say, options: dict[str, object]) -> None:
    put_kokoro(voices_folder, model=kokoro_model(**options))  # type: ignore[arg-type]
    with opened() as voice:
        clip = voice.say(say(LONG))
    assert not clip.measured and any("estimated" in note for note in clip.notes)
    assert all(end > start for start, end in clip.times)


def test_its_dice_fall_the_same_way(voices_folder: Path, say: Say) -> None:
    put_kokoro(voices_folder, model=kokoro_model(chance="RandomUniformLike"))
    with opened() as voice:
        first = voice.say(say("a boat")).samples.tobytes()
        voice.say(say(LONG))
        assert voice.say(say("a boat")).samples.tobytes() == first


def test_a_style_has_a_row_for_each_length(voices_folder: Path, say: Say) -> None:
    put_kokoro(voices_folder)
    with opened() as voice:
        short, long = voice.say(say("boat")), voice.say(say(LONG))
    loud = [clip.samples.astype(float).std() for clip in (short, long)]
    assert loud[1] > 1.3 * loud[0]


def test_a_word_without_end_is_silent(voices_folder: Path) -> None:
    put_kokoro(voices_folder)
    words = (Word(0, 1, "a"), Word(2, 3, "boat" * 500), Word(4, 5, "leaves", mark="."))
    with opened() as voice:
        clip = voice.say(Sentence(0, words, 0.0, "en", "paragraph"))
        assert any("could not be spoken" in note for note in clip.notes)
        with pytest.raises(SynthesisError):
            voice.say(Sentence(0, words[1:2], 0.0, "en", "paragraph"))


@pytest.mark.parametrize("model", [b"", b"not a model", piper_model(), kokoro_model()[:-50]])
def test_models_that_are_not_kokoro(voices_folder: Path, say: Say, model: bytes) -> None:
    put_kokoro(voices_folder, model=model)
    with opened() as voice, pytest.raises(BadVoice) as caught:
        voice.say(say("a boat"))
    assert caught.value.hint


@pytest.mark.parametrize(
    "symbols",
    ["", "[]", "{}", '{"vocab": []}', '{"vocab": {"a": "b"}}', '{"vocab": {"a": -1}}', "[" * 99_999],
)
def test_symbols_that_are_none(voices_folder: Path, symbols: str) -> None:
    put_kokoro(voices_folder, symbols=symbols)
    engine = Kokoro()
    with pytest.raises(BadVoice, match=r"tokenizer\.json"):
        engine.load(next(iter(engine.voices())))


def test_files_that_are_missing_or_cut_off(voices_folder: Path) -> None:
    place = put_kokoro(voices_folder)
    engine = Kokoro()
    info = next(iter(engine.voices()))
    style = place / "voices/af_heart.bin"
    style.write_bytes(style.read_bytes()[:-1])
    with pytest.raises(BadVoice, match="rows of 256"):
        engine.load(info)
    style.unlink()
    with pytest.raises(BadVoice, match="gone"):
        engine.load(info)
    style.write_bytes(bytes(1024))
    (place / "second.onnx").write_bytes(b"")
    with pytest.raises(BadVoice, match="2 models"):
        engine.load(info)
    assert not list(engine.voices())


@pytest.mark.parametrize(
    ("ipa", "voice", "spelled"),
    [
        ("dʒˈɔɪ", "en-us", "ʤˈY"),
        ("bˈʌʔn\u0329", "en-us", "bˈʌtᵊn"),
        ("wˈɜːɹld", "en-us", "wˈɜɹld"),
        ("wˈɔːɾɚ", "en-us", "wˈɔɾəɹ"),
        ("fˈeə", "en-gb", "fˈɛː"),
        ("hˈaʊs", "en-gb", "hˈWs"),
        ("mˈeɪɚɹ", "en-us", "mˈAəɹ"),
        ("mˈaɪ", "es", "mˈaɪ"),
    ],
)
def test_the_spelling(ipa: str, voice: str, spelled: str) -> None:
    assert kokoro_ipa(ipa, voice) == spelled


def published(folder: Path, *, root: str = "") -> dict[str, bytes]:
    """The tiny model as its publisher lays it out: path -> content."""
    place = put_kokoro(folder, "af_heart", "jf_alpha")
    styles = {f"{root}voices/{file.name}": file.read_bytes() for file in (place / "voices").iterdir()}
    return styles | {
        f"{root}onnx/model.onnx": (place / "model.onnx").read_bytes(),
        f"{root}onnx/model_quantized.onnx": b"another",
        f"{root}tokenizer.json": (place / "tokenizer.json").read_bytes(),
        f"{root}config.json": b'{"model_type": "style"}',
        f"{root}README.md": b"# Kokoro",
    }


@pytest.mark.parametrize("zipped", [False, True])
def test_it_is_imported_as_it_is_published(voices_folder: Path, tmp_path: Path, zipped: bool) -> None:
    files = published(tmp_path / "elsewhere", root="../../" if zipped else "")
    source = tmp_path / ("kokoro.zip" if zipped else "given")
    if zipped:
        with zipfile.ZipFile(source, "w") as archive:
            for path, content in files.items():
                archive.writestr(path, content)
    else:
        for path, content in files.items():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            (source / path).write_bytes(content)
    assert import_voices(source, voices_folder) == ("kokoro:af_heart",)
    assert find_voice("kokoro:af_heart").natural
    kept = {str(path.relative_to(voices_folder)) for path in voices_folder.rglob("*") if path.is_file()}
    assert {path for path in kept if path[0] != "."} == {
        "kokoro/model.onnx", "kokoro/tokenizer.json",
        "kokoro/voices/af_heart.bin", "kokoro/voices/jf_alpha.bin",
    }  # fmt: skip
    assert import_voices(source, voices_folder) == ("kokoro:af_heart",), "again, over what is there"
    assert remove_voice("af_heart", voices_folder) == "kokoro:af_heart"
    assert (voices_folder / "kokoro/model.onnx").exists()
    assert remove_voice("kokoro:jf_alpha", voices_folder) == "kokoro:jf_alpha"
    assert not (voices_folder / "kokoro").exists()
    with pytest.raises(VoiceNotFound):
        find_voice("kokoro:af_heart")


def test_what_does_not_speak_is_not_imported(voices_folder: Path, tmp_path: Path) -> None:
    put_kokoro(tmp_path, model=piper_model())
    with pytest.raises(BadVoice):
        import_voices(tmp_path / "kokoro", voices_folder)
    assert not list(voices_folder.rglob("*.bin")) and not list(voices_folder.iterdir())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("af_heart", "a boat"), ("bm_george", "a boat"), ("ef_dora", "un barco"), ("ff_siwis", "un bateau"),
        ("hf_alpha", "नाव"), ("if_sara", "una barca"), ("pf_dora", "um barco"),
    ],
)  # fmt: skip
def test_every_language_has_its_pronunciation(voices_folder: Path, say: Say, name: str, text: str) -> None:
    put_kokoro(voices_folder, name)
    with opened() as voice:
        clip = voice.say(say(text))
    assert clip.measured and clip.samples.any() and voice.info.name == f"kokoro:{name}"
