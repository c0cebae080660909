import type {IncomingMessage} from 'node:http';
import {isIPv6} from 'node:net';
import type {Express} from 'express';

/** Whom a request comes from, by the app's `trust proxy`; for requests that express does not handle, such as upgrades. */
export const clientAddress = (app: Express, request: IncomingMessage): string => {
  const likeExpress: unknown = Object.create(request, {app: {value: app}});
  return (Reflect.get(app.request, 'ip', likeExpress) as string | undefined) ?? '';
};

/** What limits count by: an address of IPv4, or the network of 64 bits that one subscriber of IPv6 has to choose from. */
export const addressKey = (address: string): string => {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [left = '', right] = address.split('::');
  const head = left.split(':').filter(Boolean);
  const tail = right?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
};
