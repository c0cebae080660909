from odoo.tests import Form, new_test_user

from .common import BOB_TAB, CallCase, signal


class TestReport(CallCase):
    """The report has metadata only: all of it for managers, one's own for everybody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = new_test_user(
            cls.env, 'manager-webrtc', 'base.group_user,mobile_webrtc.group_call_manager', name='Manager')

    def test_a_manager_sees_all_and_everybody_else_their_own(self):
        session, portal = self.start(), self.start(chat=self.portal_chat)
        seen = lambda person: self.of(person, 'webrtc.session').search([('id', 'in', (session | portal).ids)])  # noqa: E731
        self.assertEqual(seen(self.manager), (session | portal).sudo(False))
        self.assertEqual(seen(self.alice), (session | portal).sudo(False))
        self.assertEqual(seen(self.bob), session.sudo(False))
        self.assertEqual(seen(self.paul), portal.sudo(False))
        self.assertFalse(seen(self.eve))

    def test_durations_are_summed(self):
        for _number in range(2):
            session = self.start()
            self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
            self.hang_up(self.bob, session, 'hung-up', BOB_TAB)
            session.write({'connect_time': '2026-01-01 10:00:00', 'end_time': '2026-01-01 10:01:00'})
        [(caller, total, count)] = self.of(self.manager, 'webrtc.session')._read_group(
            [('channel_id', '=', self.chat.id)], ['caller_partner_id'], ['duration:sum', '__count'])
        self.assertEqual((caller.id, total, count), (self.alice.partner_id.id, 120, 2))

    def test_devices_are_nobodys_business(self):
        session = self.start()
        self.assertNotIn('caller_client_id', self.of(self.manager, session).fields_get())
        self.assertNotIn('caller_client_id', self.of(self.bob, session).read()[0])

    def test_the_form_opens_for_those_who_may_read(self):
        session = self.start(chat=self.guest_chat)
        for person in (self.manager, self.alice):
            form = Form(self.of(person, session), view='mobile_webrtc.webrtc_session_view_form')
            self.assertEqual(form.status, 'initiating')
            self.assertEqual(len(form.participant_ids), 2)

    def test_participants_have_their_names(self):
        session = self.start(chat=self.guest_chat)
        self.assertEqual(sorted(session.participant_ids.mapped('display_name')), ['Alice', 'Greta'])
