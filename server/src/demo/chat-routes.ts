import {Router, urlencoded} from 'express';
import type {Request} from 'express';
import {chatPage} from './pages.js';
import {partnerOf, roomValues} from './chat-pages.js';
import {ChatRooms} from './chat-room.js';
import {personal} from './personal.js';
import {visitOf} from './visit.js';

/** The rooms of the chat: as pages, and as data for the pages' scripts. */
export const chatRoutes = (): Router => {
  const rooms = new ChatRooms();

  const write = (request: Request): void => {
    const {user, get} = visitOf(request);
    const {message} = request.body as {message?: unknown};
    if (user && typeof message === 'string') rooms.write(user.id, partnerOf(user, get('with')).id, message);
  };

  const form = urlencoded({extended: false, limit: '4kb'});
  const router = Router();
  router.get('/chat', personal((visit, user) => chatPage(visit, user, rooms)));
  router.post('/chat', form, (request, response) => {
    write(request);
    const visit = visitOf(request);
    if (!visit.user) return response.redirect(303, '/');
    response.redirect(303, visit.link('/chat', {with: partnerOf(visit.user, visit.get('with')).id}));
  });
  router
    .route('/chat/room')
    .post(form, (request, _, next) => {
      write(request);
      next();
    })
    .all((request, response) => {
      const visit = visitOf(request);
      if (!visit.user) return response.status(404).json({});
      const {partner, lines, title} = roomValues(visit, visit.user, rooms);
      response.set('Cache-Control', 'no-store').json({partner, lines, title});
    });
  return router;
};
