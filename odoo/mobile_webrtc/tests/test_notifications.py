import time
from datetime import datetime, timezone

from .common import ALICE_TAB, ANSWER, BOB_TAB, BOB_TAB_2, CANDIDATE, OFFER, CallCase, envelope, signal

SEED_INVITATION = {
    'call_id', 'session_id', 'channel_id', 'caller_id', 'caller_name', 'call_type', 'timestamp'}
SEED_SIGNAL = {'session_id', 'call_id', 'signal_type', 'signal_data', 'from_user_id'}
SEED_ENDED = {'session_id', 'call_id', 'channel_id'}


class TestNotifications(CallCase):
    """D1, D2, D3, D11, D15: what goes to whom."""

    def test_invitation_goes_to_the_records_of_the_two_and_nowhere_else(self):
        self.start()
        heard = self.take_bus()
        self.assertEqual(
            {tuple(channel) for channel, _type, _payload in heard},
            {('res.partner', self.alice.partner_id.id), ('res.partner', self.bob.partner_id.id)})

    def test_nothing_ever_goes_to_a_channel_or_a_string(self):
        session = self.start(chat=self.group)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        self.say(self.alice, session, signal('message'), client_id=ALICE_TAB)
        self.hang_up(self.alice, session, 'hung-up', ALICE_TAB)
        self.assertEqual({channel[0] for channel, _type, _payload in self.take_bus()}, {'res.partner'})

    def test_invitation_has_the_keys_of_the_sketch_and_more(self):
        session = self.start()
        [invitation] = self.heard_by(self.bob, 'webrtc_call_invitation')
        self.assertLessEqual(SEED_INVITATION, set(invitation))
        self.assertEqual(invitation['caller_id'], self.alice.id)
        self.assertEqual(invitation['caller_name'], 'Alice')
        self.assertEqual(invitation['caller'], f'partner:{self.alice.partner_id.id}')
        self.assertEqual(invitation['callee'], f'partner:{self.bob.partner_id.id}')
        self.assertEqual(invitation['client_id'], ALICE_TAB)
        self.assertEqual(invitation['channel_id'], self.chat.id)
        self.assertEqual((invitation['status'], session.status), ('initiating', 'initiating'))
        self.assertIs(invitation['accepted_client_id'], False)
        self.assertIs(invitation['accepted_by'], False)

    def test_times_have_a_zone(self):
        session = self.start()
        [invitation] = self.heard_by(self.bob, 'webrtc_call_invitation')
        moment = datetime.fromisoformat(invitation['timestamp'].replace('Z', '+00:00'))
        self.assertTrue(invitation['timestamp'].endswith('Z'))
        self.assertEqual(moment.replace(tzinfo=None), session.start_time)
        created = session.create_date.replace(tzinfo=timezone.utc)
        self.assertEqual(invitation['created_ms'], int(created.timestamp() * 1000))
        self.assertLess(abs(time.time() * 1000 - invitation['server_ms']), 60_000)

    def test_a_group_is_rung_whole(self):
        self.start(chat=self.group)
        heard = self.take_bus()
        for person in (self.alice, self.bob, self.carol):
            [invitation] = self.heard_by(person, 'webrtc_call_invitation', heard)
            self.assertEqual(invitation['callee'], f'channel:{self.group.id}')

    def test_a_signal_of_the_caller_goes_to_the_callee_only(self):
        session = self.start(client_id=None)
        self.take_bus()
        self.say(self.alice, session, {'signal_type': 'offer', 'signal_data': OFFER})
        heard = self.take_bus()
        self.assertFalse(self.heard_by(self.alice, heard=heard))
        [payload] = self.heard_by(self.bob, 'webrtc_signaling', heard)
        self.assertLessEqual(SEED_SIGNAL, set(payload))
        self.assertEqual(payload['signal_data'], OFFER)
        self.assertEqual(payload['from_user_id'], self.alice.id)
        self.assertEqual(payload['from'], f'partner:{self.alice.partner_id.id}')
        self.assertIs(payload['from_client_id'], False)
        self.assertIs(payload['to_client_id'], False)

    def test_a_signal_of_the_callee_goes_to_the_caller_with_both_devices_named(self):
        session = self.start()
        self.take_bus()
        self.say(self.bob, session, signal('message', to=ALICE_TAB), client_id=BOB_TAB)
        heard = self.take_bus()
        self.assertFalse(self.heard_by(self.bob, heard=heard))
        [payload] = self.heard_by(self.alice, 'webrtc_signaling', heard)
        self.assertEqual((payload['from_client_id'], payload['to_client_id']), (BOB_TAB, ALICE_TAB))

    def test_a_batch_keeps_its_order(self):
        session = self.answered_call()
        self.take_bus()
        batch = [signal('ice_candidate', {**CANDIDATE, 'sdpMid': str(number)}) for number in range(50)]
        self.say(self.alice, session, *batch, client_id=ALICE_TAB)
        heard = self.heard_by(self.bob, 'webrtc_signaling')
        self.assertEqual([payload['signal_data']['sdpMid'] for payload in heard], [str(n) for n in range(50)])

    def test_after_the_answer_in_a_group_only_who_answered_hears_the_caller(self):
        session = self.start(chat=self.group)
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        self.take_bus()
        self.say(self.alice, session, signal('message'), client_id=ALICE_TAB)
        heard = self.take_bus()
        self.assertTrue(self.heard_by(self.bob, heard=heard))
        self.assertFalse(self.heard_by(self.carol, heard=heard))

    def test_a_page_answers_and_the_applications_of_that_person_fall_silent(self):
        session = self.start()
        self.take_bus()
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        heard = self.take_bus()
        [ended] = self.heard_by(self.bob, 'webrtc_call_ended', heard)
        self.assertTrue(ended['only_app'])
        self.assertEqual((ended['reason'], ended['from_client_id']), ('answered-elsewhere', BOB_TAB))
        self.assertFalse(self.heard_by(self.alice, 'webrtc_call_ended', heard))

    def test_an_application_answers_and_hears_no_end(self):
        session = self.start()
        self.take_bus()
        self.say(self.bob, session, signal('answer', ANSWER))
        heard = self.take_bus()
        self.assertFalse(self.heard_by(self.bob, 'webrtc_call_ended', heard))
        [answered] = self.heard_by(self.bob, 'webrtc_call_answered', heard)
        self.assertIs(answered['accepted_client_id'], False)

    def test_one_answers_in_a_group_and_the_others_stop_ringing(self):
        session = self.start(chat=self.group)
        self.take_bus()
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        [ended] = self.heard_by(self.carol, 'webrtc_call_ended')
        self.assertEqual(ended['reason'], 'answered-elsewhere')
        self.assertEqual(ended['by'], f'partner:{self.bob.partner_id.id}')
        self.assertNotIn('only_app', ended)

    def test_the_end_goes_to_both_with_reason_and_author(self):
        session = self.answered_call()
        self.take_bus()
        self.hang_up(self.bob, session, 'hung-up', BOB_TAB)
        heard = self.take_bus()
        for person in (self.alice, self.bob):
            [ended] = self.heard_by(person, 'webrtc_call_ended', heard)
            self.assertLessEqual(SEED_ENDED, set(ended))
            self.assertEqual(ended['reason'], 'hung-up')
            self.assertEqual(ended['by'], f'partner:{self.bob.partner_id.id}')
            self.assertEqual(ended['from_client_id'], BOB_TAB)

    def test_the_envelope_of_an_end_comes_before_the_end(self):
        session = self.answered_call()
        self.take_bus()
        self.say(self.alice, session, signal('end', envelope('end', reason='hung-up'), to=BOB_TAB), client_id=ALICE_TAB)
        kinds = [type_ for channel, type_, _payload in self.take_bus() if channel[1] == self.bob.partner_id.id]
        self.assertEqual(kinds, ['webrtc_signaling', 'webrtc_call_ended'])

    def test_one_who_joined_after_the_call_began_hears_nothing_of_it(self):
        session = self.start(chat=self.group)
        self.group.add_members(partner_ids=self.eve.partner_id.ids)
        self.take_bus()
        self.say(self.alice, session, signal('message'), client_id=ALICE_TAB)
        self.say(self.bob, session, signal('message'), client_id=BOB_TAB_2)
        self.assertFalse(self.heard_by(self.eve))
