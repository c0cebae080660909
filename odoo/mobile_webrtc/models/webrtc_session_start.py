import uuid

from odoo import api, models
from odoo.exceptions import UserError, ValidationError

from ..tools.call_policy import may_call
from ..tools.persona import current_persona, persona_name
from ..tools.rate_limit import STARTS
from .webrtc_session import ANSWERED, LIVE, UNANSWERED
from .webrtc_session_access import UUID

CHANNEL_TYPES = ('chat', 'group', 'channel', 'livechat')
CALL_TYPES = ('audio', 'video')
MOST_CALLEES = 50
# A page gives a sign of life every 30 s.
SILENT_FOR_S = 40


class WebrtcSession(models.Model):
    _inherit = 'webrtc.session'

    @api.model
    def _start(self, channel, call_type='video', client_id=None, call_id=None):
        """Begin a call: ring every other member of the chat.

        :param channel: `discuss.channel` record, whatever its user may read
        :param str call_type: `audio` or `video`
        :param str client_id: the page that calls; none for a plain application
        :param str call_id: UUID version 4; made here when there is none
        :return: the call, sudoed
        :raise AccessError: unknown channel, or not a member of it
        :raise UserError: calls are off, nobody is there to ring, or they call already
        """
        caller = current_persona(self.env)
        client_id = self._check_client_id(client_id)
        channel = channel.sudo().exists()
        if not caller or not channel or not channel._webrtc_member(caller):
            raise self._refusal()
        known = self._started_before(call_id, caller, client_id, channel)
        if known:
            return known
        self._check_start(channel, call_type, call_id)
        callees = channel._webrtc_callees(caller)
        if not callees:
            raise UserError(self.env._("There is nobody here to call."))
        if len(callees) > MOST_CALLEES:
            raise UserError(self.env._("A call can ring %s people at most.", MOST_CALLEES))
        self._make_way(channel, caller, callees, client_id)
        session = self.sudo().create(
            self._start_values(channel, caller, callees, call_type, client_id, call_id or str(uuid.uuid4())))
        session._yield_to_crossing(caller)
        if session.status in LIVE:
            session._tell_invitation()
        return session

    @api.model
    def _started_before(self, call_id, caller, client_id, channel):
        """A request that got lost on its way back is sent again: answer it again, and ring nobody twice."""
        if not isinstance(call_id, str):
            return self.browse()
        session = self.sudo().search([('call_id', '=', call_id)])
        mine = session._caller() == caller and session.channel_id == channel
        return session if mine and session.caller_client_id == client_id else self.browse()

    @api.model
    def _check_start(self, channel, call_type, call_id):
        if not may_call(self.env):
            raise UserError(self.env._("Calls are not open to you here."))
        if call_type not in CALL_TYPES:
            raise ValidationError(self.env._("A call is an audio or a video call."))
        if call_id and (not isinstance(call_id, str) or not UUID.fullmatch(call_id)):
            raise ValidationError(self.env._("The ID of a call is a UUID, version 4."))
        if call_id and self.sudo().search_count([('call_id', '=', call_id)], limit=1):
            raise self._refusal()
        if channel.channel_type not in CHANNEL_TYPES:
            raise UserError(self.env._("There are no calls in this kind of chat."))
        self._check_rate(STARTS)

    @api.model
    def _start_values(self, channel, caller, callees, call_type, client_id, call_id):
        _ = self.env._
        title = channel.name or ', '.join(persona_name(persona) for persona in [caller, *callees])
        by_partner = caller._name == 'res.partner'
        field = {'res.partner': 'partner_id', 'mail.guest': 'guest_id'}
        return {
            'name': _("Video call - %s", title) if call_type == 'video' else _("Audio call - %s", title),
            'call_id': call_id,
            'channel_id': channel.id,
            'caller_id': by_partner and self.env.uid,
            'caller_partner_id': by_partner and caller.id,
            'caller_guest_id': not by_partner and caller.id,
            'caller_client_id': client_id,
            'call_type': call_type,
            'participant_ids': [
                (0, 0, {field[caller._name]: caller.id, 'role': 'caller', 'state': 'called'}),
                *((0, 0, {field[persona._name]: persona.id, 'role': 'callee'}) for persona in callees),
            ],
        }

    @api.model
    def _make_way(self, channel, caller, callees, client_id):
        """What the caller left open in this chat is over; what they talk in now is not."""
        for session in self.sudo().search([('channel_id', '=', channel.id), ('status', 'in', LIVE)]):
            session._end_if_overdue()
            if session.status in UNANSWERED and session._caller() == caller:
                session._end('cancelled', caller, client_id, with_message=False)
            elif session.status in ANSWERED and caller in (session._caller(), session._accepted_by()):
                is_callers = session._caller() == caller
                if client_id == (session.caller_client_id if is_callers else session.accepted_client_id):
                    # A device talks in one call: this one is over, though nobody has told so yet.
                    session._end('hung-up', caller, client_id)
                elif session._gave_life_sign_within(SILENT_FOR_S):
                    raise UserError(self.env._("You talk in this chat already."))
                else:
                    session._end('connection-failed', caller, client_id)

    def _yield_to_crossing(self, caller):
        """Two who call each other at once: the call with the lower id is the one, as the library has it on both sides.

        A plain application knows no such rule; whoever comes second is refused then.
        """
        if not self._is_one_to_one():
            return
        crossing = self._crossing()
        if any(not session.caller_client_id or not self.caller_client_id for session in crossing):
            raise UserError(self.env._("%s is calling you.", persona_name(crossing[:1]._caller())))
        if crossing:
            for loser in (crossing | self).sorted('call_id')[1:]:
                loser._give_way()

    def _give_way(self):
        """The call that crossed is the one. Pages know it; an application of the callee must stop ringing."""
        self._close_silently('cancelled')
        payload = {**self._ended_payload('cancelled', self._caller(), self.caller_client_id), 'only_app': True}
        self._callees()._persona()._bus_send('webrtc_call_ended', payload)

    def _crossing(self):
        """:return: the unanswered calls by which the callee of this call between two calls its caller"""
        callee = self._callees()._persona()
        unanswered = self.search([('channel_id', '=', self.channel_id.id), ('status', 'in', UNANSWERED)])
        return unanswered.filtered(
            lambda session: session != self and session._caller() == callee and session._is_one_to_one())

    def _is_reachable(self):
        """Whether anybody who is rung has a live connection."""
        return any(self.channel_id._webrtc_is_connected(callee._persona()) for callee in self._callees())

    def _started(self):
        """:return: what a page gets for its `start`"""
        crossing = self._crossing() if self._is_one_to_one() else self.browse()
        return {
            **self._invitation(),
            'reachable': self._is_reachable(),
            'crossed_by': crossing[:1]._invitation() if crossing else False,
        }
