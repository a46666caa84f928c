// The way of a request: webhooks and the app proxy first and bare, then Express with what operators ask, assets and Remix.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { countRefusal } from '#app/count-refusals.ts';
import { isForeignForm } from '#app/bare-http/foreign-form.ts';
import { hasReadableAddress } from '#app/bare-http/readable-address.ts';
import { requestIdOf } from '#app/bare-http/request-id-of.ts';
import { config } from '#app/config.server.ts';
import { httpStatus } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { withLogContext } from '#app/log-context.ts';
import { answerLive, answerReady } from '#app/operations/live-and-ready.ts';
import { handleProxyCall, isProxyCall } from '#app/proxy/listener.ts';
import { handleWebhook, isWebhook } from '#app/webhooks/listener.ts';

const CLIENT_BUILD = fileURLToPath(new URL('../build/client', import.meta.url));
/** Forms of the admin are small; uploads don't exist. */
const MAX_FORM_BYTES = 1024 * 1024;
/** Pages know no others; over some of the rest the web's own Request throws. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** Passes its own failures to `next`. */
export type PageHandler = (request: Request, response: Response, next: NextFunction) => Promise<void>;

/** @param remix handles what nothing before it took; without it such paths are 404. */
export function createHttpApp(remix?: PageHandler): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', true);
  app.use(securityHeaders, refuseOddAddresses);
  app.get('/live', answerLive);
  // The second is the older name.
  app.get(['/ready', '/health'], (request, response) => void answerReady(request, response));
  app.use('/assets', express.static(`${CLIENT_BUILD}/assets`, { immutable: true, maxAge: '1y' }));
  app.use(express.static(CLIENT_BUILD, { maxAge: '1h' }));
  if (remix)
    app.all(
      '*',
      refuseOddForms,
      refuseBigForms,
      keepNoAnswers,
      (request, response, next) => void remix(request, response, next),
    );
  app.use(failed);
  return (request: IncomingMessage, response: ServerResponse) => {
    if (isWebhook(request)) handleWebhook(request, response);
    else if (isProxyCall(request)) handleProxyCall(request, response);
    else {
      const requestId = requestIdOf(request);
      response.setHeader('X-Request-Id', requestId);
      withLogContext({ requestId }, () => void app(request, response));
    }
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

const refuseOddAddresses: RequestHandler = (request, response, next) => {
  if (hasReadableAddress(request)) next();
  else refuse(response, 400, 'address');
};

const refuseOddForms: RequestHandler = (request, response, next) => {
  if (!METHODS.includes(request.method)) {
    response.setHeader('Allow', METHODS.join(', '));
    refuse(response, 405, 'method');
  } else if (isForeignForm(request)) refuse(response, 403, 'origin');
  else next();
};

const refuseBigForms: RequestHandler = (request, response, next) => {
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  if (chunked !== undefined) refuse(response, 411, 'no length');
  else if (Number(length ?? 0) > MAX_FORM_BYTES) refuse(response, 413, 'too big');
  else next();
};

// Answers of loaders, files among them, are one merchant's; documents say the same of themselves. And what is no page of
// ours, such as the library's bounce page, is framed by nobody unless it says so.
const keepNoAnswers: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    if (!response.hasHeader('cache-control')) response.setHeader('Cache-Control', 'no-store');
    const type = String(response.getHeader('content-type') ?? '');
    if (type.startsWith('text/html') && !response.hasHeader('content-security-policy')) {
      response.setHeader('Content-Security-Policy', "frame-ancestors 'none';");
    }
    return writeHead(...head);
  }) as typeof writeHead;
  next();
};

function refuse(response: Response, status: number, reason: string): void {
  countRefusal('page', status, reason);
  response.status(status).end();
}

const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const refused = clientFault(error);
  if (refused !== null && !response.headersSent) return refuse(response, refused, 'request');
  log.error({ err: error, path: request.path }, 'request failed');
  if (response.headersSent) next(error);
  else response.status(httpStatus(error)).end();
};

/** What Express and its parsers refuse says its own status; that is no fault of ours. */
function clientFault(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
