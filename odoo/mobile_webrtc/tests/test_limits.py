from unittest.mock import patch

from werkzeug.exceptions import TooManyRequests

from odoo.exceptions import ValidationError

from ..models import webrtc_session_start
from ..tools.rate_limit import RateLimit
from .common import ALICE_TAB, CANDIDATE, OFFER, CallCase, signal


class TestLimits(CallCase):
    """D21: kinds, sizes and rates."""

    def test_unknown_kinds_are_refused(self):
        session = self.start()
        for kind in ('hologram', 'OFFER', '', None, 1, ['offer'], 'webrtc_call_ended'):
            with self.assertRaises(ValidationError):
                self.say(self.alice, session, {'signal_type': kind, 'signal_data': OFFER})

    def test_data_is_an_object(self):
        session = self.start()
        for data in ('v=0', None, 1, [OFFER]):
            with self.assertRaises(ValidationError):
                self.say(self.alice, session, {'signal_type': 'offer', 'signal_data': data})
        for bad in ('x', None, 7, []):
            with self.assertRaises(ValidationError):
                self.say(self.alice, session, bad)

    def test_an_end_without_a_body_is_an_end(self):
        for data in ({'a': 1}, {'body': 'x'}, {'body': {'reason': ['x']}}, {'body': None}):
            session = self.start()
            self.assertTrue(self.say(self.alice, session, signal('end', data), client_id=ALICE_TAB)['success'])
            self.assertEqual(session.end_reason, 'cancelled')

    def test_a_batch_has_1_to_50(self):
        session = self.start()
        for count in (0, 51):
            with self.assertRaises(ValidationError):
                self.say(self.alice, session, *[signal('ice_candidate', CANDIDATE)] * count)
        with self.assertRaises(ValidationError):
            self.of(self.alice, 'webrtc.session')._find_mine(session.call_id)._signal({'a': 1})

    def test_a_batch_has_100_kb_at_most(self):
        session = self.start()
        self.take_bus()
        with self.assertRaises(ValidationError):
            self.say(self.alice, session, signal('offer', {'type': 'offer', 'sdp': 'x' * 100_001}))
        self.assertFalse(self.take_bus())
        self.assertTrue(self.say(self.alice, session, signal('offer', {'type': 'offer', 'sdp': 'x' * 90_000}))['success'])

    def test_who_starts_too_often_waits(self):
        with patch.object(webrtc_session_start, 'STARTS', RateLimit(rate=0.001, burst=2)):
            self.start()
            self.start()
            with self.assertRaises(TooManyRequests):
                self.start()
            self.assertTrue(self.start(self.bob, client_id='bob-tab', chat=self.group))

    def test_tokens_come_back(self):
        limit = RateLimit(rate=10, burst=2)
        with patch('odoo.addons.mobile_webrtc.tools.rate_limit.time.monotonic') as clock:
            clock.return_value = 100.0
            self.assertEqual([limit.take('a') for _ in range(3)], [True, True, False])
            self.assertTrue(limit.take('b'))
            clock.return_value = 100.15
            self.assertEqual([limit.take('a') for _ in range(2)], [True, False])

    def test_a_name_is_text_to_everybody(self):
        self.alice.name = '<b>Alice</b>'
        session = self.start(client_id=ALICE_TAB)
        self.assertEqual(session._invitation()['caller_name'], '<b>Alice</b>')
        self.hang_up(self.bob, session)
        self.assertNotIn('<b>', self.chat.message_ids[0].body)
