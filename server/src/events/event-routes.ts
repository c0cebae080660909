import {Router} from 'express';
import type {Response} from 'express';
import {ApiError} from '../http/api-error.js';
import {userOf} from '../http/guards.js';
import type {Guards} from '../http/guards.js';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {isUserId} from '../identity/user-id.js';
import type {Metrics} from '../metrics.js';
import type {Permissions} from '../permissions.js';
import type {Presence} from '../presence/presence.js';
import {SETTINGS} from '../store/setting-definitions.js';
import type {Settings} from '../store/settings.js';
import {EventStream} from './event-stream.js';
import {readWatchedUsers} from './watched-users.js';

const HEARTBEAT = 15_000;
const STREAMS_PER_USER = 20;

export interface EventRoutesOptions {
  readonly presence: Pick<Presence, 'watch'>;
  readonly settings: Pick<Settings, 'watch'>;
  readonly permissions: Pick<Permissions, 'maySee'>;
  readonly guards: Guards;
  readonly metrics: Pick<Metrics, 'gauge'>;
  readonly heartbeatMs?: number;
}

/** `GET events`: how other people are, and which settings have changed, as Server-Sent Events until the token is over. */
export const eventRoutes = (options: EventRoutesOptions): Router => {
  const {presence, settings, permissions, guards, metrics, heartbeatMs = HEARTBEAT} = options;
  const open = new Map<EventStream, string>();
  metrics.gauge('event_streams', () => open.size);

  const begin = (response: Response, user: SignedInUser): EventStream => {
    const mine = [...open.values()].filter((id) => id === user.id);
    if (mine.length >= STREAMS_PER_USER) {
      throw new ApiError(429, 'too-many-streams', 'There are too many open pages of yours: close some, and try again.');
    }
    const stream = new EventStream(response, {heartbeat: heartbeatMs, end: user.expiresAt});
    open.set(stream, user.id);
    stream.hold(() => open.delete(stream));
    return stream;
  };

  const follow = async (stream: EventStream, who: SignedInUser, user: string): Promise<void> => {
    const isAllowed = isUserId(user) && (await permissions.maySee(who, user));
    if (stream.isOver) return;
    if (isAllowed) stream.hold(presence.watch(user, (value) => stream.send('presence', {user, presence: value})));
    else stream.send('presence', {user, presence: 'unknown'});
  };

  const router = Router();
  // Otherwise express begins a stream for it, too, of which nothing would ever be seen.
  router.head('/events', guards.user, (_, response) => response.type('text/event-stream').end());
  router.get('/events', guards.user, (request, response) => {
    const who = userOf(response);
    const users = readWatchedUsers(request);
    const stream = begin(response, who);
    stream.hold(
      settings.watch(({name, version}) => {
        if (who.isAdmin || SETTINGS[name].readers === 'user') stream.send('settings', {name, version});
      }),
    );
    for (const user of users) void follow(stream, who, user);
  });
  return router;
};
