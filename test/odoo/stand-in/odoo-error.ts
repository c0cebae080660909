/** What Python raises: its class by full name, and the JSON-RPC code that Odoo gives it. */
export class OdooError extends Error {
  readonly python: string;
  readonly code: number;

  constructor(python: string, message: string, code = 200) {
    super(message);
    [this.python, this.code] = [python, code];
  }
}

/** One and the same for what is not there and what is none of the asker's business. */
export const accessError = (): OdooError => new OdooError('odoo.exceptions.AccessError', 'Sorry, you are not allowed to access this call.');

export const userError = (message: string): OdooError => new OdooError('odoo.exceptions.UserError', message);

export const sessionExpired = (): OdooError => new OdooError('odoo.http.SessionExpiredException', 'Session expired', 100);

export const notFound = (): OdooError => new OdooError('werkzeug.exceptions.NotFound', '404: Not Found', 404);
