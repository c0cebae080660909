import json
import time
from datetime import timezone

from odoo import models
from odoo.addons.bus.models.bus import channel_with_db, json_dump

from ..tools.call_policy import ring_timeout
from ..tools.persona import avatar_url, persona_name, public_id
from .webrtc_session import UNANSWERED


def to_ms(moment):
    """:return: milliseconds since the epoch of a datetime in UTC without a zone, as the ORM has them"""
    return int(moment.replace(tzinfo=timezone.utc).timestamp() * 1000)


class WebrtcSession(models.Model):
    """What goes over the bus: to the own channel of each person, which nobody else can listen to."""

    _inherit = 'webrtc.session'

    def _invitation(self):
        """:return: payload of `webrtc_call_invitation`; the first seven keys are what a plain application knows"""
        self.ensure_one()
        caller = self._caller()
        return {
            'call_id': self.call_id,
            'session_id': self.id,
            'channel_id': self.channel_id.id,
            'caller_id': self.caller_id.id,
            'caller_name': persona_name(caller),
            'call_type': self.call_type,
            'timestamp': f"{self.start_time.isoformat(timespec='seconds')}Z",
            'caller': public_id(caller),
            'caller_avatar_url': avatar_url(caller),
            'client_id': self.caller_client_id,
            'callee': self._callee_public_id(),
            'status': self.status,
            'created_ms': to_ms(self.create_date),
            'server_ms': int(time.time() * 1000),
            'ring_timeout_s': ring_timeout(self.env),
            'accepted_client_id': self.accepted_client_id,
            'accepted_by': public_id(self._accepted_by()),
        }

    def _invitation_for(self, persona):
        """:return: the same for a page that comes late, with what an application said before; it says it once only"""
        return {**self._invitation(), 'signals': self._earlier_signals(persona)}

    def _earlier_signals(self, persona):
        """What the bus keeps for a while anyway; nothing is stored for this."""
        if self.caller_client_id or self.status not in UNANSWERED or persona == self._caller():
            return []
        # sudo: bus.bus - what was sent to this person before
        rows = self.env['bus.bus'].sudo().search([
            ('channel', '=', json_dump(channel_with_db(self.env.cr.dbname, persona))),
            ('create_date', '>=', self.create_date),
            ('message', 'like', self.call_id),
        ], order='id')
        messages = [json.loads(row.message) for row in rows]
        return [message['payload'] for message in messages if message['type'] == 'webrtc_signaling']

    def _callee_public_id(self):
        """:return: the person of a call between two, else the channel"""
        callees = self._callees()
        return public_id(callees._persona() if len(callees) == 1 else self.channel_id)

    def _tell_invitation(self):
        """Ring everybody, and let the other devices of the caller know."""
        payload = self._invitation()
        for participant in self.participant_ids:
            participant._persona()._bus_send('webrtc_call_invitation', payload)

    def _tell_signal(self, receivers, signal, sender, client_id):
        payload = {
            'session_id': self.id,
            'call_id': self.call_id,
            'signal_type': signal['signal_type'],
            'signal_data': signal['signal_data'],
            'from_user_id': self.env.uid if sender._name == 'res.partner' else False,
            'from': public_id(sender),
            'from_client_id': client_id,
            'to_client_id': signal['to_client_id'],
        }
        for receiver in receivers:
            receiver._bus_send('webrtc_signaling', payload)

    def _tell_answered(self, by, client_id):
        """Let the other devices of those who were rung fall silent.

        A plain application knows `webrtc_call_ended` only, and would hang up where it answered itself; so what concerns
        applications only goes where a page answered, and pages have a notification of their own.
        """
        payload = {**self._ended_payload('answered-elsewhere', by, client_id), 'accepted_client_id': client_id}
        by._bus_send('webrtc_call_answered', payload)
        if client_id:
            by._bus_send('webrtc_call_ended', {**payload, 'only_app': True})
        for participant in self._callees().filtered(lambda callee: callee.state == 'rung'):
            if participant._persona() != by:
                participant._persona()._bus_send('webrtc_call_ended', payload)

    def _tell_ended(self, reason, by, client_id, receivers=None):
        payload = self._ended_payload(reason, by, client_id)
        for receiver in receivers or [participant._persona() for participant in self.participant_ids]:
            receiver._bus_send('webrtc_call_ended', payload)

    def _ended_payload(self, reason, by, client_id):
        return {
            'session_id': self.id,
            'call_id': self.call_id,
            'channel_id': self.channel_id.id,
            'reason': reason,
            'by': public_id(by),
            'from_client_id': client_id,
        }
