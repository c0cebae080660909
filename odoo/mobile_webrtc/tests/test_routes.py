import json
from unittest.mock import patch

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..tools.rate_limit import REQUESTS
from .common import ALICE_TAB, BOB_TAB, CANDIDATE, OFFER, CallPeople, signal


class CallHttpCase(CallPeople, HttpCase):
    def sign_in(self, person):
        """As a user, as a guest, or as nobody."""
        self.opener.cookies.clear()
        if not person or person._name == 'mail.guest':
            self.authenticate(None, None)
        else:
            self.authenticate(person.login, person.login)
        if person and person._name == 'mail.guest':
            self.opener.cookies[person._cookie_name] = person._format_auth_cookie()

    def ask(self, person, route, **params):
        self.sign_in(person)
        return self.make_jsonrpc_request(f'/mobile_webrtc/{route}', params)

    def error_of(self, person, route, **params):
        """:return: what the page would be told"""
        self.sign_in(person)
        with mute_logger('odoo.http'):
            response = self.url_open(
                f'/mobile_webrtc/{route}', data=json.dumps({'params': params}), headers={'Content-Type': 'application/json'})
        data = response.json()['error']['data']
        return f"{data['name']}: {data['message']}"


@tagged('-at_install', 'post_install')
class TestRoutes(CallHttpCase):
    """Every route, as an internal and as a portal user."""

    def test_a_call_from_hello_to_the_end(self):
        hello = self.ask(self.alice, 'hello')
        self.assertEqual(hello['me']['id'], f'partner:{self.alice.partner_id.id}')
        self.assertEqual(hello['me']['name'], 'Alice')
        self.assertTrue(hello['policy']['may_call'])
        self.assertEqual(hello['policy']['ip_privacy'], 'until-accept')
        self.assertRegex(hello['version'], r'^\d+\.\d+-\d+$')
        self.assertEqual(hello['calls'], [])
        self.assertEqual(hello['last_notification_id'], self.env['bus.bus'].sudo()._bus_last_id())
        call_id = self.new_call_id()
        call = self.ask(self.alice, 'start', callee=f'partner:{self.bob.partner_id.id}', call_type='audio',
                        client_id=ALICE_TAB, call_id=call_id)
        self.assertEqual((call['call_id'], call['call_type'], call['status']), (call_id, 'audio', 'initiating'))
        self.assertIn('reachable', call)
        [ringing] = self.ask(self.bob, 'hello')['calls']
        self.assertEqual((ringing['call_id'], ringing['client_id']), (call_id, ALICE_TAB))
        answer = self.ask(self.bob, 'signal', call_id=call_id, client_id=BOB_TAB, signals=[signal('accept')])
        self.assertEqual(answer, {'success': True, 'status': 'connecting', 'end_reason': False})
        self.assertEqual(self.ask(self.alice, 'ping', call_ids=[call_id], client_id=ALICE_TAB), {'ended': []})
        end = self.ask(self.alice, 'end', call_id=call_id, client_id=ALICE_TAB, reason='hung-up')
        self.assertEqual(end, {'success': True, 'status': 'ended', 'end_reason': 'hung-up'})
        self.assertEqual(self.ask(self.bob, 'ping', call_ids=[call_id], client_id=BOB_TAB), {'ended': [call_id]})
        self.assertEqual(self.ask(self.bob, 'hello')['calls'], [])

    def test_a_page_that_comes_late_gets_the_offer_of_an_application(self):
        session = self.start(client_id=None)
        self.say(self.alice, session, signal('offer', OFFER), signal('ice_candidate', CANDIDATE))
        self.env.cr.precommit.run()
        [ringing] = self.ask(self.bob, 'hello')['calls']
        self.assertEqual([earlier['signal_data'] for earlier in ringing['signals']], [OFFER, CANDIDATE])
        self.assertEqual(ringing['signals'][0]['call_id'], session.call_id)
        [calling] = self.ask(self.alice, 'hello')['calls']
        self.assertEqual(calling['signals'], [])

    def test_who_asks_too_often_is_told_to_wait(self):
        with patch.object(REQUESTS, 'take', return_value=False):
            self.assertIn('TooManyRequests', self.error_of(self.alice, 'hello'))

    def test_a_page_that_goes_away_leaves_a_beacon(self):
        call = self.ask(self.alice, 'start', callee=f'partner:{self.bob.partner_id.id}', client_id=ALICE_TAB)
        body = json.dumps({'params': {'call_id': call['call_id'], 'client_id': ALICE_TAB, 'reason': 'page-closed'}})
        response = self.url_open('/mobile_webrtc/end', data=body, headers={'Content-Type': 'application/json'})
        self.assertEqual(response.json()['result']['end_reason'], 'page-closed')

    def test_a_portal_user(self):
        self.assertEqual(self.ask(self.paul, 'hello')['me']['id'], f'partner:{self.paul.partner_id.id}')
        call = self.ask(self.paul, 'start', callee=f'channel:{self.portal_chat.id}', client_id='paul-tab')
        self.assertEqual(call['callee'], f'partner:{self.alice.partner_id.id}')
        self.assertIn('do not take part', self.error_of(
            self.paul, 'start', callee=f'partner:{self.bob.partner_id.id}', client_id='paul-tab'))

    def test_unknown_and_forbidden_are_one(self):
        call = self.ask(self.alice, 'start', callee=f'partner:{self.bob.partner_id.id}', client_id=ALICE_TAB)
        messages = {
            self.error_of(self.eve, 'signal', call_id=call['call_id'], signals=[signal('offer', OFFER)]),
            self.error_of(self.eve, 'end', call_id=call['call_id']),
            self.error_of(self.eve, 'end', call_id=self.new_call_id()),
            self.error_of(self.eve, 'start', callee=f'channel:{self.chat.id}'),
            self.error_of(self.eve, 'start', callee='channel:99999999'),
            self.error_of(self.eve, 'start', callee='partner:99999999'),
            self.error_of(self.eve, 'start', callee='user:7'),
            self.error_of(self.eve, 'start', callee=None),
        }
        self.assertEqual(len(messages), 1, messages)
        self.assertEqual(self.ask(self.eve, 'ping', call_ids=[call['call_id']]), {'ended': [call['call_id']]})

    def test_too_much_at_once_is_not_even_read(self):
        self.sign_in(self.alice)
        with mute_logger('odoo.http'):
            response = self.url_open(
                '/mobile_webrtc/signal', data=json.dumps({'params': {'x': 'x' * 200_000}}),
                headers={'Content-Type': 'application/json'})
        self.assertNotIn('result', response.text if response.status_code != 200 else response.json())

    def test_presence(self):
        self.env['bus.presence'].create({'user_id': self.bob.id, 'status': 'online'})
        bob = f'partner:{self.bob.partner_id.id}'
        asked = {'ids': [bob, 'partner:99999999', f'channel:{self.chat.id}', 'x']}
        self.assertEqual(self.ask(self.alice, 'presence', **asked), {
            bob: 'online', 'partner:99999999': 'unknown', f'channel:{self.chat.id}': 'unknown', 'x': 'unknown'})
        self.assertEqual(self.ask(self.paul, 'presence', ids=[bob]), {bob: 'unknown'})

    def test_ice(self):
        self.env['mail.ice.server'].create({'server_type': 'stun', 'uri': 'stun.example.com'})
        answer = self.ask(self.alice, 'ice')
        self.assertIn('stun:stun.example.com', [url for server in answer['ice_servers'] for url in server['urls']])
        self.assertGreater(answer['ttl_s'], 0)

    def test_an_avatar_is_shown_to_who_may_not_read_the_contact(self):
        call = self.ask(self.alice, 'start', callee=f'partner:{self.paul.partner_id.id}', client_id=ALICE_TAB)
        self.sign_in(self.paul)
        response = self.url_open(call['caller_avatar_url'])
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.headers['Content-Type'].startswith('image/'))

    def test_session_info_says_whether_there_are_calls(self):
        self.sign_in(self.alice)
        info = self.make_jsonrpc_request('/web/session/get_session_info')['mobile_webrtc']
        self.assertEqual((info['enabled'], info['may_call']), (True, True))
        self.env['ir.config_parameter'].set_param('mobile_webrtc.enabled', False)
        self.assertEqual(
            self.make_jsonrpc_request('/web/session/get_session_info')['mobile_webrtc'], {'enabled': False})

    def test_switched_off(self):
        self.env['ir.config_parameter'].set_param('mobile_webrtc.enabled', False)
        hello = self.ask(self.alice, 'hello')
        self.assertEqual((hello['policy']['may_call'], hello['calls']), (False, []))
        self.assertEqual(self.ask(self.alice, 'ice')['ice_servers'], [])
        self.assertIn('not open', self.error_of(self.alice, 'start', callee=f'partner:{self.bob.partner_id.id}'))
