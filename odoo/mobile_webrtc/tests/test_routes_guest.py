from odoo.tests import tagged

from .common import ALICE_TAB, BOB_TAB, signal
from .test_routes import CallHttpCase


@tagged('-at_install', 'post_install')
class TestRoutesGuest(CallHttpCase):
    """D18: every route as a guest, and as nobody."""

    def test_a_guest_calls_and_hangs_up(self):
        hello = self.ask(self.greta, 'hello')
        self.assertEqual(hello['me']['id'], f'guest:{self.greta.id}')
        call = self.ask(self.greta, 'start', callee=f'partner:{self.alice.partner_id.id}', client_id='greta-tab')
        self.assertEqual((call['caller'], call['caller_id']), (f'guest:{self.greta.id}', False))
        [ringing] = self.ask(self.alice, 'hello')['calls']
        self.assertEqual(ringing['call_id'], call['call_id'])
        self.assertTrue(self.ask(self.alice, 'signal', call_id=call['call_id'], client_id=ALICE_TAB,
                                 signals=[signal('accept')])['success'])
        end = self.ask(self.greta, 'end', call_id=call['call_id'], client_id='greta-tab', reason='hung-up')
        self.assertEqual(end['end_reason'], 'hung-up')

    def test_a_guest_is_called_and_answers(self):
        call = self.ask(self.alice, 'start', callee=f'guest:{self.greta.id}', client_id=ALICE_TAB)
        self.assertEqual(call['callee'], f'guest:{self.greta.id}')
        [ringing] = self.ask(self.greta, 'hello')['calls']
        self.assertEqual(ringing['call_id'], call['call_id'])
        answer = self.ask(self.greta, 'signal', call_id=call['call_id'], client_id='greta-tab', signals=[signal('accept')])
        self.assertEqual(answer['status'], 'connecting')
        self.assertEqual(self.ask(self.greta, 'ping', call_ids=[call['call_id']], client_id='greta-tab'), {'ended': []})

    def test_a_guest_of_another_chat_is_an_outsider(self):
        stranger = self.env['mail.guest'].create({'name': 'Stranger'})
        call = self.ask(self.alice, 'start', callee=f'guest:{self.greta.id}', client_id=ALICE_TAB)
        for route, params in (
            ('signal', {'call_id': call['call_id'], 'signals': [signal('accept')], 'client_id': BOB_TAB}),
            ('end', {'call_id': call['call_id']}),
            ('start', {'callee': f'channel:{self.guest_chat.id}'}),
            ('start', {'callee': f'partner:{self.alice.partner_id.id}'}),
        ):
            self.assertIn('do not take part', self.error_of(stranger, route, **params))
        self.assertEqual(self.ask(stranger, 'presence', ids=['partner:%s' % self.alice.partner_id.id]),
                         {'partner:%s' % self.alice.partner_id.id: 'unknown'})

    def test_a_forged_cookie_is_nobody(self):
        self.sign_in(self.greta)
        self.opener.cookies[self.greta._cookie_name] = f'{self.greta.id}|forged'
        with self.assertRaises(Exception) as caught:
            self.make_jsonrpc_request('/mobile_webrtc/hello', {})
        self.assertIn('Session', str(caught.exception))

    def test_nobody_gets_nothing(self):
        call = self.ask(self.alice, 'start', callee=f'partner:{self.bob.partner_id.id}', client_id=ALICE_TAB)
        for route, params in (
            ('hello', {}),
            ('start', {'callee': f'partner:{self.bob.partner_id.id}'}),
            ('signal', {'call_id': call['call_id'], 'signals': [signal('accept')]}),
            ('end', {'call_id': call['call_id']}),
            ('ping', {'call_ids': [call['call_id']]}),
            ('ice', {}),
            ('presence', {'ids': ['partner:1']}),
        ):
            self.assertIn('Session', self.error_of(None, route, **params), route)
