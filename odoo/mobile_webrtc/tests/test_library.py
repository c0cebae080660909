from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from odoo.tests import HttpCase, tagged

from ..controllers import library_controller


@tagged('-at_install', 'post_install')
class TestLibrary(HttpCase):
    """The library's address for pages outside the web client."""

    def ask(self):
        return self.url_open('/mobile_webrtc/call-elements.js', allow_redirects=False)

    def test_it_leads_to_the_version_that_is_there(self):
        with TemporaryDirectory() as folder, patch.object(library_controller, 'ADDON', Path(folder, 'mobile_webrtc')):
            self.assertEqual(self.ask().status_code, 404)
            version = Path(folder, 'mobile_webrtc/static/lib/0123456789')
            version.mkdir(parents=True)
            (version / 'call-elements.js').touch()
            response = self.ask()
            self.assertEqual(response.status_code, 302)
            self.assertTrue(response.headers['Location'].endswith('/mobile_webrtc/static/lib/0123456789/call-elements.js'))
