"""Proxies, from the environment only: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in capitals or not.

Behind a proxy it is the proxy that dials, and it may see another internet than we do. What still holds then: an address
spelled as a number, or a name that we can look up ourselves, must be public (or the origin that was typed), at every
hop. A name that only the proxy can look up is left to the proxy's own rules.
"""

import ipaddress
from urllib import request

from yarl import URL

from ..errors import FeedError


def proxy_for(url: URL) -> URL | None:
    """Return the proxy through which the environment wants the address fetched, None for none.

    This machine's own addresses are never asked of a proxy, whose "localhost" is another one.
    Raises FeedError if it is one we cannot speak to, its name and password left out.
    """
    # The library reads the variables anew each time, so that a test or a daemon may change them.
    proxies: dict[str, str] = request.getproxies_environment()
    named = proxies.get(url.scheme, "")
    if not named or _is_here(url.host or "") or request.proxy_bypass_environment(f"{url.host}:{url.port}"):  # type: ignore[attr-defined]
        return None
    try:
        proxy = URL(named if "://" in named else f"http://{named}")
        if proxy.scheme == "http" and proxy.host and proxy.port:
            return proxy
    except ValueError:
        pass
    raise FeedError(str(url), f"{url.scheme.upper()}_PROXY names no http proxy")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
