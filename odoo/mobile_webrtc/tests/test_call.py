from odoo.exceptions import ValidationError

from .common import ALICE_TAB, ANSWER, BOB_TAB, BOB_TAB_2, CAROL_TAB, OFFER, CallCase, signal


class TestCall(CallCase):
    """D12, D13, D14: how a call runs."""

    def test_the_sketch_starts_a_call_and_gets_its_keys(self):
        result = self.of(self.alice, self.chat).mobile_start_webrtc_call()
        self.assertLessEqual({'call_id', 'session_id', 'caller_id', 'caller_name', 'status'}, set(result))
        self.assertEqual((result['status'], result['call_type']), ('initiating', 'video'))
        self.assertNotIn(None, result.values())

    def test_a_page_brings_its_own_id(self):
        call_id = self.new_call_id()
        self.assertEqual(self.start(call_id=call_id).call_id, call_id)

    def test_an_id_that_is_no_uuid_is_refused(self):
        for call_id in ('call-1', '00000000-0000-0000-0000-000000000000', self.new_call_id().upper(), 7):
            with self.assertRaises(ValidationError):
                self.start(call_id=call_id)

    def test_a_start_that_is_repeated_rings_once(self):
        call_id = self.new_call_id()
        session = self.start(call_id=call_id)
        self.take_bus()
        self.assertEqual(self.start(call_id=call_id), session)
        self.assertFalse(self.take_bus())

    def test_it_rings_when_a_device_says_so(self):
        session = self.start()
        self.say(self.bob, session, signal('ringing'), client_id=BOB_TAB)
        self.say(self.bob, session, signal('ringing'), client_id=BOB_TAB_2)
        self.assertEqual(session.status, 'ringing')

    def test_the_caller_can_neither_ring_nor_answer_their_own_call(self):
        session = self.start()
        self.say(self.alice, session, signal('ringing'), signal('accept'), client_id=ALICE_TAB)
        self.assertEqual(session.status, 'initiating')
        self.assertFalse(session.accepted_partner_id)

    def test_one_device_answers_and_the_call_connects_with_its_first_sign_of_life(self):
        session = self.answered_call()
        self.assertEqual(session.status, 'connecting')
        self.assertEqual(session.accepted_partner_id, self.bob.partner_id)
        self.assertEqual(session.accepted_client_id, BOB_TAB)
        self.ping(self.bob, session, client_id=BOB_TAB)
        self.assertEqual(session.status, 'connecting')
        self.ping(self.alice, session, client_id=ALICE_TAB)
        self.assertEqual(session.status, 'connected')
        self.assertTrue(session.connect_time)

    def test_where_an_application_calls_the_callee_says_that_it_is_connected(self):
        session = self.start(client_id=None)
        self.say(self.bob, session, signal('answer', ANSWER), client_id=BOB_TAB)
        self.ping(self.bob, session, client_id=BOB_TAB)
        self.assertEqual(session.status, 'connected')

    def test_a_second_device_is_told_and_not_relayed(self):
        session = self.answered_call()
        self.take_bus()
        for kind, client_id in (('accept', BOB_TAB_2), ('answer', None)):
            self.assertEqual(
                self.say(self.bob, session, signal(kind, ANSWER), client_id=client_id),
                {'success': False, 'status': 'connecting', 'end_reason': 'answered-elsewhere'})
        self.assertFalse(self.take_bus())
        self.assertEqual(session.accepted_client_id, BOB_TAB)

    def test_an_answer_that_is_repeated_is_granted_again(self):
        session = self.answered_call()
        self.take_bus()
        self.assertTrue(self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)['success'])
        self.assertTrue(self.heard_by(self.alice, 'webrtc_signaling'))

    def test_an_application_answers_and_may_answer_again_when_it_is_offered_more(self):
        session = self.start(client_id=None)
        self.say(self.alice, session, signal('offer', OFFER))
        self.assertTrue(self.say(self.bob, session, signal('answer', ANSWER))['success'])
        self.assertTrue(self.say(self.bob, session, signal('answer', ANSWER))['success'])
        self.assertEqual((session.status, session.accepted_client_id), ('connecting', False))

    def test_a_page_that_was_loaded_anew_talks_on_under_another_name(self):
        session = self.answered_call()
        self.assertTrue(self.say(self.bob, session, signal('message'), client_id=BOB_TAB_2)['success'])
        self.assertTrue(self.hang_up(self.bob, session, 'hung-up', BOB_TAB_2)['success'])
        self.assertEqual(session.status, 'ended')

    def test_in_a_group_another_person_comes_too_late(self):
        session = self.start(chat=self.group)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        for kind in ('accept', 'message'):
            result = self.say(self.carol, session, signal(kind), client_id=CAROL_TAB)
            self.assertEqual((result['success'], result['end_reason']), (False, 'answered-elsewhere'))
        self.assertEqual(session.accepted_partner_id, self.bob.partner_id)

    def test_nothing_is_relayed_when_it_is_over(self):
        session = self.start()
        self.hang_up(self.alice, session, 'cancelled', ALICE_TAB)
        self.take_bus()
        for kind in ('accept', 'answer', 'message', 'ice_candidate', 'offer', 'ringing'):
            self.assertEqual(
                self.say(self.bob, session, signal(kind, ANSWER), client_id=BOB_TAB),
                {'success': False, 'status': 'ended', 'end_reason': 'cancelled'})
        self.assertFalse(self.take_bus())
        self.assertEqual(session.status, 'ended')

    def test_what_follows_a_refused_signal_is_not_relayed(self):
        session = self.answered_call()
        self.take_bus()
        self.say(self.bob, session, signal('accept'), signal('message'), client_id=BOB_TAB_2)
        self.assertFalse(self.take_bus())

    def test_who_starts_anew_cancels_what_they_left_ringing(self):
        first = self.start()
        second = self.start(client_id='alice-reloaded')
        self.assertEqual((first.status, first.end_reason), ('ended', 'cancelled'))
        self.assertEqual(second.status, 'initiating')

    def test_live_calls_are_there_after_a_page_load(self):
        live = lambda person: self.of(person, 'webrtc.session')._search_live_of(self.persona(person))  # noqa: E731
        session = self.start(chat=self.group)
        self.assertEqual(live(self.alice) & live(self.bob) & live(self.carol), session)
        self.assertFalse(live(self.eve))
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        self.assertEqual(live(self.alice) & live(self.bob), session)
        self.assertFalse(live(self.carol))
        self.group._action_unfollow(partner=self.bob.partner_id)
        self.assertFalse(live(self.bob))
        self.hang_up(self.alice, session)
        self.assertFalse(live(self.alice))
