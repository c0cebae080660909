import json
import re

from psycopg2 import errors

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import mute_logger

from ..tools.persona import current_persona
from .webrtc_session import ANSWERED, LIVE, UNANSWERED

# The words of plain applications, and those of the library, whose envelopes stay closed here.
SIGNAL_TYPES = ('offer', 'answer', 'ice_candidate', 'ringing', 'accept', 'end', 'message')
MOST_SIGNALS = 50
MOST_BYTES = 100_000
LINE_END = re.compile(r'\r?\n')
CONCURRENCY_ERRORS = (errors.SerializationFailure, errors.LockNotAvailable, errors.DeadlockDetected)


class WebrtcSession(models.Model):
    """Relays what the devices of a call tell each other. Only the change of a status is written."""

    _inherit = 'webrtc.session'

    def _signal(self, signals, client_id=None):
        """Relay signals of the current person, in order.

        :param list signals: `{signal_type, signal_data, to_client_id?}`, 50 at most, 100 kB together
        :param str client_id: the device that speaks
        :return: `{success, status, end_reason}`; what comes after a refused signal is not relayed either
        :raise AccessError: no longer a member of the chat
        :raise ValidationError: unknown type, too many or too much
        """
        self.ensure_one()
        client_id = self._check_client_id(client_id)
        signals = self._check_signals(signals)
        sender = current_persona(self.env)
        if not self._is_member(sender):
            raise self._refusal()
        for signal in signals:
            reason = self._refuse_reason(sender)
            if not reason and not self._take(signal, sender, client_id):
                reason = 'answered-elsewhere'
            if reason:
                return {'success': False, 'status': self.status, 'end_reason': reason}
        return {'success': True, 'status': self.status, 'end_reason': self.end_reason}

    @api.model
    def _check_signals(self, signals):
        if not isinstance(signals, list) or not 0 < len(signals) <= MOST_SIGNALS:
            raise ValidationError(self.env._("Between 1 and %s signals may be sent at once.", MOST_SIGNALS))
        if len(json.dumps(signals, default=str)) > MOST_BYTES:
            raise ValidationError(self.env._("These signals are too long."))
        return [self._check_signal(signal) for signal in signals]

    @api.model
    def _check_signal(self, signal):
        signal = signal if isinstance(signal, dict) else {}
        data = signal.get('signal_data')
        if isinstance(data, dict) and isinstance(data.get('sdp'), str):
            # XML-RPC makes one line end of two characters (XML 1.0, 2.11), which no WebRTC stack has to read.
            data = {**data, 'sdp': LINE_END.sub('\r\n', data['sdp'])}
        if signal.get('signal_type') not in SIGNAL_TYPES or not isinstance(data, dict):
            raise ValidationError(self.env._("This is no signal of a call."))
        return {
            'signal_type': signal['signal_type'],
            'signal_data': data,
            'to_client_id': self._check_client_id(signal.get('to_client_id')),
        }

    def _refuse_reason(self, sender):
        """:return: why nothing of `sender` is relayed any more, or False"""
        if self.status not in LIVE:
            return self.end_reason
        if self._participant_of(sender).state == 'declined':
            return 'declined-elsewhere'
        return False if self._concerns(sender) else 'answered-elsewhere'

    def _take(self, signal, sender, client_id):
        """Relay one signal, and do what it says to the call.

        :return: False where another device was faster
        """
        kind = signal['signal_type']
        if sender != self._caller():
            if kind == 'ringing' and self.status == 'initiating':
                self._write_softly(('initiating',), {'status': 'ringing'})
            elif kind in ('accept', 'answer') and not self._accept(sender, client_id):
                return False
        if kind == 'end':
            body = signal['signal_data'].get('body')
            reason = body.get('reason') if isinstance(body, dict) else None
            return self._hang_up(sender, client_id, reason, signal)['success']
        self._tell_signal(self._receivers(sender), signal, sender, client_id)
        return True

    def _receivers(self, sender):
        """:return: what the caller says is for those who are rung, and then for whom answered; the rest is for the caller"""
        if sender != self._caller():
            return [self._caller()]
        answered = self._accepted_by()
        callees = self._callees().filtered(lambda callee: callee.state != 'declined')
        return [answered] if answered else [callee._persona() for callee in callees]

    def _accept(self, sender, client_id):
        """One device answers; with two at once one of them is first, for certain.

        :return: whether this device is the one
        """
        if self.status in UNANSWERED:
            self._lock()
        if self.status not in UNANSWERED:
            return self.status in ANSWERED and self._accepted_by() == sender and self.accepted_client_id == client_id
        by_partner = sender._name == 'res.partner'
        self.write({
            'status': 'connecting',
            'accept_time': fields.Datetime.now(),
            'accepted_partner_id': by_partner and sender.id,
            'accepted_guest_id': not by_partner and sender.id,
            'accepted_client_id': client_id,
        })
        self._participant_of(sender).state = 'answered'
        if self._is_one_to_one():
            for crossing in self._crossing():
                crossing._give_way()
        self._tell_answered(sender, client_id)
        return True

    def _write_softly(self, statuses, values):
        """Write what may as well be lost. Where another transaction changes the call at this moment, its change is worth
        more than ours, and neither is run again."""
        try:
            with self.env.cr.savepoint(), mute_logger('odoo.sql_db'):
                self.env.cr.execute(
                    'SELECT id FROM webrtc_session WHERE id = %s AND status IN %s FOR NO KEY UPDATE SKIP LOCKED',
                    [self.id, statuses])
                if self.env.cr.rowcount:
                    self.write(values)
        except CONCURRENCY_ERRORS:
            self.invalidate_recordset()
