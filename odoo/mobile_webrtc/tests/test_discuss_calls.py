from odoo.addons.mail.tools.discuss import Store

from .common import CallCase


class TestDiscussCalls(CallCase):
    """Odoo's own calls go on beside ours."""

    def test_a_call_of_discuss_runs_while_one_of_ours_rings(self):
        session = self.start()
        members = {member.partner_id: member for member in self.chat.channel_member_ids}
        store = Store()
        members[self.alice.partner_id].with_user(self.alice).sudo()._rtc_join_call(store)
        members[self.bob.partner_id].with_user(self.bob).sudo()._rtc_join_call(Store())
        self.assertEqual(len(self.chat.rtc_session_ids), 2)
        self.hang_up(self.alice, session)
        self.assertEqual(len(self.chat.rtc_session_ids), 2)
        members[self.alice.partner_id].sudo()._rtc_leave_call()
        self.assertEqual(len(self.chat.rtc_session_ids), 1)
        self.assertIn('Rtc', store.get_result())

    def test_the_ice_servers_of_discuss_are_untouched(self):
        self.env['ir.config_parameter'].set_param('mobile_webrtc.turn_urls', 'turn:t.example.com')
        self.env['ir.config_parameter'].set_param('mobile_webrtc.turn_secret', 's')
        self.env['mail.ice.server'].search([]).unlink()
        self.assertFalse(self.env['mail.ice.server']._get_ice_servers())

    def test_channels_have_no_field_of_ours(self):
        own = [name for name, field in self.env['discuss.channel']._fields.items() if field._module == 'mobile_webrtc']
        self.assertFalse(own)
