from odoo import models

from ..tools.call_policy import is_enabled, policy


class IrHttp(models.AbstractModel):
    _inherit = 'ir.http'

    def session_info(self):
        """Override to tell the web client whether there are calls; where they are switched off it loads nothing."""
        result = super().session_info()
        enabled = is_enabled(self.env) and self.env.user._is_internal()
        result['mobile_webrtc'] = {'enabled': enabled, **(policy(self.env) if enabled else {})}
        return result
