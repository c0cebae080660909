import type {Visitor} from './visitor.js';

/** Odoo puts its scripts and styles together when they are first asked for, which takes a while after an upgrade. */
export const warmUp = async (visitor: Visitor): Promise<void> => {
  const {url, cookie} = visitor;
  const page = await (await fetch(`${url}/odoo`, {headers: {cookie}})).text();
  const bundles = [...page.matchAll(/(?:src|href)="(\/web\/assets\/[^"]+)"/g)].map(([, path]) => path);
  for (const path of bundles) await (await fetch(`${url}${path}`, {headers: {cookie}})).arrayBuffer();
};
