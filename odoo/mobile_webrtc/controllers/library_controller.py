from pathlib import Path

from odoo import http
from odoo.http import request

ADDON = Path(__file__).resolve().parent.parent


class LibraryController(http.Controller):
    """The library, for pages other than the web client's."""

    @http.route('/mobile_webrtc/call-elements.js', methods=['GET'], type='http', auth='public', save_session=False)
    def library(self):
        """An address that stays: the library's own changes with its content, so that browsers may keep it for long."""
        module = next(ADDON.glob('static/lib/*/call-elements.js'), None)
        if module is None:
            raise request.not_found()
        return request.redirect(f'/{ADDON.name}/{module.relative_to(ADDON).as_posix()}', code=302)
