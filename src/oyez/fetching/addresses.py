"""Which IP addresses are public, by an explicit table.

`ipaddress.is_global` is no substitute: it is True for 64:ff9b::/96, 2002::/16, ::127.0.0.1, fec0::1,
ff02::1, 224.0.0.1 and 192.0.0.192, behind each of which a machine of one's own may answer.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

__all__ = ["public_address"]

# IANA IPv4 Special-Purpose Address Registry, and one cloud's fixed address outside it.
_NOT_PUBLIC_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # "this network"; Linux answers on it as loopback
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT, and one cloud's metadata (100.100.100.200)
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # Azure's host agent: public by registry, local to every machine there
        "169.254.0.0/16",  # link-local, most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments, one cloud's metadata (192.0.0.192)
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays, withdrawn
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)

# The only block IANA gives out for global unicast; what is not public inside it follows.
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise, withdrawn
        "3ffe::/16",  # 6bone, withdrawn
        "3fff::/20",  # documentation
    )
)

# Addresses that reach the IPv4 address in their last 32 bits are judged by it: on IPv6-only networks
# every IPv4 site is seen through NAT64 (RFC 6052).
_CARRIES_V4 = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))


def public_address(ip: str) -> bool:
    """Whether an address in text form is one that anybody on the Internet may reach.

    Anything that is not an address, or carries a zone, is not.

    >>> [public_address(ip) for ip in ("8.8.8.8", "127.0.0.1", "64:ff9b::7f00:1", "2606:4700:4700::1111")]
    [True, False, False, True]
    """
    try:
        address = ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _public_v4(address)
    return address.scope_id is None and _public_v6(address)


def _public_v4(address: IPv4Address) -> bool:
    return not any(address in network for network in _NOT_PUBLIC_V4)


def _public_v6(address: IPv6Address) -> bool:
    if any(address in network for network in _CARRIES_V4):
        return _public_v4(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _GLOBAL_UNICAST and not any(address in network for network in _NOT_PUBLIC_V6)
