from odoo.exceptions import UserError

from .. import uninstall_hook
from .common import BOB_TAB, CallCase, signal


class TestSettings(CallCase):
    """What the administrator sets, and the switch that leaves nothing behind."""

    def set_values(self, **values):
        values = {f'mobile_webrtc_{name}': value for name, value in values.items()}
        self.env['res.config.settings'].create(values).execute()

    def test_calls_are_on_after_installation(self):
        self.assertTrue(self.env['res.config.settings'].create({}).mobile_webrtc_enabled)

    def test_switched_off_nobody_starts_and_what_goes_on_ends(self):
        session = self.start()
        self.set_values(enabled=False)
        self.assertEqual((session.status, session.end_reason), ('ended', 'vetoed'))
        with self.assertRaises(UserError):
            self.start()

    def test_switched_off_there_is_no_menu(self):
        menu = self.env.ref('mobile_webrtc.webrtc_session_menu')
        loaded = lambda: menu.id in self.of(self.alice, 'ir.ui.menu').load_menus(False)  # noqa: E731
        self.assertTrue(loaded())
        self.set_values(enabled=False)
        self.assertFalse(loaded())

    def test_uninstalled_no_setting_remains(self):
        self.set_values(enabled=True, turn_secret='s3cret', ring_timeout=30)
        uninstall_hook(self.env)
        self.assertFalse(self.env['ir.config_parameter'].search([('key', '=like', 'mobile_webrtc.%')]))

    def test_switched_off_it_stays_off_after_an_upgrade(self):
        self.set_values(enabled=False)
        data = self.env.ref('mobile_webrtc.config_parameter_enabled', raise_if_not_found=False)
        self.assertFalse(data)
        self.set_values(enabled=True)
        self.assertTrue(self.start())

    def test_who_may_call(self):
        for who, portal, guest in (('internal', False, False), ('portal', True, False), ('everyone', True, True)):
            self.set_values(enabled=True, who_may_call=who)
            self.assertTrue(self.start())
            people = ((self.paul, self.portal_chat, portal), (self.greta, self.guest_chat, guest))
            for person, chat, allowed in people:
                if allowed:
                    self.assertTrue(self.start(person, chat, 'tab'))
                else:
                    with self.assertRaises(UserError):
                        self.start(person, chat, 'tab')

    def test_whoever_is_rung_may_answer(self):
        self.set_values(enabled=True, who_may_call='internal')
        for person, chat in ((self.paul, self.portal_chat), (self.greta, self.guest_chat)):
            session = self.start(chat=chat)
            self.assertTrue(self.say(person, session, signal('accept'), client_id=BOB_TAB)['success'])

    def test_the_secret_of_the_turn_server_is_for_administrators_only(self):
        self.set_values(enabled=True, turn_secret='s3cret')
        self.assertFalse(self.of(self.alice, 'ir.config_parameter').has_access('read'))
        self.assertFalse(self.of(self.alice, 'res.config.settings').has_access('read'))

    def test_odd_values_fall_back(self):
        params = self.env['ir.config_parameter']
        for value, expected in (('0', 10), ('9999', 300), ('abc', 45), ('30', 30)):
            params.set_param('mobile_webrtc.ring_timeout', value)
            self.assertEqual(self.start()._invitation()['ring_timeout_s'], expected)
