"""The settings of the administrator, read where they are needed."""

IP_PRIVACY = ('until-accept', 'always', 'off')
RING_TIMEOUT = 45


def read_setting(env, name, default=False):
    return env['ir.config_parameter'].sudo().get_param(f'mobile_webrtc.{name}', default)


def is_enabled(env):
    return bool(read_setting(env, 'enabled'))


def may_call(env):
    """:return: whether the administrator lets the current person begin calls"""
    who = read_setting(env, 'who_may_call', 'everyone')
    user = env.user
    if not is_enabled(env):
        return False
    if user._is_internal():
        return True
    return who in ('portal', 'everyone') if user._is_portal() else who == 'everyone'


def ring_timeout(env):
    """:return: for how many seconds a call rings, 10 to 300"""
    value = read_setting(env, 'ring_timeout', '')
    return min(300, max(10, int(value))) if str(value).isdigit() else RING_TIMEOUT


def ip_privacy(env):
    value = read_setting(env, 'ip_privacy')
    return value if value in IP_PRIVACY else IP_PRIVACY[0]


def policy(env):
    """:return: what a page has to know of the settings"""
    return {
        'may_call': may_call(env),
        'ring_timeout_s': ring_timeout(env),
        'ip_privacy': ip_privacy(env),
        'ring_while_do_not_disturb': bool(read_setting(env, 'ring_while_do_not_disturb')),
    }
