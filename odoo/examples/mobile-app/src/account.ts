/** Who uses the app, and where. */
export interface Account {
  /** Such as `https://odoo.example.com`. */
  readonly url: string;
  readonly database: string;
  readonly login: string;
  /** Or an API key. */
  readonly password: string;
}
