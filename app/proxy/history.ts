// POST /proxy/history: a shopper looks at their own history, a part at a time.
import { z } from 'zod';
import { textsOf } from '#app/locales/texts.ts';
import { readHistory } from '#app/usecases/members/read-history.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody } from './proxy-action.ts';
import { sayEvent } from './say-event.ts';
import { sayGift } from './say-gift.ts';

/** `before` is the `next` of the part before; without it the newest is told. */
const sentLook = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullish(),
});
type SentLook = z.infer<typeof sentLook>;

export const historyAction = proxyAction({
  path: '/proxy/history',
  method: 'POST',
  signIn: ({ history }) => history.signIn,
  parse: parseLook,
  act: answerLook,
});

function parseLook(body: Buffer): ParsedBody<SentLook> {
  const { sent, language } = parseSent(body);
  const read = sentLook.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const message = textsOf(language).proxy.unreadable;
  return { ok: false, language, refusal: { status: 400, ok: false, message } };
}

async function answerLook(
  { shopId, customerId, language }: AdmittedCaller,
  { before = null }: SentLook,
): Promise<ProxyAnswer> {
  const { events, next, ...context } = await readHistory(shopId, customerId, before);
  const entries = events.map((event) =>
    'gift' in event
      ? sayGift(event.gift, { ...context, language })
      : sayEvent(event, { ...context, language }),
  );
  const message = events.length === 0 ? textsOf(language).history.none : '';
  return { status: 200, ok: true, message, entries, next };
}
