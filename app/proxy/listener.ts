// Calls of the shop's pages through Shopify (app proxy), on bare node:http in front of Express and Remix. Shop and
// customer come from what Shopify signed, and from nowhere else.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { countRefusal } from '#app/count-refusals.ts';
import { drainBody } from '#app/bare-http/drain-body.ts';
import { pathOf } from '#app/bare-http/path-of.ts';
import { readBody } from '#app/bare-http/read-body.ts';
import { requestIdOf } from '#app/bare-http/request-id-of.ts';
import { withTimeout } from '#app/bare-http/with-timeout.ts';
import { now } from '#app/clock.server.ts';
import { config } from '#app/config.server.ts';
import { textsOf } from '#app/locales/texts.ts';
import { log } from '#app/log.server.ts';
import { addToLogContext, withLogContext } from '#app/log-context.ts';
import { checkProxyQuery, type ProxyCaller } from '#app/shopify/signatures/proxy-signature.ts';
import { admitProxyCall } from '#app/usecases/storefront/admit-proxy-call.ts';
import { PROXY_ACTIONS } from './actions.ts';
import { answerPlainForm } from './plain/answer-plain-form.ts';
import { unsentPage } from './plain/plain-pages.ts';
import { sendAnswer } from './answer.ts';
import { PROXY_PAGES } from './pages/pages.ts';
import { onlyLine, type PageAnswer, type ProxyPage } from './pages/proxy-page.ts';
import { sendPage } from './pages/send-page.ts';
import type { PlainAction } from './proxy-action.ts';

const PREFIX = '/proxy/';
const MAX_BYTES = 2 * 1024;
/** A shopper waits no longer. */
const ANSWER_MS = 4_000;

/** Whether a request is this listener's. */
export function isProxyCall(request: IncomingMessage): boolean {
  return request.url?.startsWith(PREFIX) ?? false;
}

/**
 * Answers 200, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429 or 503: an action with JSON `{ok, message, field?}`, a page, and an
 * action that a plain form asks for, with Liquid for the shop's theme.
 */
export function handleProxyCall(request: IncomingMessage, response: ServerResponse): void {
  withLogContext({ requestId: requestIdOf(request) }, () => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, path: pathOf(request) }, 'proxy call failed');
      sendAnswer(response, { status: 503, ok: false, message: textsOf('en').proxy.failed });
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '';
  const path = pathOf(request);
  const check = checkProxyQuery(url.slice(path.length + 1), config().apiSecrets, now());
  if (!check.ok) return refuse(request, response, 401, check.reason);
  const { caller } = check;
  addToLogContext({ shopDomain: caller.shopDomain });
  const page = PROXY_PAGES.find((each) => each.path === path);
  if (page && request.method === 'GET') return answerPage(request, response, page, caller);
  const action = PROXY_ACTIONS.find((each) => each.path === path) ?? page;
  if (!action || !('method' in action) || request.method !== action.method) {
    // A merchant who gave the proxy another path opens it once in the browser: that tells it to us.
    await admitProxyCall(caller.shopDomain, null, caller.path);
    if (!action) return refuse(request, response, 404, 'no such action', caller);
    response.setHeader('allow', 'method' in action ? action.method : 'GET');
    const opened = request.method === 'GET' && 'method' in action ? action.plain : null;
    if (opened) return answerUnsent(request, response, opened, caller);
    return refuse(request, response, 405, 'method', caller);
  }
  const plain = isPlainForm(request) ? action.plain : null;
  if (!isJson(request) && !plain) return refuse(request, response, 415, 'not JSON', caller);
  const body = await readBody(request, MAX_BYTES);
  if (body === 'aborted') return;
  if (body === 'too-big') return refuse(request, response, 413, 'too big', caller);
  if (body === 'busy') return refuse(request, response, 503, 'too many bytes at once', caller);
  if (plain) return inTheme(response, path, caller, answerPlainForm(action, plain, caller, body));
  const answered = await withTimeout(ANSWER_MS, action.answer(caller, body));
  if (!answered.ok) note(answered.status, answered.field ?? 'whole', caller);
  sendAnswer(response, answered);
}

/** A page has no body. */
function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: ProxyPage,
  caller: ProxyCaller,
): Promise<void> {
  const query = new URL(request.url ?? '', 'http://shop.invalid').searchParams;
  drainBody(request);
  return inTheme(response, page.path, caller, page.answer(caller, query));
}

/** Whoever opens again what a form without script answered reads a page, and finds the way back. */
function answerUnsent(
  request: IncomingMessage,
  response: ServerResponse,
  { title }: PlainAction,
  caller: ProxyCaller,
): void {
  note(405, 'method', caller);
  drainBody(request);
  sendPage(response, unsentPage(title));
}

/** What can't be made says so in the theme, too. */
async function inTheme(
  response: ServerResponse,
  path: string,
  caller: ProxyCaller,
  page: Promise<PageAnswer>,
): Promise<void> {
  try {
    const answered = await withTimeout(ANSWER_MS, page);
    if (answered.status !== 200) note(answered.status, 'page', caller);
    sendPage(response, answered);
  } catch (error) {
    log.error({ err: error, path }, 'a page could not be made');
    sendPage(
      response,
      onlyLine(503, ({ proxy }) => proxy.failed),
    );
  }
}

/** A form without script. Any page of the web can send one, and it changes nothing by itself. */
function isPlainForm({ headers }: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '');
}

/** A form on any page of the web can send text, and nothing else without asking the browser first. */
function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}

/** Answers before the body was read. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  why: string,
  caller?: ProxyCaller,
): void {
  note(status, why, caller);
  response.setHeader('connection', 'close');
  sendAnswer(response, { status, ok: false, message: textsOf('en').proxy.notFromShop });
  drainBody(request);
}

/** Never whose it was, never what they said. Only what Shopify passed on has a line of its own: anybody can send the rest. */
function note(status: number, why: string, caller?: ProxyCaller): void {
  countRefusal('proxy', status, why);
  if (caller) log.info({ status, why }, 'proxy call refused');
}
