from . import controllers
from . import models


def uninstall_hook(env):
    """Settings are parameters without a module; they would remain."""
    env['ir.config_parameter'].search([('key', '=like', 'mobile_webrtc.%')]).unlink()
