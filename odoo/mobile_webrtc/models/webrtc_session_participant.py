from odoo import api, fields, models

from ..tools.persona import persona_name


class WebrtcSessionParticipant(models.Model):
    """A person of a call: who calls, or one of those who are rung."""

    _name = 'webrtc.session.participant'
    _description = "Participant of a WebRTC Call"
    _order = 'id'

    session_id = fields.Many2one('webrtc.session', "Call", required=True, index=True, ondelete='cascade')
    partner_id = fields.Many2one('res.partner', "Contact", index='btree_not_null', ondelete='cascade')
    guest_id = fields.Many2one('mail.guest', "Guest", index='btree_not_null', ondelete='cascade')
    role = fields.Selection([('caller', "Caller"), ('callee', "Callee")], "Role", required=True)
    state = fields.Selection(
        [('called', "Called"), ('rung', "Rung"), ('answered', "Answered"), ('declined', "Declined")],
        "State", required=True, default='rung')

    _sql_constraints = [
        ('partner_or_guest', 'CHECK((partner_id IS NULL) != (guest_id IS NULL))',
         "A participant is a contact or a guest."),
    ]

    @api.depends('partner_id', 'guest_id')
    def _compute_display_name(self):
        for participant in self:
            participant.display_name = persona_name(participant._persona())

    def _persona(self):
        """:return: the `res.partner` or `mail.guest` who takes part"""
        self.ensure_one()
        return self.partner_id or self.guest_id
