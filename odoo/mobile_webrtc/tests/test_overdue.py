from datetime import datetime, timedelta

from odoo.tests import freeze_time

from .common import ALICE_TAB, ANSWER, BOB_TAB, CallCase, signal


class TestOverdue(CallCase):
    """D22, D24: what nobody ends."""

    def later(self, **delta):
        return freeze_time(datetime.utcnow() + timedelta(**delta))

    def run_cron(self):
        self.env['webrtc.session']._cron_end_overdue()

    def assert_live(self, session):
        self.run_cron()
        self.assertNotEqual(session.status, 'ended')

    def assert_over(self, session, reason):
        self.run_cron()
        self.assertEqual((session.status, session.end_reason), ('ended', reason))

    def test_a_ring_has_its_time(self):
        session = self.start()
        self.take_bus()
        with self.later(seconds=45):
            self.assert_live(session)
        with self.later(seconds=60):
            self.assert_over(session, 'no-answer')
        [ended] = self.heard_by(self.bob)
        self.assertEqual((ended['reason'], ended['by']), ('no-answer', False))

    def test_the_administrator_sets_the_time(self):
        self.env['ir.config_parameter'].set_param('mobile_webrtc.ring_timeout', '100')
        session = self.start()
        self.assertEqual(session._invitation()['ring_timeout_s'], 100)
        with self.later(seconds=90):
            self.assert_live(session)

    def test_whoever_looks_at_it_first_ends_it(self):
        session = self.start()
        with self.later(seconds=60):
            result = self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
            self.assertEqual(result, {'success': False, 'status': 'ended', 'end_reason': 'no-answer'})

    def test_a_fresh_page_hears_of_no_dead_call(self):
        self.start()
        with self.later(seconds=60):
            self.assertFalse(self.of(self.bob, 'webrtc.session')._search_live_of(self.bob.partner_id))

    def test_signs_of_life_keep_a_call(self):
        session = self.answered_call()
        with self.later(seconds=60):
            self.ping(self.alice, session, client_id=ALICE_TAB)
        with self.later(seconds=140):
            self.assert_live(session)
        with self.later(seconds=160):
            self.assert_over(session, 'connection-failed')

    def test_signs_of_life_of_strangers_and_of_rung_people_keep_nothing(self):
        session = self.start()
        with self.later(seconds=30):
            self.ping(self.bob, session, client_id=BOB_TAB)
            self.ping(self.eve, session)
        with self.later(seconds=60):
            self.assert_over(session, 'no-answer')

    def test_two_applications_talk_for_as_long_as_one_is_online(self):
        session = self.start(client_id=None)
        self.say(self.bob, session, signal('answer', ANSWER))
        presence = self.env['bus.presence'].create({'user_id': self.bob.id, 'status': 'online'})
        with self.later(minutes=10):
            presence.last_poll = datetime.utcnow()
            self.assert_live(session)
        with self.later(minutes=11):
            presence.status = 'offline'
            self.assert_over(session, 'connection-failed')

    def test_two_applications_of_which_odoo_knows_nothing_have_half_a_day(self):
        session = self.start(client_id=None)
        self.say(self.bob, session, signal('answer', ANSWER))
        with self.later(hours=11):
            self.assert_live(session)
        with self.later(hours=13):
            self.assert_over(session, 'connection-failed')

    def test_an_end_by_the_clock_leaves_a_message_too(self):
        session = self.start()
        with self.later(seconds=60):
            self.assert_over(session, 'no-answer')
        self.assertIn('Missed video call', self.chat.message_ids[0].body)

    def test_signals_do_not_stay_on_the_bus(self):
        session = self.start()
        self.say(self.alice, session, signal('message'), client_id=ALICE_TAB)
        self.env.cr.precommit.run()
        count = lambda: self.env['bus.bus'].sudo().search_count([('message', 'like', 'webrtc_signaling')])  # noqa: E731
        self.env.cr.execute("UPDATE bus_bus SET create_date = create_date - interval '9 minutes'")
        self.run_cron()
        self.assertEqual(count(), 1)
        self.env.cr.execute("UPDATE bus_bus SET create_date = create_date - interval '2 minutes'")
        self.run_cron()
        self.assertEqual(count(), 0)
        self.assertTrue(self.env['bus.bus'].sudo().search([('message', 'like', 'webrtc_call_invitation')]))

    def test_old_calls_are_forgotten_where_the_administrator_says_so(self):
        session = self.start()
        self.hang_up(self.alice, session)
        live = self.start()
        with self.later(days=40):
            self.env['webrtc.session']._gc_old_sessions()
            self.assertTrue(session.exists())
            self.env['ir.config_parameter'].set_param('mobile_webrtc.keep_days', '30')
            self.env['webrtc.session']._gc_old_sessions()
            self.assertFalse(session.exists())
            self.assertTrue(live.exists())
