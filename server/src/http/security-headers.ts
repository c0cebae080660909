import type {RequestHandler} from 'express';

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  // Answers have credentials and people in them.
  'Cache-Control': 'no-store',
};

/** For answers that no browser shows as a page. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set(HEADERS);
  next();
};
