import time

from odoo import http
from odoo.addons.bus.websocket import WebsocketConnectionHandler
from odoo.addons.mail.models.discuss.mail_guest import add_guest_to_context
from odoo.http import SessionExpiredException, request

from ..tools.call_policy import is_enabled, may_call, policy
from ..tools.persona import avatar_url, browse_public_id, current_persona, persona_name, public_id

MOST_BODY = 128 * 1024
MOST_PRESENCES = 100


class WebrtcController(http.Controller):
    """For pages: internal users, portal users and guests alike. What each may do is decided by the models."""

    @http.route('/mobile_webrtc/hello', methods=['POST'], type='json', auth='public', max_content_length=MOST_BODY)
    @add_guest_to_context
    def hello(self):
        """What a page needs when it begins, and when it is connected again: who it is, and the calls that are on."""
        me = self._me()
        calls = request.env['webrtc.session']._search_live_of(me) if is_enabled(request.env) else []
        return {
            'server_ms': int(time.time() * 1000),
            'me': {'id': public_id(me), 'name': persona_name(me), 'avatar_url': avatar_url(me)},
            'policy': policy(request.env),
            'calls': [session._invitation_for(me) for session in calls],
            # sudo: bus.bus - where a socket of the page's own begins to listen; no secret, Odoo's own client is told too
            'last_notification_id': request.env['bus.bus'].sudo()._bus_last_id(),
            'version': WebsocketConnectionHandler._VERSION,
        }

    @http.route('/mobile_webrtc/start', methods=['POST'], type='json', auth='public', max_content_length=MOST_BODY)
    @add_guest_to_context
    def start(self, callee, call_type='video', client_id=None, call_id=None):
        self._me()
        sessions = request.env['webrtc.session']
        target = browse_public_id(request.env, callee)
        channel = target is not None and request.env['discuss.channel']._webrtc_channel_of(target)
        if not channel:
            raise sessions._refusal()
        return sessions._start(channel, call_type, client_id, call_id)._started()

    @http.route('/mobile_webrtc/signal', methods=['POST'], type='json', auth='public', max_content_length=MOST_BODY)
    @add_guest_to_context
    def signal(self, call_id, signals, client_id=None):
        return self._session(call_id)._signal(signals, client_id)

    @http.route('/mobile_webrtc/end', methods=['POST'], type='json', auth='public', max_content_length=MOST_BODY)
    @add_guest_to_context
    def end(self, call_id, client_id=None, reason=None, message=None):
        return self._session(call_id)._end_by_current(reason, client_id, message)

    @http.route('/mobile_webrtc/ping', methods=['POST'], type='json', auth='public', max_content_length=MOST_BODY)
    @add_guest_to_context
    def ping(self, call_ids, client_id=None):
        self._me()
        return {'ended': request.env['webrtc.session']._ping(call_ids, client_id)}

    @http.route('/mobile_webrtc/ice', methods=['POST'], type='json', auth='public', max_content_length=MOST_BODY)
    @add_guest_to_context
    def ice(self):
        """Only for those who may call, or have a call: relays cost money."""
        me = self._me()
        if not may_call(request.env) and not request.env['webrtc.session']._search_live_of(me):
            return {'ice_servers': [], 'ttl_s': 60}
        return request.env['mail.ice.server']._webrtc_ice_servers(public_id(me))

    @http.route('/mobile_webrtc/presence', methods=['POST'], type='json', auth='public', max_content_length=MOST_BODY)
    @add_guest_to_context
    def presence(self, ids):
        self._me()
        ids = ids if isinstance(ids, list) else []
        asked = [value for value in ids if isinstance(value, str)][:MOST_PRESENCES]
        return {value: self._presence(value) for value in asked}

    def _presence(self, value):
        persona = browse_public_id(request.env, value)
        if persona is None or persona._name == 'discuss.channel':
            return 'unknown'
        return request.env['discuss.channel']._webrtc_presence_of(persona.exists())

    def _me(self):
        """:raise SessionExpiredException: neither a user nor a guest; the page has to sign in"""
        me = current_persona(request.env)
        if not me:
            raise SessionExpiredException("Session expired")
        request.env['webrtc.session']._check_rate()
        return me

    def _session(self, call_id):
        self._me()
        return request.env['webrtc.session']._find_mine(call_id)
