import type {IncomingMessage} from 'node:http';
import {isIPv6} from 'node:net';
import type {Express, Request} from 'express';

/** Whom a request comes from, by the app's `trust proxy`; for requests that express does not handle, such as upgrades. */
export const clientAddress = (app: Express, request: IncomingMessage): string => {
  // As express does it itself, to each request that it handles.
  const {ip} = Object.setPrototypeOf(request, app.request) as Request;
  return ip ?? '';
};

/** Whether a proxy says whom a request comes from, and is not believed. */
export const isProxyUnknown = (app: Express, {headers, socket}: IncomingMessage): boolean => {
  const isTrusted = app.get('trust proxy fn') as (address: string | undefined, index: number) => boolean;
  return headers['x-forwarded-for'] !== undefined && !isTrusted(socket.remoteAddress, 0);
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
