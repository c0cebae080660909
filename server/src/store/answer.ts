import type {Request, RequestHandler, Response} from 'express';
import {ApiError} from '../http/api-error.js';
import {StoreError} from './store-error.js';
import {ConflictError, InvalidValueError} from './stored-value.js';

const asApiError = (error: unknown): unknown => {
  if (error instanceof ConflictError) {
    return new ApiError(409, 'conflict', error.message, {yours: error.yours, theirs: error.theirs});
  }
  if (error instanceof InvalidValueError) {
    return new ApiError(400, 'value-invalid', error.message, {problems: error.problems});
  }
  return error instanceof StoreError ? new ApiError(503, error.code, error.message) : error;
};

/** An endpoint that answers with JSON; what the stores throw becomes the answer of its kind. */
export const answer =
  (fn: (request: Request, response: Response) => Promise<unknown>): RequestHandler =>
  async (request, response, next) => {
    try {
      const body = await fn(request, response);
      response.json(body);
    } catch (error) {
      next(asApiError(error));
    }
  };
