import base64
import hashlib
import hmac
import logging
from unittest.mock import patch

import requests

from odoo.tools import mute_logger

from ..tools.ice_servers import clean_ice_servers
from .common import CallCase

LOGGER = 'odoo.addons.mobile_webrtc.models.mail_ice_server'
TWILIO = [
    {'url': 'stun:global.stun.twilio.com:3478', 'urls': 'stun:global.stun.twilio.com:3478'},
    *({'url': url, 'urls': url, 'username': 'u', 'credential': 'c'} for url in (
        'turn:global.turn.twilio.com:3478?transport=udp',
        'turn:global.turn.twilio.com:3478?transport=tcp',
        'turn:global.turn.twilio.com:443?transport=tcp')),
]


class Answer:
    def __init__(self, status=201, content=None):
        self.status_code, self.ok, self._content = status, status < 400, content

    def raise_for_status(self):
        if not self.ok:
            raise requests.exceptions.HTTPError(f'{self.status_code} for https://api.twilio.com/2010-04-01/Accounts/AC1')

    def json(self):
        if self._content is None:
            raise ValueError("no JSON")
        return self._content


class TestIce(CallCase):
    """D26, and a fallback that falls back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env['mail.ice.server'].search([]).unlink()
        cls.env['mail.ice.server'].create([
            {'server_type': 'stun', 'uri': 'stun.example.com:3478'},
            {'server_type': 'turn', 'uri': 'turn.example.com:3478?transport=udp', 'username': 'u', 'credential': 'c'},
        ])

    def set_param(self, **params):
        for key, value in params.items():
            self.env['ir.config_parameter'].set_param(key.replace('__', '.'), value)

    def use_twilio(self):
        self.set_param(mail__use_twilio_rtc_servers='True', mail__twilio_account_sid='AC1', mail__twilio_account_token='t')

    def ask(self, *, twilio=None):
        """:return: the answer, and the mock of `requests.post`"""
        with patch('requests.post', side_effect=twilio if isinstance(twilio, Exception) else None,
                   return_value=twilio) as post:
            return self.of(self.alice, 'mail.ice.server')._webrtc_ice_servers('partner:7'), post

    def urls(self, answer):
        return [url for server in answer['ice_servers'] for url in server['urls']]

    def test_the_list_of_odoo(self):
        answer, post = self.ask()
        self.assertEqual(self.urls(answer), ['stun:stun.example.com:3478', 'turn:turn.example.com:3478?transport=udp'])
        self.assertFalse(post.called)

    def test_no_server_at_all(self):
        self.env['mail.ice.server'].search([]).unlink()
        answer, _post = self.ask()
        self.assertEqual(answer['ice_servers'], [])

    def test_twilio_is_asked_once_with_a_time_and_not_waited_for_long(self):
        self.use_twilio()
        answer, post = self.ask(twilio=Answer(content={'ice_servers': TWILIO}))
        self.assertEqual(len(self.urls(answer)), 4)
        self.assertEqual({key for server in answer['ice_servers'] for key in server}, {'urls', 'username', 'credential'})
        self.assertEqual(post.call_args.kwargs['data'], {'Ttl': 3600})
        self.assertLessEqual(post.call_args.kwargs['timeout'], 5)
        self.assertTrue(3590 <= answer['ttl_s'] <= 3600)
        again, post = self.ask(twilio=Answer(500))
        self.assertEqual(self.urls(again), self.urls(answer))
        self.assertFalse(post.called)

    def test_other_credentials_are_asked_for_anew(self):
        self.use_twilio()
        self.ask(twilio=Answer(content={'ice_servers': TWILIO}))
        self.set_param(mail__twilio_account_token='other')
        _answer, post = self.ask(twilio=Answer(content={'ice_servers': TWILIO}))
        self.assertTrue(post.called)

    @mute_logger(LOGGER)
    def test_twilio_fails_in_every_way_and_the_list_is_used(self):
        self.use_twilio()
        for trouble in (
            requests.exceptions.ConnectionError("no route"), requests.exceptions.Timeout("slow"),
            Answer(401, {'message': 'no'}), Answer(500), Answer(200), Answer(200, {}), Answer(200, {'ice_servers': 7}),
            Answer(200, []), Answer(200, {'ice_servers': [{'urls': 'http://x'}, 'x', None]}),
        ):
            self.forget_rates()
            answer, post = self.ask(twilio=trouble)
            self.assertTrue(post.called)
            self.assertEqual(len(self.urls(answer)), 2, trouble)

    def test_after_a_failure_twilio_is_left_alone_for_a_while(self):
        self.use_twilio()
        with self.assertLogs(LOGGER, logging.WARNING) as logs:
            self.ask(twilio=requests.exceptions.ConnectionError("https://api.twilio.com/Accounts/AC1"))
        self.assertNotIn('AC1', str(logs.output))
        _answer, post = self.ask(twilio=Answer(content={'ice_servers': TWILIO}))
        self.assertFalse(post.called)

    def test_what_another_module_makes_of_the_list_counts(self):
        other = [{'urls': 'stun:saas.example.com'}]
        with patch.object(type(self.env['mail.ice.server']), '_get_ice_servers', return_value=other):
            self.assertEqual(self.urls(self.ask()[0]), ['stun:saas.example.com'])

    def test_an_own_turn_server_has_passwords_as_coturn_checks_them(self):
        self.set_param(
            mobile_webrtc__turn_urls='turn:t.example.com:3478, turns:t.example.com:443?transport=tcp nonsense',
            mobile_webrtc__turn_secret='s3cret')
        answer, _post = self.ask()
        turn = answer['ice_servers'][-1]
        self.assertEqual(turn['urls'], ['turn:t.example.com:3478', 'turns:t.example.com:443?transport=tcp'])
        digest = hmac.new(b's3cret', turn['username'].encode(), hashlib.sha1).digest()
        self.assertEqual(turn['credential'], base64.b64encode(digest).decode())
        self.assertNotIn('partner', turn['username'])
        self.assertNotIn('s3cret', str(answer))

    def test_never_more_than_five_addresses(self):
        self.env['mail.ice.server'].create([
            {'server_type': 'stun', 'uri': f'stun{number}.example.com'} for number in range(7)])
        self.set_param(mobile_webrtc__turn_urls=' '.join(f'turn:t{n}.example.com' for n in range(6)),
                       mobile_webrtc__turn_secret='s')
        answer, _post = self.ask()
        self.assertEqual(len(self.urls(answer)), 5)
        self.assertEqual(len(answer['ice_servers'][-1]['urls']), 3)

    def test_a_relay_without_credentials_would_make_a_browser_refuse_all(self):
        self.assertEqual(clean_ice_servers([{'urls': 'turn:x.example.com'}, {'urls': ['stun:x.example.com', 5]}]),
                         [{'urls': ['stun:x.example.com']}])
