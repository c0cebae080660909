from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import ALICE_TAB, ANSWER, BOB_TAB, OFFER, CallCase, signal


class TestAccess(CallCase):
    """D4, D5, D6, D7, D10, D16, D17: an outsider reads, forges, ends and deletes nothing; a participant writes nothing."""

    def assert_refused(self, action):
        """One and the same answer, whatever the matter is."""
        with self.assertRaises(AccessError) as caught:
            action()
        self.assertIn("does not exist, or you do not take part", str(caught.exception))

    def test_an_outsider_reads_no_session(self):
        session = self.start()
        sessions = self.of(self.eve, 'webrtc.session')
        self.assertFalse(sessions.search([('id', '=', session.id)]))
        with self.assertRaises(AccessError), mute_logger('odoo.addons.base.models.ir_rule'):
            sessions.browse(session.id).read(['call_id'])
        self.assertFalse(self.of(self.eve, 'webrtc.session.participant').search([('session_id', '=', session.id)]))

    def test_those_who_take_part_read_theirs_and_write_nothing(self):
        session = self.start()
        for person in (self.alice, self.bob):
            mine = self.of(person, session)
            self.assertEqual(mine.read(['status'])[0]['status'], 'initiating')
            for action in (
                lambda mine=mine: mine.write({'status': 'ended'}),
                lambda mine=mine: mine.unlink(),
                lambda mine=mine: mine.create({'name': 'x', 'call_id': 'x', 'channel_id': self.chat.id}),
                lambda mine=mine: mine.participant_ids.write({'state': 'declined'}),
                lambda mine=mine: mine.participant_ids.unlink(),
            ):
                with self.assertRaises(AccessError), mute_logger('odoo.addons.base.models.ir_model'):
                    action()

    def test_an_administrator_writes_nothing_either(self):
        session = self.start()
        with self.assertRaises(AccessError), mute_logger('odoo.addons.base.models.ir_model'):
            session.sudo(False).with_user(self.env.ref('base.user_admin')).write({'status': 'ended'})

    def test_the_public_user_reads_nothing(self):
        self.start()
        with self.assertRaises(AccessError), mute_logger('odoo.addons.base.models.ir_model'):
            self.env['webrtc.session'].with_user(self.env.ref('base.public_user')).search([])

    def test_no_field_holds_what_the_devices_told_each_other(self):
        session = self.start(client_id=None)
        self.say(self.alice, session, signal('offer', OFFER))
        self.say(self.bob, session, signal('answer', ANSWER))
        self.assertNotIn('v=0', str(session.read()))

    def test_the_models_have_no_method_of_their_own_that_rpc_can_reach(self):
        public = {'action_archive', 'action_unarchive', 'toggle_active'}
        for model in ('webrtc.session', 'webrtc.session.participant'):
            own = {
                name for cls in type(self.env[model]).__mro__ if 'mobile_webrtc' in cls.__module__
                for name, value in vars(cls).items() if callable(value) and not name.startswith('_')
            }
            self.assertFalse(own - public, model)

    def test_an_outsider_starts_no_call_in_a_chat_of_others(self):
        for chat in (self.chat, self.group, self.guest_chat):
            self.assert_refused(lambda chat=chat: self.start(self.eve, chat))

    def test_who_may_read_an_open_channel_but_is_no_member_starts_none(self):
        channel = self.env['discuss.channel'].with_user(self.alice).channel_create('Open', None).sudo()
        channel.add_members(partner_ids=self.bob.partner_id.ids)
        self.assertTrue(self.of(self.eve, 'discuss.channel').search([('id', '=', channel.id)]))
        self.assert_refused(lambda: self.start(self.eve, channel))

    def test_an_outsider_signals_and_ends_nothing_though_the_id_is_known(self):
        session = self.start()
        self.assert_refused(lambda: self.say(self.eve, session, signal('answer', ANSWER)))
        self.assert_refused(lambda: self.hang_up(self.eve, session))
        eves_chat = self.of(self.eve, 'discuss.channel').channel_get(self.carol.partner_id.ids)
        self.assert_refused(lambda: eves_chat.mobile_webrtc_signal(session.call_id, 'answer', ANSWER))
        self.assert_refused(lambda: eves_chat.mobile_end_webrtc_call(session.call_id))
        self.assertEqual(session.status, 'initiating')

    def test_a_call_is_not_reached_through_another_chat(self):
        session = self.start()
        for chat in (self.group, self.of(self.alice, 'discuss.channel').browse(99999999)):
            self.assert_refused(lambda chat=chat: self.of(self.alice, chat).mobile_webrtc_signal(
                session.call_id, 'offer', OFFER))

    def test_unknown_and_malformed_ids_get_the_same_answer(self):
        chat = self.of(self.alice, self.chat)
        for call_id in (self.new_call_id(), 'call-1', 'abc', '', None, False, 1, [], {'a': 1}, 'x' * 10_000):
            self.assert_refused(lambda call_id=call_id: chat.mobile_webrtc_signal(call_id, 'offer', OFFER))
            self.assert_refused(lambda call_id=call_id: chat.mobile_end_webrtc_call(call_id))

    def test_ids_cannot_be_guessed_and_cannot_be_taken_twice(self):
        session = self.start()
        self.assertRegex(session.call_id, r'^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
        self.assert_refused(lambda: self.start(self.eve, self.of(self.eve, 'discuss.channel').channel_get(
            self.carol.partner_id.ids), call_id=session.call_id))

    def test_the_context_of_a_request_makes_no_values(self):
        forged = {
            'default_status': 'connected', 'default_connect_time': '2026-01-01 00:00:00', 'default_duration': 9,
            'default_accepted_partner_id': self.bob.partner_id.id, 'default_state': 'answered', 'default_author_id': 1,
            'default_subject': 'Forged', 'guest': self.greta.id, 'active_test': False,
        }
        result = self.of(self.alice, self.chat).with_context(forged).mobile_start_webrtc_call()
        session = self.env['webrtc.session'].sudo().browse(result['session_id'])
        self.assertEqual(session.status, 'initiating')
        self.assertFalse(session.connect_time or session.accepted_partner_id)
        self.assertEqual(session._callees().state, 'rung')
        self.of(self.alice, self.chat).with_context(forged).mobile_end_webrtc_call(result['call_id'])
        message = self.chat.message_ids[0]
        self.assertEqual((message.author_id, message.subject), (self.alice.partner_id, False))

    def test_who_left_the_chat_relays_nothing_but_may_hang_up(self):
        session = self.start(chat=self.group)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        self.group._action_unfollow(partner=self.bob.partner_id)
        self.assert_refused(lambda: self.say(self.bob, session, signal('message'), client_id=BOB_TAB))
        self.assertEqual(self.hang_up(self.bob, session, 'hung-up', BOB_TAB)['status'], 'ended')

    def test_a_chat_a_user_and_a_guest_can_be_deleted(self):
        session, in_group = self.start(), self.start(chat=self.guest_chat)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        self.chat.unlink()
        self.assertFalse(session.exists())
        self.greta.unlink()
        self.assertTrue(in_group.exists())
        self.alice.unlink()
        self.assertFalse(in_group.caller_id)

    def test_a_portal_user_reads_channels_as_before(self):
        self.start(chat=self.portal_chat)
        self.assertTrue(self.of(self.paul, self.portal_chat).read())
        self.assertTrue(self.of(self.paul, 'webrtc.session').search([]).read(['duration', 'status']))

    def test_calling_oneself_is_refused(self):
        with self.assertRaises(UserError):
            self.of(self.alice, 'discuss.channel')._webrtc_channel_of(self.alice.partner_id)

    def test_a_device_is_named_by_a_short_word(self):
        for client_id in (1, ['x'], 'x' * 65, 'a b', '<b>'):
            with self.assertRaises(UserError):
                self.start(client_id=client_id)
        self.assertEqual(self.start().caller_client_id, ALICE_TAB)
