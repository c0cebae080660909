{
    'name': "Calls in Discuss (WebRTC)",
    'version': '18.0.1.0.0',
    'category': 'Productivity/Discuss',
    'summary': "Audio and video calls that ring, between Odoo's users and mobile applications",
    'author': "call-elements authors",
    # MIT, as the project that it is part of; the manifest knows no name for it.
    'license': 'Other OSI approved licence',
    'depends': [
        'bus',
        'mail',
    ],
    'data': [
        'security/mobile_webrtc_groups.xml',
        'security/ir.model.access.csv',
        'security/mobile_webrtc_security.xml',
        'data/ir_config_parameter_data.xml',
        'data/ir_cron_data.xml',
        'views/webrtc_session_views.xml',
        'views/webrtc_session_menus.xml',
        'views/res_config_settings_views.xml',
    ],
    'assets': {
        'web.assets_backend': [
            'mobile_webrtc/static/src/**/*',
        ],
    },
    'installable': True,
    'uninstall_hook': 'uninstall_hook',
}
