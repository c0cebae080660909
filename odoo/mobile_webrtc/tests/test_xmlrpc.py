from odoo.tests import HttpCase, get_db_name, tagged

from .common import ANSWER, CANDIDATE, OFFER, CallPeople


@tagged('-at_install', 'post_install')
class TestXmlRpc(CallPeople, HttpCase):
    """A mobile application that knows the three methods only. XML-RPC cannot carry None."""

    def call(self, person, method, *args, **kwargs):
        return self.xmlrpc_object.execute_kw(
            get_db_name(), person.id, person.login, 'discuss.channel', method, [self.chat.ids, *args], kwargs)

    def test_lines_of_a_description_end_as_they_must_though_xml_changes_them(self):
        call_id = self.call(self.alice, 'mobile_start_webrtc_call')['call_id']
        self.call(self.alice, 'mobile_webrtc_signal', call_id, 'offer', {'type': 'offer', 'sdp': 'v=0\r\no=- 1\r\n'})
        self.env.cr.precommit.run()
        [payload] = self.heard_by(self.bob, 'webrtc_signaling')
        self.assertEqual(payload['signal_data']['sdp'], 'v=0\r\no=- 1\r\n')

    def test_a_whole_call(self):
        call = self.call(self.alice, 'mobile_start_webrtc_call', call_type='audio')
        self.assertEqual((call['status'], call['caller_id'], call['caller_name']), ('initiating', self.alice.id, 'Alice'))
        call_id = call['call_id']
        self.assertTrue(self.call(self.alice, 'mobile_webrtc_signal', call_id, 'offer', OFFER)['success'])
        self.assertTrue(self.call(self.alice, 'mobile_webrtc_signal', call_id, 'ice_candidate', CANDIDATE)['success'])
        answer = self.call(self.bob, 'mobile_webrtc_signal', call_id, 'answer', ANSWER)
        self.assertEqual((answer['success'], answer['status']), (True, 'connecting'))
        end = self.call(self.bob, 'mobile_end_webrtc_call', call_id)
        self.assertEqual(end, {'success': True, 'status': 'ended', 'end_reason': 'hung-up'})
        self.assertEqual(self.call(self.alice, 'mobile_end_webrtc_call', call_id), end)
