from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import mute_logger

from ..tools.call_policy import is_enabled, read_setting, ring_timeout
from ..tools.persona import current_persona
from .webrtc_session import ANSWERED, LIVE, UNANSWERED
from .webrtc_session_signal import CONCURRENCY_ERRORS

# The pages have the same time limit for a ring; theirs comes first.
GRACE_S = 5
# Three signs of life, and nothing more of a page that gave any.
SILENCE_S = 90
# Two applications give no sign of life; nobody talks for longer.
LONGEST_H = 12
# A signal is of use for seconds; who was away for so long has lost the call.
KEEP_SIGNALS_MIN = 10
MOST_PINGS = 20
PING_EVERY_S = 10


class WebrtcSession(models.Model):
    """Ends the calls that nobody ends: a ring without answer, a page that is gone."""

    _inherit = 'webrtc.session'

    @api.model
    def _ping(self, call_ids, client_id=None):
        """Signs of life of a page.

        :param list call_ids: the calls that it has, 20 at most
        :return: those of them that are over, or never were theirs
        """
        client_id = self._check_client_id(client_id)
        persona = current_persona(self.env)
        call_ids = call_ids if isinstance(call_ids, list) else []
        asked = [call_id for call_id in call_ids if isinstance(call_id, str)][:MOST_PINGS]
        sessions = self.sudo().search([('call_id', 'in', asked), ('status', 'in', LIVE)])
        mine = sessions.filtered(lambda session: session._participant_of(persona))
        for session in mine:
            session._note_life_sign(persona)
        mine._end_if_overdue()
        live = mine.filtered(lambda session: session._concerns(persona)).mapped('call_id')
        return [call_id for call_id in asked if call_id not in live]

    def _note_life_sign(self, persona):
        """The first after the answer says that the two talk. An application that calls gives none; its callee's counts."""
        now = fields.Datetime.now()
        values = {}
        if not self._gave_life_sign_within(PING_EVERY_S):
            values['last_ping'] = now
        if self.status == 'connecting' and (persona == self._caller() or not self.caller_client_id):
            values.update(status='connected', connect_time=now)
        if values and self._concerns(persona):
            self._write_softly(LIVE, values)

    def _gave_life_sign_within(self, seconds):
        return bool(self.last_ping) and self.last_ping > fields.Datetime.now() - timedelta(seconds=seconds)

    def _end_if_overdue(self):
        """Whenever somebody looks at a call. Leaves it alone where another transaction changes it right now."""
        for session in self:
            reason = session._overdue_reason()
            if not reason:
                continue
            try:
                with self.env.cr.savepoint(), mute_logger('odoo.sql_db'):
                    session._end(reason)
            except CONCURRENCY_ERRORS:
                session.invalidate_recordset()

    def _overdue_reason(self):
        """:return: why this call should be over, or False"""
        now = fields.Datetime.now()
        if self.status in UNANSWERED:
            limit = timedelta(seconds=ring_timeout(self.env) + GRACE_S)
            return self.start_time < now - limit and 'no-answer'
        if self.status not in ANSWERED:
            return False
        if self.last_ping and (self.caller_client_id or self.accepted_client_id):
            return max(self.last_ping, self.accept_time) < now - timedelta(seconds=SILENCE_S) and 'connection-failed'
        if self.accept_time < now - timedelta(hours=LONGEST_H):
            return 'connection-failed'
        is_gone = self.accept_time < now - timedelta(seconds=SILENCE_S) and self._is_everybody_gone()
        return is_gone and 'connection-failed'

    def _is_everybody_gone(self):
        """Whether those who talk were here since the answer, as far as Odoo saw, and none is now."""
        talking = [persona for persona in (self._caller(), self._accepted_by()) if persona]
        return not any(self.channel_id._webrtc_is_connected(persona) for persona in talking) and any(
            self.channel_id._webrtc_last_seen(persona) > self.accept_time for persona in talking)

    @api.model
    def _cron_end_overdue(self):
        """Each minute."""
        if is_enabled(self.env):
            self.sudo().search([('status', 'in', LIVE)])._end_if_overdue()
        else:
            self._end_all_live('vetoed')
        self._forget_signals()

    @api.model
    def _forget_signals(self):
        """Addresses and keys of connections do not stay on the bus until Odoo tidies up, once a day."""
        self.env.cr.execute(
            "DELETE FROM bus_bus WHERE create_date < %s AND message LIKE %s",
            [fields.Datetime.now() - timedelta(minutes=KEEP_SIGNALS_MIN), '{"type":"webrtc_signaling"%'])

    @api.model
    def _end_all_live(self, reason):
        for session in self.sudo().search([('status', 'in', LIVE)]):
            session._end(reason)

    @api.autovacuum
    def _gc_old_sessions(self):
        """The report keeps calls for as many days as the administrator says; 0 is for ever."""
        days = read_setting(self.env, 'keep_days', '')
        if str(days).isdigit() and int(days):
            limit = fields.Datetime.now() - timedelta(days=int(days))
            self.sudo().search(
                [('status', '=', 'ended'), ('start_time', '<', limit)], limit=models.GC_UNLINK_LIMIT).unlink()
