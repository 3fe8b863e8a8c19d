"""Proxies, from the environment only: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in capitals or not.

Behind a proxy it is the proxy that dials, and it may see another internet than we do. What still holds then: an address
spelled as a number, or a name that we can look up ourselves, must be public (or the origin that was typed), at every
hop. A name that only the proxy can look up is left to the proxy's own rules.
"""

import ipaddress
import os

from yarl import URL

from ..errors import FeedError


class Proxies:
    """The environment's wishes, as they stand when this is made."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}
        if any(name.lower().endswith("_proxy") for name in os.environ):
            from urllib.request import getproxies_environment  # slow to import, and few need it

            self._named = getproxies_environment()

    def proxy_for(self, url: URL) -> URL | None:
        """Return the proxy through which the environment wants the address fetched, None for none.

        This machine's own addresses are never asked of a proxy, whose "localhost" is another one. Raises FeedError if
        it is one we cannot speak to, its name and password left out.
        """
        named = self._named.get(url.scheme, "")
        if not named or _is_here(url.host or "") or self._is_left_out(url):
            return None
        try:
            proxy = URL(named if "://" in named else f"http://{named}")
            if proxy.scheme == "http" and proxy.host and proxy.port:
                return proxy
        except ValueError:
            pass
        raise FeedError(str(url), f"{url.scheme.upper()}_PROXY names no http proxy")

    def _is_left_out(self, url: URL) -> bool:
        from urllib.request import proxy_bypass_environment  # type: ignore[attr-defined]

        return bool(proxy_bypass_environment(f"{url.host}:{url.port}", self._named))


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
