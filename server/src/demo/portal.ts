import {urlencoded} from 'express';
import type {Express, Request, Response} from 'express';
import {ChatRooms} from './chat-room.js';
import {barePage, chatPage, directoryPage, partnerOf, profilePage, signInPage, themingPage} from './pages.js';
import type {Person} from './people.js';
import {readVisit} from './visit.js';
import type {Visit} from './visit.js';

type PersonalPage = (visit: Visit, user: Person) => string;

const visitOf = (request: Request): Visit => readVisit(new URL(request.originalUrl, 'http://localhost').searchParams);

const send = (response: Response, html: string): void => {
  response.type('html').send(html);
};

/** Shows a person's page; to everybody else, the page that asks who they are. */
const personal =
  (page: PersonalPage) =>
  (request: Request, response: Response): void => {
    const visit = visitOf(request);
    if (visit.user) return send(response, page(visit, visit.user));
    response.status(visit.userId ? 404 : 200);
    send(response, signInPage(visit));
  };

/** Adds the pages of the demo portal to an app. */
export const addPortal = (app: Express): void => {
  const rooms = new ChatRooms();
  app.get('/', personal(directoryPage));
  app.get('/profile', personal(profilePage));
  app.get('/theming', personal(themingPage));
  app.get('/chat', personal((visit, user) => chatPage(visit, user, rooms)));
  app.get('/phones', (request, response) => send(response, barePage(visitOf(request), 'phones')));
  app.get('/script', (request, response) => send(response, barePage(visitOf(request), 'script')));

  app.post('/chat', urlencoded({extended: false, limit: '4kb'}), (request, response) => {
    const visit = visitOf(request);
    if (!visit.user) return response.redirect(303, '/');
    const partner = partnerOf(visit.user, visit.get('with'));
    const {message} = request.body as {message?: unknown};
    if (typeof message === 'string') rooms.write(visit.user.id, partner.id, message);
    response.redirect(303, visit.link('/chat', {with: partner.id}));
  });
};
