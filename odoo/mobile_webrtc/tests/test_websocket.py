import json

from odoo.addons.bus.tests.common import WebsocketCase
from odoo.tests import tagged

from .common import CallPeople


@tagged('-at_install', 'post_install')
class TestWebsocket(CallPeople, WebsocketCase):
    """D1, D2, D3: who hears it over a real socket."""

    def listen(self, person, channels):
        session = self.authenticate(person and person.login, person and person.login)
        socket = self.websocket_connect(cookie=f'session_id={session.sid};')
        self.subscribe(socket, channels, self.env['bus.bus']._bus_last_id())
        return socket

    def heard(self, socket):
        socket.settimeout(1)
        try:
            return [row['message']['type'] for row in json.loads(socket.recv())]
        except Exception:  # noqa: BLE001 - a time-out is silence
            return []

    def ring(self):
        self.start()
        self.trigger_notification_dispatching([
            self.bob.partner_id, self.alice.partner_id, self.chat, f'discuss.channel-{self.chat.id}'])

    def test_a_member_hears_it_with_the_subscription_of_every_page(self):
        socket = self.listen(self.bob, [])
        self.ring()
        self.assertIn('webrtc_call_invitation', self.heard(socket))

    def test_nobody_else_hears_it_whatever_they_subscribe_to(self):
        guesses = [
            f'discuss.channel-{self.chat.id}', f'discuss.channel_{self.chat.id}', 'webrtc',
            f'res.partner_{self.bob.partner_id.id}', f'res.partner-{self.bob.partner_id.id}',
            f'["{self.env.cr.dbname}","res.partner",{self.bob.partner_id.id}]',
        ]
        sockets = [self.listen(self.eve, guesses), self.listen(None, guesses)]
        self.ring()
        for socket in sockets:
            self.assertNotIn('webrtc_call_invitation', self.heard(socket))
