from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = 'res.config.settings'

    mobile_webrtc_enabled = fields.Boolean(
        "Calls", config_parameter='mobile_webrtc.enabled',
        help="Call buttons, ringing and call windows in the backend, on the portal and for mobile applications. "
             "The calls of Discuss are not touched.")
    mobile_webrtc_who_may_call = fields.Selection(
        [
            ('internal', "Internal users"),
            ('portal', "Internal and portal users"),
            ('everyone', "All members, guests too"),
        ],
        "Who May Call", config_parameter='mobile_webrtc.who_may_call', default='everyone',
        help="Who may begin a call. Whoever is rung may always answer.")
    mobile_webrtc_ring_timeout = fields.Integer(
        "Ring Time (s)", config_parameter='mobile_webrtc.ring_timeout', default=45,
        help="For how long a call rings, 10 to 300 seconds")
    mobile_webrtc_ip_privacy = fields.Selection(
        [
            ('until-accept', "Hidden until answered"),
            ('always', "Always hidden (relay)"),
            ('off', "Not hidden"),
        ],
        "IP Addresses", config_parameter='mobile_webrtc.ip_privacy', default='until-accept',
        help="Whether the other side learns one's IP address. A relay needs a TURN server.")
    mobile_webrtc_ring_while_do_not_disturb = fields.Boolean(
        "Ring While Do Not Disturb", config_parameter='mobile_webrtc.ring_while_do_not_disturb',
        help="Calls ring for those too who do not want to be disturbed.")
    mobile_webrtc_turn_urls = fields.Char(
        "TURN Addresses", config_parameter='mobile_webrtc.turn_urls',
        help="One to three addresses, separated by spaces")
    mobile_webrtc_turn_secret = fields.Char(
        "TURN Secret", config_parameter='mobile_webrtc.turn_secret',
        help="The static-auth-secret of a coturn with use-auth-secret. It never leaves the server: each person gets a "
             "password of their own for a day.")
    mobile_webrtc_keep_days = fields.Integer(
        "Keep Calls (days)", config_parameter='mobile_webrtc.keep_days',
        help="The report forgets calls that are older; 0 keeps them for ever.")

    def set_values(self):
        """Override to end what goes on where calls are switched off."""
        super().set_values()
        if not self.mobile_webrtc_enabled:
            self.env['webrtc.session']._end_all_live('vetoed')
