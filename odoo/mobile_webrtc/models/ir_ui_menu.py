from odoo import api, models

from ..tools.call_policy import is_enabled


class IrUiMenu(models.Model):
    _inherit = 'ir.ui.menu'

    @api.model
    def _load_menus_blacklist(self):
        """Override to leave no menu where calls are switched off; managers keep the report among the technical ones."""
        blacklist = super()._load_menus_blacklist()
        if not is_enabled(self.env):
            menu = self.env.ref('mobile_webrtc.webrtc_session_menu', raise_if_not_found=False)
            blacklist += menu.ids if menu else []
        return blacklist
