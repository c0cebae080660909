import json
import uuid

from odoo.tests.common import TransactionCase, new_test_user

from ..models import mail_ice_server
from ..tools.rate_limit import REQUESTS, STARTS

ALICE_TAB, ALICE_TAB_2, BOB_TAB, BOB_TAB_2, CAROL_TAB = 'alice-tab', 'alice-tab-2', 'bob-tab', 'bob-tab-2', 'carol-tab'
OFFER = {'type': 'offer', 'sdp': 'v=0\r\n'}
ANSWER = {'type': 'answer', 'sdp': 'v=0\r\n'}
CANDIDATE = {'candidate': 'candidate:1 1 udp 1 192.0.2.1 9 typ host', 'sdpMid': '0', 'sdpMLineIndex': 0}


def envelope(kind='message', **body):
    """What the library sends; its content is nobody's business here but for the reason of an end."""
    return {'v': 1, 'type': kind, 'body': body}


def signal(kind, data=None, to=None):
    return {'signal_type': kind, 'signal_data': data or envelope(kind), **({'to_client_id': to} if to else {})}


class CallMixin:
    """Alice, Bob, Carol and Eve are internal users, Paul is a portal user, Greta is a guest."""

    suffix = 'webrtc'

    @classmethod
    def set_up_people(cls):
        for name in ('alice', 'bob', 'carol', 'eve'):
            setattr(cls, name, new_test_user(cls.env, f'{name}-{cls.suffix}', 'base.group_user', name=name.title()))
        cls.paul = new_test_user(cls.env, f'paul-{cls.suffix}', 'base.group_portal', name='Paul')
        cls.greta = cls.env['mail.guest'].create({'name': 'Greta'})
        cls.chat = cls.env['discuss.channel'].with_user(cls.alice).channel_get(cls.bob.partner_id.ids).with_env(cls.env)
        cls.group = cls.env['discuss.channel'].with_user(cls.alice).create_group(
            (cls.alice | cls.bob | cls.carol).partner_id.ids, name='Group').with_env(cls.env)
        cls.portal_chat = cls.env['discuss.channel'].with_user(cls.alice).channel_get(cls.paul.partner_id.ids).with_env(
            cls.env)
        cls.guest_chat = cls.env['discuss.channel'].with_user(cls.alice).create_group(
            cls.alice.partner_id.ids, name='With Greta').with_env(cls.env)
        cls.guest_chat.add_members(guest_ids=cls.greta.ids)

    def forget_rates(self):
        REQUESTS.clear()
        STARTS.clear()
        mail_ice_server._twilio.clear()

    def of(self, person, model):
        """:return: `model` as `person` sees it, a user or a guest"""
        records = self.env[model] if isinstance(model, str) else model.sudo(False)
        if person._name == 'mail.guest':
            return records.with_user(self.env.ref('base.public_user')).with_context(guest=person.sudo(False))
        return records.with_user(person)

    def persona(self, person):
        return person if person._name == 'mail.guest' else person.partner_id

    def start(self, person=None, chat=None, client_id=ALICE_TAB, **kwargs):
        """:return: the call, sudoed"""
        chat = self.of(person or self.alice, chat or self.chat)
        result = chat.mobile_start_webrtc_call(client_id=client_id, **kwargs)
        return self.env['webrtc.session'].sudo().browse(result['session_id'])

    def say(self, person, session, *signals, client_id=None):
        return self.of(person, 'webrtc.session')._find_mine(session.call_id)._signal(list(signals), client_id)

    def hang_up(self, person, session, reason=None, client_id=None, message=None):
        return self.of(person, 'webrtc.session')._find_mine(session.call_id)._end_by_current(reason, client_id, message)

    def ping(self, person, *sessions, client_id=None):
        return self.of(person, 'webrtc.session')._ping([session.call_id for session in sessions], client_id)

    def answered_call(self):
        session = self.start()
        self.say(self.bob, session, signal('accept'), client_id=BOB_TAB)
        return session

    def new_call_id(self):
        return str(uuid.uuid4())

    def take_bus(self):
        """:return: `(model, id, type, payload)` of what has gone over the bus since the last time"""
        self.env.cr.precommit.run()
        rows = self.env['bus.bus'].sudo().search([], order='id')
        taken = []
        for row in rows:
            channel, message = json.loads(row.channel), json.loads(row.message)
            if message['type'].startswith('webrtc_'):
                taken.append((channel[1:], message['type'], message['payload']))
        rows.unlink()
        return taken

    def heard_by(self, person, kind=None, heard=None):
        """:return: payloads that went to `person`"""
        persona = self.persona(person)
        return [
            payload for channel, type_, payload in (self.take_bus() if heard is None else heard)
            if channel == [persona._name, persona.id] and type_ == (kind or type_)
        ]


class CallPeople(CallMixin):
    """The people of a test class, who have done and heard nothing yet when a test begins."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()

    def setUp(self):
        super().setUp()
        self.forget_rates()
        self.take_bus()


class CallCase(CallPeople, TransactionCase):
    pass
