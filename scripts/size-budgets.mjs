// What we promise that pages download, in bytes, minified and compressed with brotli; PeerJS apart. `check-size.mjs` says what each is.
export const BUDGETS = {
  // It was 14.1: four more tags, presence, calls in other tabs and windows, eXo's providers, Odoo's ways, text that old minifiers leave alone.
  'at rest': 14_330,
  // It was 2.5: while it rings, other tabs are made ready to take the line over.
  pipe: 2850,
  // Half of it is for apps that know only offers, answers and candidates; a third of it, the engine needs, too.
  odoo: 10_300,
  online: 13_500,
  // It was 42.9: tabs that share a line, several rings, calls that outlive their page, text, the log, the system's own buttons.
  'all in': 72_000,
  menu: 7250,
  status: 4600,
  log: 3800,
  text: 2700,
  apart: 2100,
  devices: 2470,
  report: 1550,
  admin: 21_000,
  accounts: 12_200,
  language: 6900,
};
