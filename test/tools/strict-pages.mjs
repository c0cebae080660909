import {STRICT_POLICY} from './strict-policy.mjs';

/** Sends the strict policy with any file that is asked for with `?csp=strict`: test pages open such pages in frames. */
export const strictPages = async (context, next) => {
  await next();
  if (context.query.csp === 'strict') context.set('Content-Security-Policy', STRICT_POLICY);
};
