from odoo import Command
from odoo.exceptions import AccessError, UserError

from .common import BOB_TAB, CallCase, signal


class TestChannels(CallCase):
    """D17, D18, D20: portal users, guests, kinds of chats, and whom a call reaches."""

    def chat_with(self, person, callee):
        return self.of(person, 'discuss.channel')._webrtc_channel_of(callee)

    def test_a_call_to_a_person_takes_the_chat_of_the_two(self):
        self.assertEqual(self.chat_with(self.alice, self.bob.partner_id), self.chat)

    def test_a_call_to_a_person_makes_the_chat_that_is_missing(self):
        chat = self.chat_with(self.eve, self.bob.partner_id)
        self.assertEqual(chat.channel_type, 'chat')
        self.assertEqual(chat.sudo().channel_member_ids.partner_id, (self.eve | self.bob).partner_id)

    def test_a_contact_without_a_user_cannot_be_called(self):
        contact = self.env['res.partner'].create({'name': 'Nobody'})
        for partner in (contact, self.env.ref('base.partner_root'), contact.browse(99999999)):
            with self.assertRaises(AccessError):
                self.chat_with(self.alice, partner)

    def test_a_portal_user_calls_and_answers_where_there_is_a_chat(self):
        self.assertEqual(self.chat_with(self.paul, self.alice.partner_id), self.portal_chat)
        self.assertFalse(self.chat_with(self.paul, self.bob.partner_id))
        session = self.start(self.paul, self.portal_chat, 'paul-tab')
        self.assertEqual(session.caller_id, self.paul)
        self.assertTrue(self.say(self.alice, session, signal('accept'), client_id='alice-tab')['success'])
        session = self.start(self.alice, self.portal_chat)
        self.assertTrue(self.say(self.paul, session, signal('accept'), client_id='paul-tab')['success'])
        self.assertEqual(session.accepted_partner_id, self.paul.partner_id)

    def test_a_guest_calls(self):
        self.assertEqual(self.chat_with(self.greta, self.alice.partner_id), self.guest_chat)
        session = self.start(self.greta, self.guest_chat, 'greta-tab')
        [invitation] = self.heard_by(self.alice, 'webrtc_call_invitation')
        self.assertEqual(invitation['caller'], f'guest:{self.greta.id}')
        self.assertEqual(invitation['caller_name'], 'Greta')
        self.assertIs(invitation['caller_id'], False)
        self.assertEqual((session.caller_guest_id, session.caller_partner_id.id), (self.greta, False))

    def test_a_guest_is_called_and_answers(self):
        self.assertEqual(self.chat_with(self.alice, self.greta), self.guest_chat)
        session = self.start(chat=self.guest_chat)
        self.assertTrue(self.heard_by(self.greta, 'webrtc_call_invitation'))
        self.assertTrue(self.say(self.greta, session, signal('accept'), client_id='greta-tab')['success'])
        self.assertEqual(session.accepted_guest_id, self.greta)
        [payload] = self.heard_by(self.alice, 'webrtc_signaling')
        self.assertEqual((payload['from'], payload['from_user_id']), (f'guest:{self.greta.id}', False))

    def test_a_guest_without_a_chat_reaches_nobody(self):
        stranger = self.env['mail.guest'].create({'name': 'Stranger'})
        self.assertFalse(self.chat_with(stranger, self.alice.partner_id))
        with self.assertRaises(AccessError):
            self.start(stranger, self.guest_chat)

    def test_the_public_user_without_a_guest_is_nobody(self):
        public = self.env.ref('base.public_user')
        with self.assertRaises(AccessError):
            self.chat.with_user(public).sudo(False).mobile_start_webrtc_call()

    def test_a_bot_is_not_rung(self):
        bot_chat = self.env['discuss.channel'].with_user(self.alice).create_group(
            (self.alice.partner_id | self.env.ref('base.partner_root')).ids)
        with self.assertRaises(UserError):
            self.start(chat=bot_chat.sudo())

    def test_an_archived_user_is_not_rung(self):
        self.carol.active = False
        session = self.start(chat=self.group)
        self.assertEqual(session._callees().partner_id, self.bob.partner_id)

    def test_a_crowd_is_not_rung(self):
        users = self.env['res.users'].with_context(no_reset_password=True).create([
            {'name': f'User {number}', 'login': f'crowd-{number}',
             'groups_id': [Command.set(self.env.ref('base.group_user').ids)]} for number in range(51)])
        crowd = self.env['discuss.channel'].with_user(self.alice).create_group(
            (self.alice | users).partner_id.ids, name='Crowd')
        with self.assertRaises(UserError):
            self.start(chat=crowd.sudo())

    def test_the_kind_of_call_is_one_of_two(self):
        self.assertEqual(self.start(call_type='audio').call_type, 'audio')
        for call_type in ('hologram', None, '', 1, ['video']):
            with self.assertRaises(UserError):
                self.start(call_type=call_type)

    def test_presence_is_told_of_those_whom_one_may_see(self):
        self.env['bus.presence'].create({'user_id': self.bob.id, 'status': 'online'})
        presence = lambda person, of: self.of(person, 'discuss.channel')._webrtc_presence_of(of)  # noqa: E731
        self.assertEqual(presence(self.alice, self.bob.partner_id), 'online')
        self.assertEqual(presence(self.eve, self.bob.partner_id), 'online')
        self.assertEqual(presence(self.paul, self.bob.partner_id), 'unknown')
        self.assertEqual(presence(self.paul, self.alice.partner_id), 'offline')
        self.assertEqual(presence(self.greta, self.bob.partner_id), 'unknown')
        self.assertEqual(presence(self.greta, self.alice.partner_id), 'offline')
        self.assertEqual(presence(self.alice, self.greta), 'offline')

    def test_reachable_is_who_has_a_connection(self):
        session = self.start()
        self.assertFalse(session._is_reachable())
        self.env['bus.presence'].create({'user_id': self.bob.id, 'status': 'away'})
        self.assertTrue(session._is_reachable())

    def test_an_answer_of_bob_counts_for_bob_only(self):
        session = self.start(chat=self.group)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        states = {participant.partner_id: participant.state for participant in session.participant_ids}
        self.assertEqual(states[self.bob.partner_id], 'answered')
        self.assertEqual(states[self.carol.partner_id], 'rung')
