import {randomUUID} from 'node:crypto';
import type {ErrorRequestHandler, RequestHandler} from 'express';
import type {Log} from '../log.js';
import {ApiError} from './api-error.js';

/** What express and its body parser call the faults of a request. */
interface RequestFault {
  readonly type?: string;
  readonly status?: number;
}

const ofRequestFault = ({type, status = 500}: RequestFault): ApiError | undefined => {
  if (type === 'entity.too.large') {
    return new ApiError(413, 'body-too-large', 'The body is larger than 64 KiB: send less at once.');
  }
  if (type?.startsWith('entity.') || type?.startsWith('encoding.') || type?.startsWith('charset.') || type?.startsWith('request.')) {
    return new ApiError(400, 'body-invalid', 'The body is no JSON that can be read: send one JSON object with Content-Type: application/json.');
  }
  // For example a path with a broken percent sign.
  return status >= 400 && status < 500 ? new ApiError(status, 'request-invalid', 'The request cannot be read: check its address.') : undefined;
};

const asApiError = (error: unknown, log: Log): ApiError => {
  if (error instanceof ApiError) return error;
  const fault = ofRequestFault(error as RequestFault);
  if (fault) return fault;
  const reference = randomUUID();
  log.error({code: 'internal', reference, error}, 'A request failed.');
  const message = 'The server failed, which is not your fault: try again, and give the reference to whoever runs it.';
  return new ApiError(500, 'internal', message, {reference});
};

/** Answers what was thrown: an `ApiError` as it is, everything else as `internal`, with the reason in the log only. */
export const answerErrors =
  (log: Log): ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const {status, code, message, details} = asApiError(error, log);
    // An answer that has begun cannot become another; its end before time tells the client.
    if (response.headersSent) response.destroy();
    else response.status(status).json({...details, code, message});
  };

export const answerNotFound: RequestHandler = () => {
  throw new ApiError(404, 'not-found', 'There is no such address here: check the path, and the base path of the server.');
};
