// POST /proxy/give-back: a shopper gives a reward back for its points.
import { z } from 'zod';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { giveBack, type GiveBackRefused } from '#app/usecases/rewards/give-back.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody } from './proxy-action.ts';
import { pluralOf, sayPoints } from './say-points.ts';
import { sayVoucher } from './say-voucher.ts';

/** Giving back is safe to repeat by itself; the key is sent as with every action. */
const sentBack = z.object({ requestKey: z.guid(), voucher: z.string().regex(/^\d{1,18}$/) });
type SentBack = z.infer<typeof sentBack>;

export const giveBackAction = proxyAction({
  path: '/proxy/give-back',
  method: 'POST',
  signIn: ({ redeeming }) => redeeming.signIn,
  parse: parseBack,
  act: answerBack,
});

function parseBack(body: Buffer): ParsedBody<SentBack> {
  const { sent, language } = parseSent(body);
  const read = sentBack.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const message = textsOf(language).proxy.unreadable;
  return { ok: false, language, refusal: { status: 400, ok: false, message } };
}

async function answerBack(
  { shopId, customerId, language }: AdmittedCaller,
  sent: SentBack,
): Promise<ProxyAnswer> {
  const result = await giveBack(shopId, customerId, sent.voucher);
  if (!result.ok) return refusal(result.reason, language);
  const { voucher, points, today, names } = result;
  const { price } = voucher;
  const message = textsOf(language).redeeming.comingBack(
    sayPoints(price, language, names),
    pluralOf(price, language),
  );
  return { status: 200, ok: true, message, voucher: sayVoucher(voucher, language, today), points };
}

function refusal(reason: GiveBackRefused, language: Language): ProxyAnswer {
  const { redeeming } = textsOf(language);
  const words = {
    unknown: redeeming.notYours,
    used: redeeming.isUsed,
    released: redeeming.isBackAlready,
    free: redeeming.cantGiveBack,
  };
  return { status: reason === 'unknown' ? 404 : 409, ok: false, message: words[reason], refused: reason };
}
