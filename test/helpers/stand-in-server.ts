/** What the stand-in answers to one question instead of what it has. */
export type Reply = Response | Error | ((url: URL, init: RequestInit) => Response | Promise<Response>);

interface Saved {
  version: number;
  value: unknown;
}

const POLICY = {mayCall: 'everyone', ringWhileDoNotDisturb: false, ringTimeout: 45, ipPrivacy: 'until-accept', callLogDays: 90};

const tokenOf = (user: string): string => `${btoa('{"alg":"HS256"}')}.${btoa(JSON.stringify({sub: user}))}.c2lnbmVk`;

/** A call-elements-server in place of a page's `fetch`, by the REST contract; what it has can be changed behind a form's back. */
export const standInServer = (page: {fetch: typeof fetch} = globalThis) => {
  const values = new Map<string, Saved>(
    Object.entries({
      'settings/connectors': [],
      'settings/ice-servers': [],
      'settings/policy': POLICY,
      'settings/twilio': {accountSid: '', enabled: false, hasAuthToken: false},
      'im-accounts/alice': [],
    }).map(([path, value]) => [path, {version: 0, value}]),
  );
  const replies = new Map<string, Reply>();
  const puts: {readonly path: string; readonly body: Saved}[] = [];
  const posts: unknown[] = [];
  let events: ReadableStreamDefaultController<Uint8Array> | undefined;
  const status = {source: 'none', sources: [{source: 'twilio', state: 'off', message: ''}]};
  const native = page.fetch;

  const put = (path: string, body: Saved): Response => {
    puts.push({path, body});
    const there = values.get(path);
    if (there?.version !== body.version) return Response.json({code: 'conflict', message: '', yours: body, theirs: there}, {status: 409});
    const {authToken, ...value} = body.value as {authToken?: string};
    const kept = path.endsWith('twilio') ? {...value, hasAuthToken: authToken === undefined ? (there.value as {hasAuthToken: boolean}).hasAuthToken : Boolean(authToken)} : body.value;
    values.set(path, {version: body.version + 1, value: kept});
    return Response.json(values.get(path));
  };

  const stream = (signal: AbortSignal): Response => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        events = controller;
        signal.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    return new Response(body);
  };

  const answer = async (url: URL, init: RequestInit): Promise<Response> => {
    const path = url.pathname.replace('/calls/', '');
    const {method = 'GET'} = init;
    const reply = replies.get(`${method} ${path}`) ?? replies.get(path);
    if (reply instanceof Error) throw reply;
    if (reply) return reply instanceof Response ? reply.clone() : reply(url, init);
    if (path === 'ice/status') return Response.json(status);
    if (path === 'events') return stream(init.signal as AbortSignal);
    const body = init.body ? (JSON.parse(String(init.body)) as Saved) : undefined;
    if (method === 'POST') return (posts.push(body), Response.json({ok: true, ms: 12}));
    if (method === 'PUT' && body) return put(path, body);
    return values.has(path) ? Response.json(values.get(path)) : Response.json({code: 'not-found'}, {status: 404});
  };

  page.fetch = async (input, init = {}) => {
    const url = new URL(String(input), location.href);
    if (url.pathname === '/stand-in-token') return Response.json({token: tokenOf(url.searchParams.get('user') ?? 'alice')});
    return url.pathname.startsWith('/calls/') ? answer(url, init) : native(input, init);
  };

  return {
    configuration: {userId: 'alice', server: '/calls/', tokenUrl: '/stand-in-token?user=alice'},
    puts,
    posts,
    status,
    /** Another administrator saves. */
    saves(path: string, value: unknown): void {
      values.set(path, {version: (values.get(path)?.version ?? 0) + 1, value});
    },
    /** The stream of events says so. */
    tells(name: string): void {
      events?.enqueue(new TextEncoder().encode(`event: settings\ndata: ${JSON.stringify({name, version: 1})}\n\n`));
    },
    replies,
    valueOf: (path: string): unknown => values.get(path)?.value,
    restore: (): void => {
      page.fetch = native;
    },
  };
};

export const refusal = (status: number, body: object = {}): Response => Response.json(body, {status});
