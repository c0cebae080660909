import cors from 'cors';
import type {RequestHandler} from 'express';

/**
 * May a page of this origin use the server? Pages of the server's own origin may; so may what is no page and so sends none.
 * `host` is the Host header.
 */
export const isAllowedOrigin = (origins: readonly string[], origin: string | undefined, host: string | undefined): boolean => {
  if (origin === undefined || origins.includes('*') || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};

/** Lets pages of the listed origins read the answers. Identity is in a header, never in a cookie. */
export const allowOrigins = (origins: readonly string[]): RequestHandler =>
  cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'PUT', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type'],
    exposedHeaders: ['Retry-After'],
    maxAge: 600,
  });
