import type {ConnectorRow} from '../../rest/values.js';

type Fault = 'connectorNameFault' | 'connectorTwice' | 'connectorUrlFault';

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

/** A meeting page of this site, or of one that nobody can read on the way. */
const isMeetingUrl = (url: string): boolean => /^https:\/\/[^\s/]+/i.test(url) || /^\/(?!\/)\S*$/.test(url);

/** What is wrong with a row, and in which of its fields. */
export const connectorFault = (row: ConnectorRow, rows: readonly ConnectorRow[]): {readonly field: 'name' | 'url'; readonly fault: Fault} | undefined => {
  const {name, settings} = row;
  if (!NAME.test(name)) return {field: 'name', fault: 'connectorNameFault'};
  if (rows.some((one) => one !== row && one.name === name)) return {field: 'name', fault: 'connectorTwice'};
  const url = String(settings['url'] ?? '');
  return url && !isMeetingUrl(url) ? {field: 'url', fault: 'connectorUrlFault'} : undefined;
};
