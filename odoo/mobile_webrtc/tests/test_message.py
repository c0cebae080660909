from datetime import timedelta

from odoo.tests import freeze_time

from .common import ALICE_TAB, BOB_TAB, CallCase, signal


class TestMessage(CallCase):
    """D19: one message when a call is over."""

    def text_after(self, session, *end):
        before = self.chat.message_ids
        self.hang_up(*end)
        [message] = self.chat.message_ids - before
        text, _dash, caller = message.body.striptags().partition(' – ')
        self.assertEqual(caller, 'Alice')
        return message, text

    def talk(self, seconds, call_type='audio'):
        session = self.start(call_type=call_type)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        self.ping(self.alice, session, client_id=ALICE_TAB)
        session.connect_time -= timedelta(seconds=seconds)
        return session

    def test_nothing_is_posted_before_the_end(self):
        before = self.chat.message_ids
        self.talk(10)
        self.assertEqual(self.chat.message_ids, before)

    @freeze_time('2026-11-20 12:00:00')
    def test_a_call_says_how_long_it_was(self):
        for seconds, call_type, expected in (
            (12, 'audio', "Call, 12 s"),
            (185, 'audio', "Call, 3 min"),
            (185, 'video', "Video call, 3 min"),
            (3720, 'audio', "Call, 1 h 2 min"),
        ):
            session = self.talk(seconds, call_type)
            _message, text = self.text_after(session, self.bob, session, 'hung-up', BOB_TAB)
            self.assertEqual(text, expected)
            self.assertEqual(session.duration, seconds)

    def test_a_call_that_nobody_took_was_missed(self):
        session = self.start(call_type='audio')
        message, text = self.text_after(session, self.alice, session, 'cancelled', ALICE_TAB)
        self.assertEqual(text, "Missed call")
        self.assertEqual(message.author_id, self.alice.partner_id)
        self.assertEqual(session.duration, 0)

    def test_a_call_that_was_declined_says_so(self):
        session = self.start()
        _message, text = self.text_after(session, self.bob, session, 'declined', BOB_TAB)
        self.assertEqual(text, "Declined video call")

    def test_a_call_that_never_connected_says_so(self):
        session = self.answered_call()
        self.ping(self.bob, session, client_id=BOB_TAB)
        _message, text = self.text_after(session, self.alice, session, 'connection-failed', ALICE_TAB)
        self.assertEqual(text, "Failed video call")

    def test_the_message_is_the_callers_whoever_ends_the_call(self):
        session = self.answered_call()
        message, _text = self.text_after(session, self.bob, session, 'hung-up', BOB_TAB)
        self.assertEqual(message.author_id, self.alice.partner_id)
        self.assertEqual(message.message_type, 'notification')
        self.assertFalse(message.notification_ids)

    def test_the_message_of_a_guest_is_the_guests(self):
        session = self.start(self.greta, self.guest_chat, 'greta-tab')
        self.hang_up(self.alice, session, 'declined')
        message = self.guest_chat.message_ids[0]
        self.assertEqual(message.author_guest_id, self.greta)
        self.assertFalse(message.author_id)
        session = self.start(self.alice, self.guest_chat)
        self.hang_up(self.greta, session, 'declined')
        message = self.guest_chat.message_ids[0]
        self.assertEqual((message.author_id, message.author_guest_id.id), (self.alice.partner_id, False))

    def test_the_message_makes_no_toast(self):
        session = self.start()
        self.take_bus()
        self.hang_up(self.alice, session)
        self.env.cr.precommit.run()
        rows = self.env['bus.bus'].sudo().search([('message', 'like', 'discuss.channel/new_message')])
        self.assertEqual(len(rows), 1)
        self.assertIn('"silent":true', rows.message)

    def test_the_message_is_in_the_callers_language(self):
        self.env['res.lang']._activate_lang('fr_FR')
        self.env['ir.module.module']._load_module_terms(['mobile_webrtc'], ['fr_FR'])
        self.alice.lang = 'fr_FR'
        session = self.start(call_type='audio')
        _message, text = self.text_after(session, self.bob, session, 'busy')
        self.assertEqual(text, "Appel manqué")
