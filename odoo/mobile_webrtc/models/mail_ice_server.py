import base64
import hashlib
import hmac
import logging
import time

import requests

from odoo import api, models
from odoo.addons.mail.tools.discuss import get_twilio_credentials

from ..tools.call_policy import read_setting
from ..tools.ice_servers import MOST_URLS, clean_ice_servers, first_urls
from ..tools.keep import Keep

_logger = logging.getLogger(__name__)

TWILIO_URL = 'https://api.twilio.com/2010-04-01/Accounts/%s/Tokens.json'
TWILIO_TIMEOUT_S = 2
TWILIO_TTL_S = 3600
# After a failure Twilio is left alone for a while, so that not every call waits for it.
TWILIO_REST_S = 30
LIST_TTL_S = 600
NONE_TTL_S = 30
TURN_TTL_S = 86_400
MOST_TURN_URLS = 3

# In the memory of this process: each worker of Odoo asks Twilio for itself.
_twilio = Keep()


class MailIceServer(models.Model):
    """ICE servers of Odoo's own settings, with a fallback for a Twilio that does not answer."""

    _inherit = 'mail.ice.server'

    @api.model
    def _webrtc_ice_servers(self, owner):
        """Twilio where it is set up and answers, else Odoo's own list; one's own TURN server beside either.

        :param str owner: for whom the credentials of the TURN server are
        :return: `{ice_servers: [{urls, username?, credential?}], ttl_s}`, 5 addresses at most
        """
        turn = first_urls(self._webrtc_turn_server(owner), MOST_TURN_URLS)
        servers, ttl = self._webrtc_twilio_servers() or self._webrtc_listed_servers()
        ice_servers = first_urls(servers, MOST_URLS - sum(len(server['urls']) for server in turn)) + turn
        return {'ice_servers': ice_servers, 'ttl_s': ttl if ice_servers else NONE_TTL_S}

    @api.model
    def _webrtc_listed_servers(self):
        """:return: Odoo's list, or what another module makes of it, and for how many seconds it is good"""
        servers = []
        if self._webrtc_twilio_credentials():
            servers = self._get_local_ice_servers()
        else:
            try:
                servers = self._get_ice_servers()
            except (requests.exceptions.RequestException, ValueError):
                _logger.warning("The ICE servers could not be fetched; the list in the settings is used.")
                servers = self._get_local_ice_servers()
        return clean_ice_servers(servers), LIST_TTL_S

    @api.model
    def _webrtc_twilio_credentials(self):
        """:return: account SID and token, or None where Twilio is not to be used"""
        if not self.env['ir.config_parameter'].sudo().get_param('mail.use_twilio_rtc_servers'):
            return None
        credentials = get_twilio_credentials(self.env)
        return credentials if all(credentials) else None

    @api.model
    def _webrtc_twilio_servers(self):
        """:return: Twilio's servers and the seconds that are left of them, or None where there are none to be had"""
        credentials = self._webrtc_twilio_credentials()
        if not credentials:
            return None
        key = (self.env.cr.dbname, *credentials)
        servers = _twilio.take(key)
        if servers is None:
            servers = self._webrtc_ask_twilio(*credentials)
            _twilio.put(key, servers, TWILIO_TTL_S if servers else TWILIO_REST_S)
        return (servers, _twilio.seconds_left(key)) if servers else None

    @api.model
    def _webrtc_ask_twilio(self, account_sid, auth_token):
        """:return: list of servers, empty where Twilio does not answer as it should"""
        try:
            response = requests.post(
                TWILIO_URL % account_sid, auth=(account_sid, auth_token), data={'Ttl': TWILIO_TTL_S},
                timeout=TWILIO_TIMEOUT_S)
            response.raise_for_status()
            return clean_ice_servers(response.json()['ice_servers'])
        except (requests.exceptions.RequestException, ValueError, KeyError, TypeError) as error:
            # The message of the error holds the address, and with it the account.
            _logger.warning("No ICE servers from Twilio (%s); the list in the settings is used.", type(error).__name__)
            return []

    @api.model
    def _webrtc_turn_server(self, owner):
        """Credentials as coturn's `use-auth-secret` checks them (draft-uberti-behave-turn-rest), for this person only.

        :return: list of one server, or of none where there is no secret
        """
        secret = read_setting(self.env, 'turn_secret', '')
        urls = read_setting(self.env, 'turn_urls', '').replace(',', ' ').split()
        if not secret or not urls:
            return []
        # Whose they are cannot be told from the name without the secret, but coturn can count per person.
        person = hmac.new(secret.encode(), f'owner {owner}'.encode(), hashlib.sha256).hexdigest()[:16]
        username = f'{int(time.time()) + TURN_TTL_S}:{person}'
        # SHA-1 is what coturn knows; as an HMAC it still holds.
        digest = hmac.new(secret.encode(), username.encode(), hashlib.sha1).digest()
        return clean_ice_servers([
            {'urls': urls, 'username': username, 'credential': base64.b64encode(digest).decode()}])
