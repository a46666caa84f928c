// Express 4 doesn't wait for a handler's promise: a rejection must be handed on to its error handler.
import type { RequestHandler } from 'express';

export function asyncRoute(handle: (...args: Parameters<RequestHandler>) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    handle(request, response, next).catch(next);
  };
}
