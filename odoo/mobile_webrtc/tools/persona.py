"""A persona is who takes part in a chat: a `res.partner` or a `mail.guest`. On the wire it is `partner:7` or `guest:5`."""

import re

from odoo.tools.misc import limited_field_access_token

KINDS = {'res.partner': 'partner', 'mail.guest': 'guest', 'discuss.channel': 'channel'}
MODELS = {kind: model for model, kind in KINDS.items()}
PUBLIC_ID = re.compile(r'(partner|guest|channel):([1-9]\d{0,9})')


def public_id(record):
    """:return: `partner:7`, `guest:5`, `channel:3`, or False for an empty record"""
    return f'{KINDS[record._name]}:{record.id}' if record else False


def browse_public_id(env, value):
    """:return: the record that `value` names, existing or not, or None where it names nothing"""
    match = isinstance(value, str) and PUBLIC_ID.fullmatch(value)
    return env[MODELS[match[1]]].browse(int(match[2])) if match else None


def current_persona(env):
    """:return: the partner of the user, else the guest of the request, else an empty record"""
    partner, guest = env['res.partner']._get_current_persona()
    return partner or guest


def persona_name(persona):
    return persona.sudo().name or ''


def avatar_url(persona):
    """An address that needs no right to read the record: it carries a token for this picture only."""
    if not persona:
        return False
    token = limited_field_access_token(persona.sudo(), 'avatar_128')
    return f'/web/image/{persona._name}/{persona.id}/avatar_128?access_token={token}'
