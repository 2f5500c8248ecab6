"""What may be connected to: the table of networks, the strict reading of addresses, the look-up."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.errors import InvalidSource, NotFound, Refused, SourceError
from oyez.fetching.guard import Target, check_redirect, check_url, public_address, resolve

CASES = Path(__file__).parents[4] / "shared/cases/ssrf/urls.jsonl"
PUBLIC = "93.184.215.14"

NOT_PUBLIC = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254
    168.63.129.16 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.9 192.88.99.1
    192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.1.1.1 240.0.0.1
    255.255.255.255
    :: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1
    64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1
    2002:7f00:1:: 2002:808:808::1 3ffe::1 3fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 febf::1
    fec0::1 ff02::1 2606:4700::1111%eth0
""".split()
IS_PUBLIC = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1
    169.253.255.255 172.15.255.255 172.32.0.1 192.0.1.1 192.167.255.255 198.17.255.255 198.20.0.1
    223.255.255.255 2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450::1 ::ffff:8.8.8.8 64:ff9b::808:808
""".split()


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_not_public(ip: str) -> None:
    assert not public_address(ip)


@pytest.mark.parametrize("ip", IS_PUBLIC)
def test_public(ip: str) -> None:
    assert public_address(ip)


@pytest.mark.parametrize(
    "text", ["", "example.com", "127.1", "0x7f000001", "010.8.8.8", "8.8.8.8/24", " 8.8.8.8"]
)
def test_what_is_no_address_is_not_public(text: str) -> None:
    assert not public_address(text)


@given(st.ip_addresses(v=4))
def test_no_disguise_makes_an_ipv4_address_public(ip: ipaddress.IPv4Address) -> None:
    bits = int(ip)
    for prefix in ("::ffff:0:0", "64:ff9b::", "::", "::ffff:0:0:0"):
        disguised = ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) | bits)
        assert public_address(str(ip)) or not public_address(str(disguised))


@given(st.ip_addresses())
def test_what_python_calls_private_is_not_public(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    mapped = isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None
    if ip.is_private and not mapped:
        assert not public_address(str(ip))


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("http://example.com", "http://example.com/"),
        ("  https://example.com/a\n", "https://example.com/a"),
        ("HTTP://EXAMPLE.COM:80/Path", "http://example.com/Path"),
        ("https://example.com:443?q=1", "https://example.com/?q=1"),
        ("https://example.com:/a", "https://example.com/a"),
        ("https://example.com./a#part", "https://example.com/a"),
        ("https://example.com:8443/x", "https://example.com:8443/x"),
        ("https://example.com/ü?q=ä b", "https://example.com/%C3%BC?q=%C3%A4%20b"),
        ("https://example.com/%zz\\x", "https://example.com/%zz%5Cx"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("https://☃.example/", "https://xn--n3h.example/"),
        ("https://my_site.example.com/", "https://my_site.example.com/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700:4700:0::1111]/", "http://[2606:4700:4700::1111]/"),
        ("https://a.example/?u=http://127.0.0.1/@", "https://a.example/?u=http://127.0.0.1/@"),
        ("https://127.0.0.1.example.com/", "https://127.0.0.1.example.com/"),
        ("https://localhost.example.com/", "https://localhost.example.com/"),
    ],
)
def test_normal_form(url: str, normal: str) -> None:
    target = check_url(url)
    assert target.url == normal
    assert check_url(normal) == target


MALFORMED = [
    *("", " ", "http", "example.com", "//example.com/", "://x", "http:example.com", "http:/example.com"),
    *(
        "http://",
        "https:///a",
        "http://?",
        "http://#",
        "http://:80/",
        "http://.",
        "http://..",
        "http://a..b/",
    ),
    *("http://user@example.com/", "http://a:b@example.com/", "http://8.8.8.8@example.com/", "http://@a.com/"),
    *("http://example.com:0/", "http://example.com:65536/", "http://example.com:-80/"),
    *("http://example.com:80a/", "http://example.com:80:80/", "http://example.com:８０/"),
    *("http://exa mple.com/", "http://exam\tple.com/", "http://example.com/\r\nX: 1", "http://a.com/\0"),
    *("http://example.com%0d%0aX:y/", "http://example%2ecom/", "http://127.0.0.1%2f.example.com/"),
    *("http://example.com\\@127.0.0.1/", "http://example.com\\.evil.com/", "http:\\\\example.com/"),
    *("http://[::1", "http://::1/", "http://[::1]x/", "http://[fe80::1%25lo]/", "http://[fe80::1%lo]/"),
    *("http://[v1.a]/", "http://[127.0.0.1]/", "http://[]/", "http://[[::1]]/"),
    *(
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://0/",
        "http://0x/",
    ),
    *("http://127.0.0.1.256/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://08.8.8.8/", "http://a.b.7/"),
    *("http://-a.example/", "http://a-.example/", f"http://{'a' * 64}.example/", f"http://{'a.' * 127}com/"),
    *("http://\ud800.example/", "http://a\u202eb.example/", f"http://example.com/{'a' * 20_000}"),
]


@pytest.mark.parametrize("url", MALFORMED)
def test_malformed(url: str) -> None:
    with pytest.raises(InvalidSource) as caught:
        check_url(url)
    assert caught.value.hint


REFUSED = [
    *("file:///etc/passwd", "ftp://example.com/", "data:text/html,x", "javascript:alert(1)", "about:blank"),
    *("http+unix://x/", "jar:http://example.com!/", "localhost:8080/x", "mailto:a@b.example"),
    *("http://127.0.0.1/", "http://127.0.0.1./", "http://１２７．０．０．１/", "http://127。0。0。1/"),
    *("http://①②⑦.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
    *("http://localhost/", "http://LOCALHOST./", "http://a.b.localhost/", "http://ⓛocalhost/"),
    *(
        "http://printer.local/",
        "http://nas.home.arpa/",
        "http://metadata.google.internal/",
        "http://intranet/",
    ),
    *("http://hidden.onion/", "http://example.com:22/", "http://example.com:6379/", "http://8.8.8.8:25/"),
]


@pytest.mark.parametrize("url", REFUSED)
def test_refused(url: str) -> None:
    with pytest.raises(Refused) as caught:
        check_url(url)
    assert caught.value.hint


def test_allow_private_opens_addresses_names_and_ports_but_not_schemes() -> None:
    for url in ("http://127.0.0.1:4321/", "http://localhost:4321/", "http://intranet/", "http://[::1]:1/"):
        assert check_url(url, allow_private=True).url == url
    with pytest.raises(Refused):
        check_url("file:///etc/passwd", allow_private=True)


_PIECES = st.sampled_from(
    "http:// https:// // / \\ @ : :80 :8080 # ? % %2f . .. 。 [ ] ::1 [::1] 127.0.0.1 0x7f 1 example.com "
    "localhost b\u00fccher \u2460 \uff0e a- xn-- xn--n3h \u00ad \u200d \ud800 \r\n \t \x00 &amp; é 😀".split(
        " "
    )
)


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_whatever_is_accepted_is_stable_and_public(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.com{text}"):
        try:
            target = check_url(url)
        except SourceError:
            continue
        assert target.url.isascii()
        assert check_url(target.url) == target
        assert not target.is_literal or public_address(target.host)


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_a_redirect_is_checked_like_a_first_address(location: str) -> None:
    try:
        target = check_redirect(check_url("https://example.com/a/b?c"), location)
    except SourceError:
        return
    assert check_url(target.url) == target


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/x", "https://example.com/x"),
        ("x?y=z", "https://example.com/a/x?y=z"),
        ("?p=2", "https://example.com/a/b?p=2"),
        ("../x", "https://example.com/x"),
        ("//other.example/y", "https://other.example/y"),
        (" http://example.com/ä ö ", "http://example.com/%C3%A4%20%C3%B6"),
    ],
)
def test_redirects_are_joined(location: str, url: str) -> None:
    assert check_redirect(check_url("https://example.com/a/b"), location).url == url


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1/", "//[::1]/", "file:///etc/passwd", "/a\r\nb", "http://[::1", "//a@b.com/"],
)
def test_bad_redirects(location: str) -> None:
    with pytest.raises((Refused, InvalidSource)):
        check_redirect(check_url("https://example.com/"), location)


def _answering(*answers: str) -> Callable[[str], tuple[str, ...]]:
    return lambda host: answers


def test_resolve_keeps_order_and_drops_repeats() -> None:
    target = check_url("https://example.com/")
    assert resolve(target, _answering("2606:4700::1111", PUBLIC, PUBLIC)) == ("2606:4700::1111", PUBLIC)


@pytest.mark.parametrize("answers", [("127.0.0.1",), (PUBLIC, "::1"), ("64:ff9b::7f00:1",), ("nonsense",)])
def test_one_private_answer_is_enough_to_refuse(answers: tuple[str, ...]) -> None:
    with pytest.raises(Refused):
        resolve(check_url("https://example.com/"), _answering(*answers))


def test_no_answer_is_not_found() -> None:
    with pytest.raises(NotFound):
        resolve(check_url("https://example.com/"), _answering())


def test_a_literal_is_never_looked_up() -> None:
    def fail(host: str) -> tuple[str, ...]:
        raise AssertionError(host)

    assert resolve(check_url("http://8.8.8.8/"), fail) == ("8.8.8.8",)
    with pytest.raises(Refused):  # a Target made by hand is checked too
        resolve(Target("http", "10.0.0.1", 80, "/"), fail)


@pytest.mark.skipif(not CASES.exists(), reason="the shared hostile cases are not here")
def test_every_shared_case_comes_out_as_expected() -> None:
    wrong = []
    for line in CASES.read_text("utf-8").splitlines():
        case = json.loads(line)
        turns = [turn.split(",") for turn in case["dns"].split("|")]
        lookups: list[str] = []

        def stub(host: str, turns: list[list[str]] = turns, lookups: list[str] = lookups) -> list[str]:
            lookups.append(host)
            turn = turns[min(len(lookups), len(turns)) - 1]
            return [answer for answer in turn if answer not in {"", "-"}]

        try:
            addresses = resolve(check_url(case["url"]), stub)
        except SourceError:
            if case["expect"] != "block":
                wrong.append(case)
            continue
        if case["expect"] == "block" or len(lookups) > 1 or not all(map(public_address, addresses)):
            wrong.append(case)
    assert not wrong
