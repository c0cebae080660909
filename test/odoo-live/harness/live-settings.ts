/** Which Odoo the live tests talk to, and as whom they make their people there. */
export interface LiveSettings {
  readonly url: string;
  readonly database: string;
  /** An administrator's login: people, channels and settings are made and removed as them. */
  readonly admin: string;
  readonly password: string;
}

const VARIABLES = {
  url: 'ODOO_URL',
  database: 'ODOO_DB',
  admin: 'ODOO_ADMIN',
  password: 'ODOO_ADMIN_PASSWORD',
} as const;

/** Reads them from the environment. Throws where one is missing, and says which. */
export const liveSettings = (environment: NodeJS.ProcessEnv = process.env): LiveSettings => {
  const missing = Object.values(VARIABLES).filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`Set ${missing.join(', ')} to test against a live Odoo.`);
  const read = (key: keyof typeof VARIABLES): string => environment[VARIABLES[key]] ?? '';
  return {url: read('url').replace(/\/+$/, ''), database: read('database'), admin: read('admin'), password: read('password')};
};
