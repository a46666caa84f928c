// The way of a request: webhooks and the app proxy first and bare, then Express with health, assets and Remix.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { config } from '#app/config.server.ts';
import { pingDatabase } from '#app/db/pool.server.ts';
import { httpStatus } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { handleProxyCall, isProxyCall } from '#app/proxy/listener.ts';
import { handleWebhook, isWebhook } from '#app/webhooks/listener.ts';

const CLIENT_BUILD = fileURLToPath(new URL('../build/client', import.meta.url));
/** Forms of the admin are small; uploads don't exist. */
const MAX_FORM_BYTES = 1024 * 1024;

/** Passes its own failures to `next`. */
export type PageHandler = (request: Request, response: Response, next: NextFunction) => Promise<void>;

/** @param remix handles what nothing before it took; without it such paths are 404. */
export function createHttpApp(remix?: PageHandler): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', true);
  app.use(securityHeaders);
  app.get('/health', health);
  app.use('/assets', express.static(`${CLIENT_BUILD}/assets`, { immutable: true, maxAge: '1y' }));
  app.use(express.static(CLIENT_BUILD, { maxAge: '1h' }));
  if (remix) app.all('*', refuseBigForms, (request, response, next) => void remix(request, response, next));
  app.use(failed);
  return (request: IncomingMessage, response: ServerResponse) => {
    if (isWebhook(request)) handleWebhook(request, response);
    else if (isProxyCall(request)) handleProxyCall(request, response);
    else app(request, response);
  };
}

// No frame header here: only documents know their shop, and two policies would both apply.
const securityHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Addresses of the embedded app carry session tokens: nobody else gets to see them.
  response.setHeader('Referrer-Policy', 'strict-origin');
  if (config().appUrl.startsWith('https:')) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000');
  }
  next();
};

const health: RequestHandler = (_request, response) => {
  response.setHeader('Cache-Control', 'no-store');
  pingDatabase().then(
    () => response.json({ ok: true }),
    (error: unknown) => {
      log.warn({ err: error }, 'the database does not answer');
      response.status(503).json({ ok: false });
    },
  );
};

const refuseBigForms: RequestHandler = (request, response, next) => {
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  if (chunked !== undefined) response.status(411).end();
  else if (Number(length ?? 0) > MAX_FORM_BYTES) response.status(413).end();
  else next();
};

const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
  log.error({ err: error, path: request.path }, 'request failed');
  if (response.headersSent) next(error);
  else response.status(httpStatus(error)).end();
};
