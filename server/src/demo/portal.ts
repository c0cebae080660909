import type {Express} from 'express';
import {chatRoutes} from './chat-routes.js';
import {adminPage, barePage, directoryPage, plainPage, profilePage, streamPage} from './pages.js';
import {personal, send} from './personal.js';
import {visitOf} from './visit.js';

const BARE = ['phones', 'script', 'call', 'meet'] as const;
const PLAIN = ['log', 'settings', 'theming'] as const;

/** Adds the pages of the demo portal to an app. Each is loaded whole; no framework is behind them. */
export const addPortal = (app: Express): void => {
  app.get('/', personal(directoryPage));
  app.get('/stream', personal(streamPage));
  app.get('/profile', personal(profilePage));
  app.get('/admin', personal(adminPage));
  for (const name of PLAIN) app.get(`/${name}`, personal(plainPage(name)));
  for (const name of BARE) app.get(`/${name}`, (request, response) => send(response, barePage(visitOf(request), name)));
  app.use(chatRoutes());
};
