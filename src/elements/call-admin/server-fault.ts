import {parseIceUrl} from '../../ice/parse-ice-url.js';
import type {AdminTerms} from '../../localize/parts/admin.js';
import {urlsOf} from '../../rest/values.js';
import type {IceServerRow} from '../../rest/values.js';

type Fault = keyof AdminTerms['faults'];

const faultOfUrl = (url: string): Fault | undefined => {
  if (!/^(stun|turn)s?:/i.test(url)) return 'scheme';
  if (url.includes('@')) return 'secret';
  if (/^stuns?:.*\?/i.test(url)) return 'transport';
  return parseIceUrl(url).problem ? 'form' : undefined;
};

/** What is wrong with a row, and in which of its fields. */
export const serverFault = (row: IceServerRow): {readonly field: 'url' | 'username' | 'credential'; readonly fault: Fault} | undefined => {
  const urls = urlsOf(row);
  if (!urls.length) return {field: 'url', fault: 'empty'};
  const fault = urls.map(faultOfUrl).find((found) => found !== undefined);
  if (fault) return {field: 'url', fault};
  if (!urls.some((url) => /^turn/i.test(url)) || (row.username && row.credential)) return undefined;
  return {field: row.username ? 'credential' : 'username', fault: 'credentials'};
};
