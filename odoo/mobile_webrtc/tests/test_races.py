import threading
from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import DummyRLock, Registry
from odoo.service.model import retrying
from odoo.sql_db import db_connect
from odoo.tests.common import BaseCase, get_db_name, tagged
from odoo.tools import mute_logger

from .common import ALICE_TAB, BOB_TAB, CANDIDATE, CallMixin, signal


@tagged('-at_install', 'post_install')
class TestRaces(CallMixin, BaseCase):
    """D8, D12: with transactions of their own, committed, as two workers of Odoo have them."""

    suffix = 'race-webrtc'

    def setUp(self):
        super().setUp()
        self.forget_rates()
        self.cr = self.open_cursor()
        self.env = api.Environment(self.cr, SUPERUSER_ID, {'tracking_disable': True, 'no_reset_password': True})
        type(self).env = self.env
        self.set_up_people()
        self.addCleanup(self.forget_people)
        self.session = self.start()
        self.cr.commit()

    def open_cursor(self):
        cr = db_connect(get_db_name()).cursor()
        self.addCleanup(cr.close)
        return cr

    def forget_people(self):
        self.cr.rollback()
        self.env.invalidate_all()
        (self.chat | self.group | self.portal_chat | self.guest_chat).unlink()
        users = self.alice | self.bob | self.carol | self.eve | self.paul
        partners = users.partner_id
        self.greta.unlink()
        self.env.cr.precommit.run()
        users.unlink()
        partners.unlink()
        self.cr.commit()

    def as_bob(self, cr):
        return api.Environment(cr, self.bob.id, {})['webrtc.session']._find_mine(self.session.call_id)

    def test_of_two_answers_at_once_the_second_sees_the_first_when_it_is_run_again(self):
        first, second = self.open_cursor(), self.open_cursor()
        one, two = self.as_bob(first), self.as_bob(second)
        self.assertTrue(one._signal([signal('accept')], 'tab-1')['success'])
        first.commit()
        with self.assertRaises(SerializationFailure), mute_logger('odoo.sql_db'):
            two._signal([signal('accept')], 'tab-2')
        second.rollback()
        second.transaction.clear()
        result = self.as_bob(second)._signal([signal('accept')], 'tab-2')
        self.assertEqual((result['success'], result['end_reason']), (False, 'answered-elsewhere'))

    @mute_logger('odoo.sql_db', 'odoo.service.model')
    def test_of_many_answers_at_once_exactly_one_is_granted(self):
        call_id, results, together = self.session.call_id, {}, threading.Barrier(4)
        self.cr.commit()

        def answer(tab, env):
            tries = []

            def once():
                session = env['webrtc.session']._find_mine(call_id)
                tries.append(session.status)
                if len(tries) == 1:
                    # All have read the call before any of them answers it.
                    together.wait(20)
                return session._signal([signal('accept')], tab)

            results[tab] = retrying(once, env)['success']

        # The thread of the tests holds the lock of the registry; it is there already.
        with patch('odoo.service.model.time.sleep'), patch.object(Registry, '_lock', DummyRLock()):
            threads = [
                threading.Thread(target=answer, args=(tab, api.Environment(self.open_cursor(), self.bob.id, {})))
                for tab in ('tab-1', 'tab-2', 'tab-3', 'tab-4')]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(30)
        self.assertEqual(sorted(results.values()), [False, False, False, True])
        self.cr.rollback()
        self.env.invalidate_all()
        self.assertTrue(results[self.session.accepted_client_id])

    def test_the_last_two_of_a_group_decline_at_once_and_it_is_over(self):
        group_call = self.start(chat=self.group)
        self.cr.commit()
        first, second = self.open_cursor(), self.open_cursor()
        bob, carol = (
            api.Environment(cr, user.id, {})['webrtc.session']._find_mine(group_call.call_id)
            for cr, user in ((first, self.bob), (second, self.carol)))
        self.assertEqual(len(carol.participant_ids.filtered(lambda person: person.state == 'rung')), 2)
        bob._end_by_current('declined', BOB_TAB)
        first.commit()
        with self.assertRaises(SerializationFailure), mute_logger('odoo.sql_db'):
            carol._end_by_current('declined', 'carol-tab')

    def test_an_end_and_an_answer_at_once_agree(self):
        first, second = self.open_cursor(), self.open_cursor()
        bob = self.as_bob(second)
        alice = api.Environment(first, self.alice.id, {})['webrtc.session']._find_mine(self.session.call_id)
        alice._end_by_current('cancelled', ALICE_TAB)
        first.commit()
        with self.assertRaises(SerializationFailure), mute_logger('odoo.sql_db'):
            bob._signal([signal('accept')], BOB_TAB)

    def test_signals_of_both_sides_hinder_each_other_never(self):
        first, second = self.open_cursor(), self.open_cursor()
        bob = self.as_bob(second)
        alice = api.Environment(first, self.alice.id, {})['webrtc.session']._find_mine(self.session.call_id)
        for _number in range(20):
            self.assertTrue(alice._signal([signal('ice_candidate', CANDIDATE)], ALICE_TAB)['success'])
            self.assertTrue(bob._signal([signal('ice_candidate', CANDIDATE)], BOB_TAB)['success'])
        first.commit()
        second.commit()

    def test_a_sign_of_life_and_a_ring_that_come_at_a_bad_moment_are_dropped(self):
        first, second = self.open_cursor(), self.open_cursor()
        bob = self.as_bob(second)
        self.as_bob(first)._signal([signal('accept')], BOB_TAB)
        bob._signal([signal('ringing')], 'tab-2')
        bob._ping([self.session.call_id], 'tab-2')
        first.commit()
        bob._ping([self.session.call_id], 'tab-2')
        second.commit()
        self.cr.rollback()
        self.env.invalidate_all()
        self.assertEqual((self.session.status, self.session.accepted_client_id), ('connecting', BOB_TAB))
