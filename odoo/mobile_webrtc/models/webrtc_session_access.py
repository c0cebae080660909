import re

from werkzeug.exceptions import TooManyRequests

from odoo import api, models
from odoo.exceptions import AccessError, ValidationError

from ..tools.persona import current_persona
from ..tools.rate_limit import REQUESTS
from .webrtc_session import LIVE

UUID = re.compile(r'[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')
CLIENT_ID = re.compile(r'[\w.:-]{1,64}')


class WebrtcSession(models.Model):
    """Who may touch a call: its participants, for as long as they are members of its chat."""

    _inherit = 'webrtc.session'

    @api.model
    def _refusal(self):
        """One and the same answer for what does not exist and for what is not theirs."""
        return AccessError(self.env._("This call or chat does not exist, or you do not take part in it."))

    @api.model
    def _check_client_id(self, client_id):
        """:return: the id of a device, or False for a plain application
        :raise ValidationError: what was sent is no such id"""
        if not client_id:
            return False
        if not isinstance(client_id, str) or not CLIENT_ID.fullmatch(client_id):
            raise ValidationError(self.env._("This is no name of a device."))
        return client_id

    @api.model
    def _check_rate(self, limit=REQUESTS):
        """:raise TooManyRequests: the current person asks too often; it may go well in a moment"""
        persona = current_persona(self.env)
        if not limit.take((self.env.cr.dbname, persona._name, persona.id)):
            raise TooManyRequests(self.env._("Too many requests. Please wait a moment."))

    @api.model
    def _find_mine(self, call_id):
        """:return: the call in which the current person takes part, sudoed: writing is for methods only
        :raise AccessError: there is none"""
        persona = current_persona(self.env)
        if not persona or not isinstance(call_id, str) or not UUID.fullmatch(call_id):
            raise self._refusal()
        # sudo: webrtc.session - nobody may write sessions; who takes part is checked here
        session = self.sudo().search([('call_id', '=', call_id)])
        if not session._participant_of(persona):
            raise self._refusal()
        session._end_if_overdue()
        return session

    @api.model
    def _search_live_of(self, persona):
        """:return: the calls, sudoed, that ring for `persona` or in which they talk"""
        field = 'partner_id' if persona._name == 'res.partner' else 'guest_id'
        participants = self.env['webrtc.session.participant'].sudo().search([
            (field, '=', persona.id),
            ('state', '!=', 'declined'),
            ('session_id.status', 'in', LIVE),
        ])
        sessions = participants.session_id
        sessions._end_if_overdue()
        return sessions.filtered(lambda session: session._concerns(persona) and session._is_member(persona))

    def _participant_of(self, persona):
        """:return: as what `persona` takes part in this call"""
        return self.participant_ids.filtered(lambda participant: participant._persona() == persona)

    def _caller(self):
        return self.caller_partner_id or self.caller_guest_id

    def _accepted_by(self):
        return self.accepted_partner_id or self.accepted_guest_id

    def _callees(self):
        return self.participant_ids.filtered(lambda participant: participant.role == 'callee')

    def _is_one_to_one(self):
        return len(self._callees()) == 1

    def _concerns(self, persona):
        """Whether `persona` calls, is rung, or talks, now."""
        self.ensure_one()
        if self.status not in LIVE:
            return False
        answered = self._accepted_by()
        return persona == self._caller() or not answered or persona == answered

    def _is_member(self, persona):
        """Whether `persona` is a member of the chat still."""
        self.ensure_one()
        return bool(self.channel_id._webrtc_member(persona))
