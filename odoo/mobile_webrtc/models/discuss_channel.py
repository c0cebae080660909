from datetime import datetime

from odoo import api, models
from odoo.addons.bus.models.bus import channel_with_db, dispatch
from odoo.exceptions import UserError

from ..tools.persona import current_persona

APP_KEYS = (
    'call_id', 'session_id', 'channel_id', 'caller_id', 'caller_name', 'call_type', 'timestamp', 'status',
    'ring_timeout_s', 'reachable')


class DiscussChannel(models.Model):
    """The three methods of mobile applications, and what a call has to know of a chat."""

    _inherit = 'discuss.channel'

    # ------------------------------------------------------------
    # MOBILE APPLICATIONS (XML-RPC, call_kw): names and arguments are a contract
    # ------------------------------------------------------------

    def mobile_start_webrtc_call(self, call_type='video', client_id=None, call_id=None):
        """Call the other members of this chat.

        :return: `call_id`, `session_id`, `caller_id`, `caller_name`, `status`, and more. Nothing that XML-RPC cannot
            carry: no None, and no milliseconds, which are beyond its integers
        """
        self.ensure_one()
        started = self.env['webrtc.session']._start(self, call_type, client_id, call_id)._started()
        return {key: started[key] for key in APP_KEYS}

    def mobile_webrtc_signal(self, call_id, signal_type, signal_data, client_id=None):
        """Relay an `offer`, an `answer` (which accepts the call) or an `ice_candidate` to the other side.

        :return: `success`, `status`, `end_reason`
        """
        session = self._webrtc_session(call_id)
        return session._signal([{'signal_type': signal_type, 'signal_data': signal_data}], client_id)

    def mobile_end_webrtc_call(self, call_id, reason=None, client_id=None):
        """Hang up, cancel, or decline.

        :return: `success`, `status`, `end_reason`
        """
        return self._webrtc_session(call_id)._end_by_current(reason, client_id)

    def _webrtc_session(self, call_id):
        """:return: the call of that id in this chat"""
        self.ensure_one()
        sessions = self.env['webrtc.session']
        sessions._check_rate()
        session = sessions._find_mine(call_id)
        if session.channel_id.id != self.id:
            raise sessions._refusal()
        return session

    # ------------------------------------------------------------
    # WHO CAN BE CALLED
    # ------------------------------------------------------------

    @api.model
    def _webrtc_channel_of(self, callee):
        """:return: the chat in which to call `callee`, a persona or a channel

        An internal user gets a chat with any other user; who may make none needs one that is there.
        """
        if callee._name == self._name:
            return callee
        persona = current_persona(self.env)
        if callee == persona:
            raise UserError(self.env._("You cannot call yourself."))
        is_partner = callee._name == 'res.partner'
        if is_partner and self.env.user._is_internal():
            if not self._webrtc_can_be_rung(callee.exists()):
                raise self.env['webrtc.session']._refusal()
            return self.channel_get(callee.ids, pin=False)
        return self._webrtc_existing_chat(persona, callee)

    @api.model
    def _webrtc_existing_chat(self, persona, callee):
        """:return: the latest chat of these two alone, or an empty record"""
        # sudo: discuss.channel - looking for what both are members of only
        chats = self.sudo().search([
            ('channel_type', 'in', ('chat', 'group', 'livechat')),
            ('channel_member_ids', 'any', [(self._webrtc_field(persona), '=', persona.id)]),
            ('channel_member_ids', 'any', [(self._webrtc_field(callee), '=', callee.id)]),
        ], order='last_interest_dt DESC, id DESC')
        return chats.filtered(lambda chat: chat._webrtc_callees(persona) == [callee])[:1].sudo(False)

    def _webrtc_member(self, persona):
        """:return: the membership of `persona` in this chat"""
        self.ensure_one()
        # sudo: discuss.channel.member - whether one is a member oneself
        return self.env['discuss.channel.member'].sudo().search([
            ('channel_id', '=', self.id),
            (self._webrtc_field(persona), '=', persona.id),
        ], limit=1)

    def _webrtc_callees(self, caller):
        """:return: list of the personas whom a call of `caller` rings: guests, and partners with an active user"""
        self.ensure_one()
        members = self.sudo().channel_member_ids
        personas = [member.partner_id or member.guest_id for member in members]
        return [persona for persona in personas if persona != caller and self._webrtc_can_be_rung(persona)]

    @api.model
    def _webrtc_can_be_rung(self, persona):
        if persona._name == 'mail.guest':
            return bool(persona)
        return any(user.active and not user._is_public() for user in persona.sudo().user_ids)

    @api.model
    def _webrtc_field(self, persona):
        return 'partner_id' if persona._name == 'res.partner' else 'guest_id'

    # ------------------------------------------------------------
    # PRESENCE
    # ------------------------------------------------------------

    @api.model
    def _webrtc_presences(self, persona):
        domain = [('guest_id', '=', persona.id)]
        if persona._name == 'res.partner':
            domain = [('user_id', 'in', persona.sudo().user_ids.ids)]
        # sudo: bus.presence - whether somebody can be reached, for those who call them
        return self.env['bus.presence'].sudo().search(domain)

    @api.model
    def _webrtc_is_connected(self, persona):
        """Whether `persona` has a live connection: as Odoo was told by its client, or as this process sees for itself."""
        if any(presence.status != 'offline' for presence in self._webrtc_presences(persona)):
            return True
        return bool(dispatch._channels_to_ws.get(channel_with_db(self.env.cr.dbname, persona.sudo(False))))

    @api.model
    def _webrtc_last_seen(self, persona):
        return max(self._webrtc_presences(persona).mapped('last_poll'), default=datetime.min)

    @api.model
    def _webrtc_presence_of(self, persona):
        """:return: `online`, `away`, `offline`, or `unknown` for whom the current person may not see"""
        if not persona or not self._webrtc_may_see(persona):
            return 'unknown'
        # Odoo's modules have more words, `leave_away` for one.
        status = (persona.sudo().im_status or '').rpartition('_')[2]
        return status if status in ('online', 'away', 'offline') else 'unknown'

    @api.model
    def _webrtc_may_see(self, persona):
        me = current_persona(self.env)
        if persona == me or self.env.user._is_internal():
            return True
        return bool(self.sudo().search_count([
            ('channel_member_ids', 'any', [(self._webrtc_field(me), '=', me.id)]),
            ('channel_member_ids', 'any', [(self._webrtc_field(persona), '=', persona.id)]),
        ], limit=1))
