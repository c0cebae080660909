from markupsafe import Markup

from odoo import models

from ..tools.persona import persona_name


class WebrtcSession(models.Model):
    """One message in the chat when a call is over, without a toast and without a push."""

    _inherit = 'webrtc.session'

    def _post_end_message(self):
        """The caller's message, in the caller's language, whoever ended the call."""
        self.ensure_one()
        caller = self._caller()
        # A context of its own: the request's may be anything that who ends the call likes.
        context = {'lang': caller.lang or self.env.lang}
        values = {'author_id': caller.id if caller._name == 'res.partner' else False}
        user = self.env.ref('base.user_root')
        if caller and caller._name == 'mail.guest':
            # Odoo takes a guest for the author only where the public user posts.
            user = self.env.ref('base.public_user')
            context['guest'] = caller.sudo(False)
        channel = self.channel_id.with_user(user).with_context(context).sudo()
        # Discuss writes the author's name in front of a notification, unless the name is in it.
        text = ' – '.join(filter(None, [
            self.with_context(lang=channel.env.lang)._end_text(), caller and persona_name(caller)]))
        channel.message_post(
            body=Markup('<div class="o_mail_notification" data-oe-type="webrtc_call">%s</div>') % text,
            message_type='notification', subtype_xmlid='mail.mt_comment', silent=True, **values)

    def _end_text(self):
        """:return: "Call, 3 min", "Missed call" and the like"""
        _ = self.env._
        is_video = self.call_type == 'video'
        if self.duration or self.connect_time:
            time = self._duration_text()
            return _("Video call, %s", time) if is_video else _("Call, %s", time)
        if self.end_reason == 'declined':
            return _("Declined video call") if is_video else _("Declined call")
        if self.accept_time:
            return _("Failed video call") if is_video else _("Failed call")
        return _("Missed video call") if is_video else _("Missed call")

    def _duration_text(self):
        _ = self.env._
        minutes, seconds = divmod(self.duration, 60)
        hours, minutes = divmod(minutes, 60)
        if hours:
            return _("%(hours)s h %(minutes)s min", hours=hours, minutes=minutes)
        return _("%s min", minutes) if minutes else _("%s s", seconds)
