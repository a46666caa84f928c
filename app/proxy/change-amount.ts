// POST /proxy/change-amount: a shopper raises or lowers an amount that is ready to use.
import { z } from 'zod';
import { MOST_MINOR } from '#app/core/values/money.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { awaitTold } from '#app/usecases/rewards/await-told.ts';
import { changeAmount, type ChangeRefused, type ChangeResult } from '#app/usecases/rewards/change-amount.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody } from './proxy-action.ts';
import { refusalWords } from './refusal-words.ts';
import { sayMoney } from './say-money.ts';
import { sayPoints } from './say-points.ts';
import { sayVoucher } from './say-voucher.ts';

/** An amount is safe to ask for again by itself; the key is sent as with every action. */
const sentAmount = z.object({
  requestKey: z.guid(),
  voucher: z.string().regex(/^\d{1,18}$/),
  minor: z.int().min(1).max(MOST_MINOR),
});
type SentAmount = z.infer<typeof sentAmount>;
type Done = Extract<ChangeResult, { ok: true }>;

export const changeAmountAction = proxyAction({
  path: '/proxy/change-amount',
  method: 'POST',
  signIn: ({ redeeming }) => redeeming.signIn,
  parse: parseAmount,
  act: answerAmount,
});

function parseAmount(body: Buffer): ParsedBody<SentAmount> {
  const { sent, language } = parseSent(body);
  const read = sentAmount.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const message = textsOf(language).proxy.unreadable;
  return { ok: false, language, refusal: { status: 400, ok: false, message } };
}

async function answerAmount(
  { shopId, customerId, language, since }: AdmittedCaller,
  { voucher, minor }: SentAmount,
): Promise<ProxyAnswer> {
  const result = await changeAmount(shopId, customerId, { voucherId: voucher, minor });
  if (result.ok) return sayDone(result, language, await awaitTold(shopId, customerId, since));
  const message = refusedWords(result, language);
  const { reason } = result.refusal;
  return { status: STATUS[reason] ?? 422, ok: false, message, refused: reason };
}

function sayDone(
  { voucher, points, today, names, currency }: Done,
  language: Language,
  told: boolean,
): ProxyAnswer {
  const { redeeming } = textsOf(language);
  const off = sayMoney(voucher.faceMinor ?? 0, language, currency);
  const used = sayPoints(voucher.price, language, names);
  const message = redeeming.amountNow(off, used, sayPoints(points, language, names));
  return { status: 200, ok: true, message, told, voucher: sayVoucher(voucher, language, today), points };
}

const STATUS: Partial<Record<ChangeRefused['reason'], number>> = {
  excluded: 403,
  unknown: 404,
  used: 409,
  'given-back': 409,
  changed: 409,
};

function refusedWords(
  { refusal, ...said }: Extract<ChangeResult, { ok: false }>,
  language: Language,
): string {
  const { redeeming } = textsOf(language);
  switch (refusal.reason) {
    case 'unknown':
      return redeeming.notYours;
    case 'used':
      return redeeming.isUsed;
    case 'given-back':
      return redeeming.isBackAlready;
    case 'changed':
      return redeeming.onlyLess;
    case 'amount':
    case 'excluded':
    case 'not-enough':
    case 'over':
    case 'owing':
      return refusalWords(refusal, { ...said, language });
  }
}
