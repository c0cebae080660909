/** What Odoo's JSON-RPC says when it refuses: the exception's name, and its sentence. */
export class OdooError extends Error {
  override readonly name = 'OdooError';

  constructor(
    /** `odoo.exceptions.AccessError`, say. */
    readonly exception: string,
    message: string,
  ) {
    super(`${exception}: ${message}`);
  }
}

export interface Identity {
  readonly uid: number;
  readonly partner: number;
  readonly name: string;
}

interface Answer {
  readonly result?: unknown;
  readonly error?: {readonly message: string; readonly data?: {readonly name?: string; readonly message?: string}};
}

/** One browser's worth of cookies at an Odoo server, and what can be asked with them. Nobody in particular until it logs in. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  #asked = 0;

  constructor(
    readonly url: string,
    readonly database: string,
  ) {}

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** One of its cookies, whole; empty if there is none of that name. */
  cookieNamed(name: string): string {
    return this.#cookies.get(name) ?? '';
  }

  /** Loads a page, for the cookies that come with it. Returns the status. */
  async visit(path: string): Promise<number> {
    const response = await fetch(`${this.url}${path}`, {headers: {cookie: this.cookie}, redirect: 'manual'});
    this.#keep(response);
    await response.arrayBuffer();
    return response.status;
  }

  async login(login: string, password: string): Promise<Identity> {
    const params = {db: this.database, login, password};
    const {uid, partner_id, name} = (await this.rpc('/web/session/authenticate', params)) as {uid: number; partner_id: number; name: string};
    return {uid, partner: partner_id, name};
  }

  /** A JSON-RPC request to a route. Rejects with an OdooError. */
  async rpc(route: string, params: unknown = {}): Promise<unknown> {
    this.#asked += 1;
    const body = JSON.stringify({jsonrpc: '2.0', method: 'call', id: this.#asked, params});
    const response = await this.post(route, body, 'application/json');
    const {result, error} = (await response.json()) as Answer;
    if (error) throw new OdooError(error.data?.name ?? 'unknown', error.data?.message ?? error.message);
    return result;
  }

  /** A public method of a model. */
  call(model: string, method: string, args: readonly unknown[] = [], kwargs: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return this.rpc(`/web/dataset/call_kw/${model}/${method}`, {model, method, args, kwargs});
  }

  async post(route: string, body: string, type: string): Promise<Response> {
    const headers = {'content-type': type, cookie: this.cookie};
    const response = await fetch(`${this.url}${route}`, {method: 'POST', headers, body});
    this.#keep(response);
    return response;
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value !== undefined) this.#cookies.set(name, value);
    }
  }
}
