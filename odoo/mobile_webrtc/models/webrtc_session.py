from odoo import api, fields, models

STATUSES = [
    ('initiating', "Initiating"),
    ('ringing', "Ringing"),
    ('connecting', "Connecting"),
    ('connected', "Connected"),
    ('ended', "Ended"),
]
UNANSWERED = ('initiating', 'ringing')
ANSWERED = ('connecting', 'connected')
LIVE = UNANSWERED + ANSWERED

# The library's closed list: what a client says beyond it is read as `hung-up`.
END_REASONS = [
    ('hung-up', "Hung up"),
    ('declined', "Declined"),
    ('busy', "Busy"),
    ('no-answer', "No answer"),
    ('cancelled', "Cancelled"),
    ('unreachable', "Unreachable"),
    ('answered-elsewhere', "Answered elsewhere"),
    ('declined-elsewhere', "Declined elsewhere"),
    ('media-denied', "Microphone or camera denied"),
    ('no-device', "No microphone or camera"),
    ('connection-failed', "Connection failed"),
    ('signaling-failed', "Signaling failed"),
    ('page-closed', "Page closed"),
    ('vetoed', "Not allowed"),
]


class WebrtcSession(models.Model):
    """One call: who called whom, when, and how it ended. What the devices tell each other is relayed, never stored."""

    _name = 'webrtc.session'
    _description = "WebRTC Call Session"
    _order = 'start_time desc, id desc'

    name = fields.Char("Session Name", required=True)
    call_id = fields.Char("Call ID", required=True, copy=False, help="UUID version 4 of this attempt")
    channel_id = fields.Many2one('discuss.channel', "Channel", required=True, index=True, ondelete='cascade')
    caller_id = fields.Many2one('res.users', "Caller", index='btree_not_null', ondelete='set null')
    caller_partner_id = fields.Many2one(
        'res.partner', "Calling Contact", index='btree_not_null', ondelete='set null')
    caller_guest_id = fields.Many2one('mail.guest', "Calling Guest", index='btree_not_null', ondelete='set null')
    caller_client_id = fields.Char("Calling Device", groups='base.group_system')
    call_type = fields.Selection(
        [('audio', "Audio Call"), ('video', "Video Call")], "Call Type", required=True, default='video')
    status = fields.Selection(STATUSES, "Status", required=True, default='initiating', index=True)
    participant_ids = fields.One2many('webrtc.session.participant', 'session_id', "Participants")

    start_time = fields.Datetime("Start Time", required=True, default=fields.Datetime.now, index=True)
    accept_time = fields.Datetime("Answer Time")
    connect_time = fields.Datetime("Connection Time")
    end_time = fields.Datetime("End Time")
    last_ping = fields.Datetime("Last Sign of Life", groups='base.group_system')
    duration = fields.Integer(
        "Duration (seconds)", compute='_compute_duration', store=True, aggregator='sum',
        help="For how long the two talked; 0 where nobody answered")

    accepted_partner_id = fields.Many2one(
        'res.partner', "Answered by", index='btree_not_null', ondelete='set null')
    accepted_guest_id = fields.Many2one('mail.guest', "Answered by Guest", ondelete='set null')
    accepted_client_id = fields.Char("Answering Device", groups='base.group_system')
    end_reason = fields.Selection(END_REASONS, "End Reason")

    _sql_constraints = [
        ('call_id_unique', 'UNIQUE(call_id)', "A call has an ID of its own."),
    ]

    @api.depends('connect_time', 'accept_time', 'last_ping', 'end_time')
    def _compute_duration(self):
        for session in self:
            # Where nobody sends signs of life (an application calls an application), the answer is the beginning.
            begin = session.connect_time or (not session.last_ping and session.accept_time)
            talked = session.end_time - begin if begin and session.end_time else None
            session.duration = max(0, int(talked.total_seconds())) if talked else 0

    def _lock(self):
        """Hold this row until the transaction ends. Of several transactions that want to change it at once, one goes on;
        the others fail with a serialization error and are run again by Odoo, and then see what the first one did.

        It is an update, not a mere lock: who waited for a lock would go on with what it read before.
        """
        self.ensure_one()
        self.flush_recordset()
        self.env.cr.execute("UPDATE webrtc_session SET write_date = now() AT TIME ZONE 'UTC' WHERE id = %s", [self.id])
        self.invalidate_recordset()
