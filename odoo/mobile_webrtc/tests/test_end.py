from .common import ALICE_TAB, BOB_TAB, BOB_TAB_2, CAROL_TAB, CallCase, envelope, signal


class TestEnd(CallCase):
    """D12, D14: every call ends once, for one reason."""

    def assert_ended(self, session, reason):
        self.assertEqual((session.status, session.end_reason), ('ended', reason))
        self.assertTrue(session.end_time)

    def test_the_sketch_hangs_up_without_a_reason(self):
        session = self.start(client_id=None)
        result = self.of(self.alice, self.chat).mobile_end_webrtc_call(session.call_id)
        self.assertEqual(result, {'success': True, 'status': 'ended', 'end_reason': 'cancelled'})
        self.assert_ended(session, 'cancelled')

    def test_what_no_reason_means_depends_on_who_and_when(self):
        session = self.start(client_id=None)
        self.hang_up(self.bob, session)
        self.assert_ended(session, 'declined')
        session = self.start(client_id=None)
        self.say(self.bob, session, signal('answer'))
        self.hang_up(self.bob, session)
        self.assert_ended(session, 'hung-up')

    def test_a_reason_that_nobody_knows_is_not_stored(self):
        session = self.answered_call()
        self.hang_up(self.alice, session, '<b>because</b>', ALICE_TAB)
        self.assert_ended(session, 'hung-up')

    def test_ended_twice_it_is_told_once(self):
        session = self.answered_call()
        first = self.hang_up(self.alice, session, 'hung-up', ALICE_TAB)
        self.take_bus()
        messages = len(self.chat.message_ids)
        self.assertEqual(self.hang_up(self.bob, session, 'page-closed', BOB_TAB), first)
        self.assertEqual(self.hang_up(self.alice, session, 'cancelled', ALICE_TAB), first)
        self.assertFalse(self.take_bus())
        self.assertEqual(len(self.chat.message_ids), messages)
        self.assert_ended(session, 'hung-up')

    def test_the_callee_of_two_declines_for_all_their_devices(self):
        session = self.start()
        self.say(self.bob, session, signal('end', envelope('end', reason='declined')), client_id=BOB_TAB)
        self.assert_ended(session, 'declined')

    def test_busy_is_said_too(self):
        session = self.start()
        self.hang_up(self.bob, session, 'busy')
        self.assert_ended(session, 'busy')

    def test_one_page_of_the_callee_goes_away_and_the_others_ring_on(self):
        session = self.start()
        self.take_bus()
        result = self.hang_up(self.bob, session, 'page-closed', BOB_TAB, envelope('end', reason='page-closed'))
        self.assertEqual(result, {'success': True, 'status': 'initiating', 'end_reason': False})
        [relayed] = self.heard_by(self.alice)
        self.assertEqual(relayed['signal_type'], 'message')
        self.assertTrue(self.say(self.bob, session, signal('accept'), client_id=BOB_TAB_2)['success'])

    def test_a_device_that_did_not_answer_cannot_end_the_talk(self):
        session = self.answered_call()
        for reason, client_id in (('declined', BOB_TAB_2), ('busy', BOB_TAB_2), (None, None), ('hung-up', None)):
            result = self.hang_up(self.bob, session, reason, client_id)
            self.assertEqual(result, {'success': False, 'status': 'connecting', 'end_reason': 'answered-elsewhere'})
        self.assertEqual(session.status, 'connecting')

    def test_in_a_group_it_is_over_when_the_last_one_declined(self):
        session = self.start(chat=self.group)
        self.take_bus()
        self.assertEqual(self.hang_up(self.bob, session, 'declined', BOB_TAB)['status'], 'ended')
        heard = self.take_bus()
        self.assertEqual(session.status, 'initiating')
        [ended] = self.heard_by(self.bob, 'webrtc_call_ended', heard)
        self.assertEqual(ended['reason'], 'declined')
        self.assertFalse(self.heard_by(self.alice, heard=heard))
        self.assertFalse(self.say(self.bob, session, signal('accept'), client_id=BOB_TAB_2)['success'])
        self.hang_up(self.carol, session, 'declined', CAROL_TAB)
        self.assert_ended(session, 'declined')
        self.assertTrue(self.heard_by(self.alice, 'webrtc_call_ended'))

    def test_in_a_group_who_was_too_late_ends_nothing(self):
        session = self.start(chat=self.group)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        result = self.hang_up(self.carol, session, 'hung-up', CAROL_TAB)
        self.assertEqual(result['end_reason'], 'answered-elsewhere')
        self.assertEqual(session.status, 'connecting')

    def test_the_caller_cancels_a_group(self):
        session = self.start(chat=self.group)
        self.take_bus()
        self.hang_up(self.alice, session, 'cancelled', ALICE_TAB)
        heard = self.take_bus()
        for person in (self.bob, self.carol):
            self.assertEqual(self.heard_by(person, 'webrtc_call_ended', heard)[0]['reason'], 'cancelled')

    def test_a_page_is_told_which_of_its_calls_are_over(self):
        live, over = self.start(), self.start(chat=self.group)
        self.hang_up(self.alice, over)
        unknown = self.new_call_id()
        mine = self.of(self.alice, 'webrtc.session')
        self.assertEqual(
            mine._ping([live.call_id, over.call_id, unknown, 7, None], ALICE_TAB), [over.call_id, unknown])
        self.assertEqual(self.ping(self.eve, live), [live.call_id])
        self.assertFalse(session_pinged(live, self.eve))


def session_pinged(session, person):
    return session.last_ping and person.partner_id in session.participant_ids.partner_id
