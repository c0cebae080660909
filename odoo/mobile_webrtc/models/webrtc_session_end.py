from odoo import fields, models

from ..tools.persona import current_persona
from .webrtc_session import ANSWERED, END_REASONS, LIVE, UNANSWERED

REASONS = tuple(reason for reason, _label in END_REASONS)
# By these a callee says no for all of their devices; with any other, one page of theirs merely goes away.
REFUSALS = {'declined': 'declined', 'hung-up': 'declined', 'busy': 'busy'}
# A device that did not answer says these, late; the device that did talks on.
LATE_REASONS = ('declined', 'busy', 'no-answer', 'answered-elsewhere', 'declined-elsewhere', 'unreachable', 'vetoed')


class WebrtcSession(models.Model):
    """Every call ends once, for one reason."""

    _inherit = 'webrtc.session'

    def _hang_up(self, sender, client_id=False, reason=None, signal=None):
        """The current person wants the call to be over, or is out of it. Said twice, it is answered the same.

        :param str reason: one of the library's list; an application may leave it out
        :param dict signal: what to relay to the other side before
        :return: `{success, status, end_reason}`
        """
        self.ensure_one()
        if self.status in LIVE:
            self._lock()
        if self.status not in LIVE:
            return self._ending(self.end_reason)
        if not self._concerns(sender):
            return self._ending('answered-elsewhere')
        is_caller = sender == self._caller()
        reason = self._end_word(reason, is_caller)
        if not is_caller and self.status in UNANSWERED:
            return self._decline(sender, client_id, reason, signal)
        if not is_caller and self._is_late(client_id, reason):
            return {'success': False, 'status': self.status, 'end_reason': 'answered-elsewhere'}
        self._relay_end(signal, sender, client_id)
        self._end(reason, sender, client_id)
        return self._ending(reason)

    def _end_word(self, reason, is_caller):
        """:return: `reason`, or what it must mean where an application says nothing"""
        if reason in REASONS:
            return reason
        if self.status in ANSWERED:
            return 'hung-up'
        return 'cancelled' if is_caller else 'declined'

    def _is_late(self, client_id, reason):
        """Whether this comes from a device of the callee that does not talk. A page that was loaded anew has a new name, and
        may end its call; an application is none of the pages."""
        return client_id != self.accepted_client_id and (reason in LATE_REASONS or not client_id)

    def _decline(self, sender, client_id, reason, signal):
        """A callee says no. Others may still answer; with the last one it is over."""
        if reason not in REFUSALS:
            if signal:
                self._tell_signal([self._caller()], {**signal, 'signal_type': 'message'}, sender, client_id)
            return {'success': True, 'status': self.status, 'end_reason': False}
        reason = REFUSALS[reason]
        if self._participant_of(sender).state == 'declined':
            return self._ending(reason)
        self._participant_of(sender).state = 'declined'
        self._relay_end(signal, sender, client_id)
        if all(callee.state == 'declined' for callee in self._callees()):
            self._end(reason, sender, client_id)
        else:
            self._tell_ended(reason, sender, client_id, receivers=[sender])
        return self._ending(reason)

    def _relay_end(self, signal, sender, client_id):
        if signal:
            self._tell_signal(self._receivers(sender), signal, sender, client_id)

    def _end(self, reason, by=None, client_id=False, with_message=True):
        """Write the end, tell everybody, and leave one message in the chat. Does nothing to a call that is over."""
        if self.status not in LIVE:
            return
        self._close_silently(reason)
        if with_message:
            self._post_end_message()
        # The last thing: what is on its way to the bus is not taken back where a savepoint is.
        self._tell_ended(reason, by, client_id)

    def _close_silently(self, reason):
        """The end of a call of which nobody needs to hear: another one took its place."""
        self._lock()
        if self.status in LIVE:
            self.write({'status': 'ended', 'end_reason': reason, 'end_time': fields.Datetime.now()})

    @staticmethod
    def _ending(reason):
        return {'success': True, 'status': 'ended', 'end_reason': reason}

    def _end_by_current(self, reason=None, client_id=None, message=None):
        """`/mobile_webrtc/end` and `mobile_end_webrtc_call`."""
        client_id = self._check_client_id(client_id)
        signal = message and self._check_signal({'signal_type': 'end', 'signal_data': message})
        return self._hang_up(current_persona(self.env), client_id, reason, signal)
