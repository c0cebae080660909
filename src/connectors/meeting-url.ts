import {warnOnce} from '../util/warn-once.js';
import type {LinkCall} from './connector-registry.js';

/** A name for the meeting of two people that each of them arrives at, whoever calls. */
const meetingOf = ({user, callee}: LinkCall): string => [user, callee].sort().join('~');

/** Fills in a template: `{id}`, `{user}`, `{userName}`, `{callee}`, `{calleeName}`, `{media}`, `{account}`. */
export const fillTemplate = (template: string, call: LinkCall): string => {
  // Some accounts are addresses: whole ones, or they would lead into the page's own site.
  if (template === '{account}') return URL.canParse(call.account) ? call.account : '';
  const words: Readonly<Record<string, string>> = {...call, id: meetingOf(call)};
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(words, name) ? encodeURIComponent(words[name] ?? '') : whole));
};

/** The address if a page may be opened there: `https:`, or the page's own origin where that is one of `http:`. */
export const meetingUrl = (address: string): string | undefined => {
  const url = address && URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  // In a sandboxed frame, or a page from the disk, every origin is "null": that of `javascript:` is the same then.
  const isOwn = url?.protocol === 'http:' && url.origin === location.origin;
  if (url && (isOwn || url.protocol === 'https:')) return url.href;
  warnOnce('meeting-url', 'the address of a connector has to be of https:, or of the same origin; it was not opened.');
  return undefined;
};
