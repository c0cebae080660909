from odoo.exceptions import UserError

from .common import ALICE_TAB, BOB_TAB, CallCase, signal

LOW = '00000000-0000-4000-8000-000000000001'
HIGH = 'ffffffff-ffff-4fff-bfff-ffffffffffff'


class TestCrossing(CallCase):
    """D13: two who call each other at once. The lower id is the call, on both sides."""

    def test_the_later_one_is_higher_and_gives_way(self):
        low = self.start(call_id=LOW)
        self.take_bus()
        result = self.of(self.bob, 'webrtc.session')._start(self.chat, 'video', BOB_TAB, HIGH)._started()
        self.assertEqual(result['status'], 'ended')
        self.assertEqual(result['crossed_by']['call_id'], LOW)
        self.assertFalse([payload for _channel, _type, payload in self.take_bus() if not payload.get('only_app')])
        self.assertEqual(low.status, 'initiating')

    def test_the_later_one_is_lower_and_takes_over_in_silence(self):
        high = self.start(call_id=HIGH)
        self.take_bus()
        messages = len(self.chat.message_ids)
        low = self.start(self.bob, client_id=BOB_TAB, call_id=LOW)
        self.assertEqual((low.status, high.status), ('initiating', 'ended'))
        heard = self.take_bus()
        self.assertFalse(self.heard_by(self.alice, 'webrtc_call_ended', heard))
        [ended] = self.heard_by(self.bob, 'webrtc_call_ended', heard)
        self.assertEqual((ended['call_id'], ended['only_app']), (HIGH, True))
        self.assertEqual(len(self.chat.message_ids), messages)

    def test_two_that_did_not_see_each_other_are_one_when_one_is_answered(self):
        low = self.start(call_id=LOW)
        high = low.copy({'call_id': HIGH, 'caller_id': self.bob.id, 'caller_partner_id': self.bob.partner_id.id})
        high.participant_ids = [(0, 0, {'partner_id': self.bob.partner_id.id, 'role': 'caller'}),
                                (0, 0, {'partner_id': self.alice.partner_id.id, 'role': 'callee'})]
        self.say(self.bob, low, signal('accept'), client_id=BOB_TAB)
        self.assertEqual((low.status, high.status), ('connecting', 'ended'))

    def test_an_application_knows_no_such_rule_and_is_told(self):
        self.start(client_id=None)
        with self.assertRaises(UserError) as caught:
            self.start(self.bob, client_id=BOB_TAB, call_id=LOW)
        self.assertIn("Alice is calling you", str(caught.exception))

    def test_in_a_group_nobody_gives_way(self):
        first = self.start(chat=self.group, call_id=LOW)
        second = self.start(self.bob, self.group, BOB_TAB, call_id=HIGH)
        self.assertEqual((first.status, second.status), ('initiating', 'initiating'))

    def test_who_talks_here_from_another_page_is_told(self):
        session = self.answered_call()
        self.ping(self.alice, session, client_id=ALICE_TAB)
        with self.assertRaises(UserError):
            self.start(client_id='alice-phone')
        self.assertEqual(session.status, 'connected')

    def test_who_was_cut_off_may_call_again(self):
        session = self.answered_call()
        self.ping(self.alice, session, client_id=ALICE_TAB)
        session.last_ping = '2020-01-01 00:00:00'
        session.accept_time = '2020-01-01 00:00:00'
        again = self.start(client_id='alice-new')
        self.assertEqual((session.status, session.end_reason), ('ended', 'connection-failed'))
        self.assertEqual(again.status, 'initiating')

    def test_either_calls_back_at_once_from_the_page_that_talked_before_its_end_is_told(self):
        for person, tab in ((self.alice, ALICE_TAB), (self.bob, BOB_TAB)):
            with self.subTest(person.name):
                session = self.answered_call()
                self.ping(self.alice, session, client_id=ALICE_TAB)
                again = self.start(person, client_id=tab)
                self.assertEqual((session.status, session.end_reason), ('ended', 'hung-up'))
                self.assertEqual(again.status, 'initiating')
                self.hang_up(person, again, 'cancelled', tab)
