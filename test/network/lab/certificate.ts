import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {run} from './command.js';
import {PORTAL, RELAY} from './topology.js';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** A home folder whose Chromium trusts whoever signed it. */
  readonly home: string;
}

const FRESH_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];

/**
 * A certificate for the two public addresses, of an authority made for this run. Chromium reads the authorities that a
 * user trusts from the NSS database in the home folder, and asks the same list for pages, sockets and TURN over TLS; so
 * no test has to look away (`--ignore-certificate-errors`) where a person's browser would not.
 */
export const createCertificate = async (folder: string): Promise<Certificate> => {
  const home = join(folder, 'home');
  const database = join(home, '.pki/nssdb');
  rmSync(home, {recursive: true, force: true});
  mkdirSync(database, {recursive: true});
  const [authority, authorityKey, cert, key] = ['ca.pem', 'ca.key', 'public.pem', 'public.key'].map((name) => join(folder, name)) as [string, string, string, string];
  await run('openssl', ['req', '-x509', ...FRESH_KEY, '-subj', '/CN=network lab', '-keyout', authorityKey, '-out', authority]);
  const names = `subjectAltName=IP:${PORTAL},IP:${RELAY}`;
  const extensions = ['-addext', names, '-addext', 'basicConstraints=critical,CA:FALSE'];
  const signed = ['-CA', authority, '-CAkey', authorityKey, ...extensions];
  await run('openssl', ['req', '-x509', ...FRESH_KEY, '-subj', '/CN=public', ...signed, '-keyout', key, '-out', cert]);
  await run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  await run('certutil', ['-A', '-d', `sql:${database}`, '-n', 'network lab', '-t', 'C,,', '-i', authority]);
  return {cert, key, home};
};
