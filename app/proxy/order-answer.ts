// POST /proxy/order-answer: a shopper asks where an order's points are.
import { z } from 'zod';
import { MOST_LETTERS } from '#app/core/order-answers/asked-name.ts';
import { textsOf } from '#app/locales/texts.ts';
import { askOwnOrder } from '#app/usecases/order-answers/ask-own-order.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody } from './proxy-action.ts';
import { sayOrderAnswer } from './say-order-answer.ts';

const sentOrder = z.object({ order: z.string().max(MOST_LETTERS) });
type SentOrder = z.infer<typeof sentOrder>;

export const orderAnswerAction = proxyAction({
  path: '/proxy/order-answer',
  method: 'POST',
  signIn: ({ ownOrder }) => ownOrder.signIn,
  parse: parseOrder,
  act: answerOrder,
  plain: { title: ({ plainForms }) => plainForms.titles.order, fields: ['order'], confirm: null },
});

function parseOrder(body: Buffer): ParsedBody<SentOrder> {
  const { sent, language } = parseSent(body);
  const read = sentOrder.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const message = textsOf(language).proxy.unreadable;
  return { ok: false, language, refusal: { status: 400, ok: false, message } };
}

async function answerOrder(
  { shopId, customerId, language }: AdmittedCaller,
  { order }: SentOrder,
): Promise<ProxyAnswer> {
  const { answer, ...context } = await askOwnOrder(shopId, customerId, order);
  const [message = '', ...sentences] = sayOrderAnswer(answer, { ...context, language });
  return { status: 200, ok: answer.found, message, sentences };
}
