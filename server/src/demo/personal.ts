import type {Request, Response} from 'express';
import {signInPage} from './pages.js';
import type {Person} from './people.js';
import {visitOf} from './visit.js';
import type {Visit} from './visit.js';

type PersonalPage = (visit: Visit, user: Person) => string;

export const send = (response: Response, html: string): void => {
  response.type('html').send(html);
};

/** Shows a person's page; to everybody else, the page that asks who they are. */
export const personal =
  (page: PersonalPage) =>
  (request: Request, response: Response): void => {
    const visit = visitOf(request);
    if (visit.user) return send(response, page(visit, visit.user));
    response.status(visit.userId ? 404 : 200);
    send(response, signInPage(visit));
  };
