"""One frozen object of settings: arguments over environment (OYEZ_*) over file over defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from oyez.errors import InvalidOption

__all__ = ["Settings", "load_settings"]

_SECTION = "oyez"  # of the settings file: [oyez]
_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off", ""})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; each name is also an environment variable, OYEZ_STORE and so on.

    store          folder of clips and encoded files
    store_bytes    how large it may grow
    voices         folder of voices that were installed
    lexicon        file of the listener's own pronunciations, in PLS; it need not be there
    voice          the voice used where none is named, or one a language ("en=amy,de=thorsten"); "" is the
                   best one for the article's language
    voice_mirror   address below which voices lie as on the host that publishes them; "" is that host
    fetch_seconds  for a page, redirects and all
    page_bytes     the largest page that is fetched, decompressed
    file_bytes     the largest file that is read: a text, a PDF, a book
    article_pages  of an article on several pages, how many are fetched; 1 is the first alone
    allow_private  also fetch from this machine and its own network
    stand_ins      a part in another language than the article's has a voice of that language
    quote_voice    the voice of quotations whose speaker the text states; "" is the voice of all the rest
    openai_url     address of a server with /v1/audio/speech; "" is none, and then nothing is sent anywhere
    openai_key     what it is shown as a bearer token; printed nowhere
    openai_model   the model asked for
    openai_voices  names of its voices that are listed, comma-separated; others can be named all the same
    """

    store: Path
    voices: Path
    lexicon: Path
    store_bytes: int = 2_000_000_000
    voice: str = ""
    voice_mirror: str = ""
    fetch_seconds: float = 20.0
    page_bytes: int = 20_000_000
    file_bytes: int = 100_000_000
    article_pages: int = 12
    allow_private: bool = False
    stand_ins: bool = True
    quote_voice: str = ""
    openai_url: str = ""
    openai_key: str = field(default="", repr=False)
    openai_model: str = "tts-1"
    openai_voices: str = "alloy,echo,fable,onyx,nova,shimmer"


def load_settings(environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """Settings of this machine and user; `given` arguments come first.

    Raises InvalidOption for an unknown name or a value of the wrong kind, naming where it stands.
    """
    from platformdirs import user_cache_path, user_config_path, user_data_path

    environment = os.environ if environment is None else environment
    data = user_data_path("oyez")
    settings = Settings(store=user_cache_path("oyez"), voices=data / "voices", lexicon=data / "lexicon.pls")
    file = Path(environment.get("OYEZ_SETTINGS") or user_config_path("oyez") / "settings.toml")
    settings = _with(settings, _from_file(file), f"in {file}")
    prefix = "OYEZ_"
    names = {prefix + field.name.upper(): field.name for field in fields(Settings)}
    in_environment = {names[key]: value for key, value in environment.items() if key in names}
    settings = _with(settings, in_environment, "in the environment")
    return _with(settings, {key: value for key, value in given.items() if value is not None}, "given")


def _from_file(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise InvalidOption(
            f"the settings {path} cannot be read: {error}", "mend or remove the file"
        ) from error
    section = data.get(_SECTION, {})
    return section if isinstance(section, dict) else {}


def _with(settings: Settings, values: Mapping[str, Any], where: str) -> Settings:
    kinds = {field.name: str(field.type) for field in fields(Settings)}
    read: dict[str, Any] = {}
    for name, value in values.items():
        if name not in kinds:
            known = ", ".join(kinds)
            raise InvalidOption(f"there is no setting {name!r} ({where})", f"the settings are: {known}")
        try:
            read[name] = _as(kinds[name], value)
        except ValueError as error:
            hint = "give true or false" if kinds[name] == "bool" else "give a number above 0"
            raise InvalidOption(f"the setting {name} {where} is {value!r}", hint) from error
    return replace(settings, **read)


def _as(kind: str, value: Any) -> Any:
    if kind == "bool":
        text = str(value).lower()
        if text not in _YES | _NO:
            raise ValueError(text)
        return text in _YES
    if kind == "Path":
        return Path(value).expanduser()
    if kind == "str":
        return str(value)
    number = {"int": int, "float": float}[kind](value)
    if not 0 < number < float("inf"):
        raise ValueError(number)
    return number
