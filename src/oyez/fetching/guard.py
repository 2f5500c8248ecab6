"""Which addresses may be connected to. Pure: names are looked up by a resolver that is passed in.

text -> check_url -> Target (scheme, host, port, path) -> resolve -> addresses, each of them checked

One strict parser decides, and what it returns is what is connected to: nothing parses the address a
second time, so there is no difference between parsers to slip through. What browsers repair in a host
(octal and hexadecimal numbers, backslashes, percent signs) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

from oyez.errors import InvalidSource, NotFound, Refused
from oyez.fetching.addresses import public_address

__all__ = ["Resolver", "Target", "check_redirect", "check_url", "public_address", "resolve"]

Resolver = Callable[[str], Iterable[str]]  # a host name to its addresses in text form, in order of preference

MAX_URL = 16_384  # characters; twice what common servers take
MAX_HOST = 253  # characters of a name in DNS (RFC 1035)
DEFAULT_PORTS = {"http": 80, "https": 443}
WEB_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})  # others belong to mail, databases, caches

# Names that by standard or habit mean a machine nearby: RFC 6761, 6762, 7686, 8375, ICANN's .internal.
_LOCAL_NAME = re.compile(
    r"(?:.+\.)?(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion)"
)
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_AFTER_SCHEME = re.compile(r"//([^/?#]*)([^#]*)")
_AUTHORITY = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # a last label of this form makes browsers read an IPv4 address
_URL_SAFE = "%/:?[]@!$&'()*+,;=~"  # everything else in a path or query is percent-encoded

_URL_HINT = "give the full address of the article, such as https://example.com/article"
_PRIVATE_HINT = "to read from your own network too, add --allow-private or set OYEZ_ALLOW_PRIVATE=1"


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address, normalised: the host in lower-case ASCII, the path with its query, no fragment."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header and the URL write them: the default port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as text; checking it again gives the same target."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def is_literal(self) -> bool:
        """Whether the host is an IP address rather than a name."""
        return ":" in self.host or self.host.rpartition(".")[2].isdigit()


def check_url(url: str, *, allow_private: bool = False) -> Target:
    """Read an address strictly.

    InvalidSource where it is malformed; Refused for other schemes than http and https and, unless
    `allow_private`, for addresses and names that are not public and for ports that serve no web pages.

    >>> check_url("HTTP://Example.COM.:80/a b?c#d").url
    'http://example.com/a%20b?c'
    """
    text = url.strip(" \t\r\n")
    if len(text) > MAX_URL:
        raise InvalidSource(f"the address is longer than {MAX_URL} characters", _URL_HINT)
    if _FORBIDDEN.search(text):
        raise InvalidSource("the address holds control characters", _URL_HINT)
    scheme, rest = _split_scheme(text)
    match = _AFTER_SCHEME.match(rest)
    if not match:
        raise InvalidSource(f"{text!r} is not a web address", _URL_HINT)
    host, port = _read_authority(match[1], scheme)
    path = quote(match[2], safe=_URL_SAFE)
    target = Target(scheme, host, port, path if path.startswith("/") else f"/{path}")
    if not allow_private:
        _refuse_private(target)
    return target


def check_redirect(target: Target, location: str, *, allow_private: bool = False) -> Target:
    """Where a redirect from `target` leads, checked as strictly as a first address.

    >>> check_redirect(check_url("https://example.com/a/b"), "../c").url
    'https://example.com/c'
    """
    location = location.strip(" \t\r\n")
    if _FORBIDDEN.search(location):  # looked for first: urljoin would drop tabs and newlines in silence
        raise InvalidSource(f"{target.host} redirects to an address with control characters", _URL_HINT)
    try:
        joined = urljoin(target.url, location)
    except ValueError as error:  # an unclosed bracket
        raise InvalidSource(f"{target.host} redirects to {location!r}, no address", _URL_HINT) from error
    return check_url(joined, allow_private=allow_private)


def resolve(target: Target, resolver: Resolver, *, allow_private: bool = False) -> tuple[str, ...]:
    """The addresses to connect to, asked for once, in the resolver's order.

    NotFound where there is none. Refused unless every one is public: a name with one private answer
    among public ones is an attack or a mistake, and the order of answers is not ours to trust.
    """
    answers = (target.host,) if target.is_literal else tuple(dict.fromkeys(resolver(target.host)))
    if not answers:
        raise NotFound(f"{target.host} has no address", "check the spelling of the address")
    if not allow_private and not all(public_address(answer) for answer in answers):
        raise Refused(f"{target.host} is not a public address", _PRIVATE_HINT)
    return answers


def _split_scheme(text: str) -> tuple[str, str]:
    match = _SCHEME.match(text)
    if not match:
        raise InvalidSource(f"{text!r} is not a web address", _URL_HINT)
    scheme = match[1].lower()
    if scheme not in DEFAULT_PORTS:
        raise Refused(f"addresses that begin with {scheme}: are not read", "give an http or https address")
    return scheme, text[match.end() :]


def _read_authority(authority: str, scheme: str) -> tuple[str, int]:
    """Host and port of the part between the slashes."""
    if "@" in authority:
        raise InvalidSource("the address holds a user name", "leave out everything up to and including the @")
    match = _AUTHORITY.fullmatch(authority)
    if not match:
        raise InvalidSource(f"{authority!r} is not a host and port", _URL_HINT)
    port = int(match[2]) if match[2] else DEFAULT_PORTS[scheme]
    if not 1 <= port <= 65_535:
        raise InvalidSource(f"{port} is not a port", "leave the port out, or give one from 1 to 65535")
    return _read_host(match[1]), port


def _read_host(text: str) -> str:
    """A host in its one normal form: IPv6 compressed, IPv4 dotted decimal, a name in lower-case ASCII."""
    wrong = InvalidSource(f"{text!r} is not a host name", _URL_HINT)
    if text.startswith("["):
        try:
            address = IPv6Address(text[1:-1])
        except AddressValueError as error:
            raise wrong from error
        if address.scope_id is not None:
            raise wrong
        return str(address)
    name = text.lower() if text.isascii() else _ascii_name(text)
    name = name.removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(IPv4Address(name))  # four decimal numbers and no leading zero, or nothing
        except AddressValueError as error:
            raise InvalidSource(
                f"{text!r} is an unusual way to write an IP address", "write it as four decimal numbers"
            ) from error
    if len(name) > MAX_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        raise wrong
    return name


def _ascii_name(text: str) -> str:
    """An international name in ASCII (UTS 46, non-transitional): fullwidth digits and dots fold here."""
    import idna

    try:
        mapped = idna.uts46_remap(text, std3_rules=True, transitional=False)
        # Encoded label by label rather than by idna.encode, which refuses the emoji names browsers take.
        labels = [
            label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
            for label in mapped.split(".")
        ]
    except UnicodeError as error:  # idna.IDNAError is one
        raise InvalidSource(f"{text!r} is not a host name", _URL_HINT) from error
    return ".".join(labels)


def _refuse_private(target: Target) -> None:
    """Refuse what can be told without asking the resolver, so that local names do not leak into DNS."""
    host = target.host
    if target.is_literal:
        private = not public_address(host)
    else:
        private = "." not in host or bool(_LOCAL_NAME.fullmatch(host))
    if private:
        raise Refused(f"{host} is not a public address", _PRIVATE_HINT)
    if target.port not in WEB_PORTS:
        raise Refused(
            f"port {target.port} is not one that serves web pages",
            f"the ports read are {', '.join(map(str, sorted(WEB_PORTS)))}",
        )
