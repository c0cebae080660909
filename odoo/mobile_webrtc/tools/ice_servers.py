import re

# Firefox takes no more, and each makes gathering slower.
MOST_URLS = 5
ICE_URL = re.compile(r'(stun|turn)s?:[^\s?]+(\?transport=(udp|tcp))?')


def clean_ice_servers(servers):
    """What a browser takes, of what Twilio and others send: `urls` only (Twilio has `url` too), nothing malformed.

    :param list servers: `{urls or url, username?, credential?}`
    :return: list of `{urls, username?, credential?}`, one entry per set of credentials; a bad entry is left out, since one
        makes a browser refuse all
    """
    found = {}
    for server in servers or []:
        if not isinstance(server, dict):
            continue
        urls = server.get('urls') or server.get('url') or []
        urls = [url for url in ([urls] if isinstance(urls, str) else urls) if _is_usable(url, server)]
        login = {key: server[key] for key in ('username', 'credential') if server.get(key)}
        entry = found.setdefault(tuple(login.values()), {'urls': [], **login})
        entry['urls'] += [url for url in urls if url not in entry['urls']]
    return [entry for entry in found.values() if entry['urls']]


def first_urls(servers, most):
    """:return: `servers` with the first `most` addresses of all"""
    kept = []
    for server in servers:
        urls = server['urls'][:most]
        most -= len(urls)
        if urls:
            kept.append({**server, 'urls': urls})
    return kept


def _is_usable(url, server):
    """A relay without credentials is an error to a browser."""
    if not isinstance(url, str) or not ICE_URL.fullmatch(url):
        return False
    return url.startswith('stun') or bool(server.get('username') and server.get('credential'))
