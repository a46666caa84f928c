// POST /proxy/redeem: a shopper takes a reward for points.
import { z } from 'zod';
import { MOST_MINOR } from '#app/core/values/money.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { awaitTold } from '#app/usecases/rewards/await-told.ts';
import { redeem, type RedeemRefused, type RedeemResult } from '#app/usecases/rewards/redeem.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody } from './proxy-action.ts';
import { refusalWords } from './refusal-words.ts';
import { sayDay } from './say-day.ts';
import { pluralOf, sayNumber, sayPoints } from './say-points.ts';
import { sayVoucher } from './say-voucher.ts';

/**
 * `shown` is the hash that stands beside the reward in the program's copy, `minor` the amount where any can be had, in minor units of
 * the shop's currency.
 */
const sentWish = z.object({
  requestKey: z.guid(),
  reward: z.string().regex(/^[a-z0-9-]{1,32}$/),
  shown: z.string().regex(/^[0-9a-f]{16}$/),
  minor: z.int().min(1).max(MOST_MINOR).optional(),
});

type SentWish = z.infer<typeof sentWish>;
type Done = Extract<RedeemResult, { ok: true }>;
type Refused = Extract<RedeemResult, { ok: false }>;

export const redeemAction = proxyAction({
  path: '/proxy/redeem',
  method: 'POST',
  signIn: ({ redeeming }) => redeeming.signIn,
  parse: parseWish,
  act: answerWish,
});

function parseWish(body: Buffer): ParsedBody<SentWish> {
  const { sent, language } = parseSent(body);
  const read = sentWish.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const message = textsOf(language).proxy.unreadable;
  return { ok: false, language, refusal: { status: 400, ok: false, message } };
}

async function answerWish(
  { shopId, customerId, language, since }: AdmittedCaller,
  sent: SentWish,
): Promise<ProxyAnswer> {
  const { requestKey, reward, shown, minor } = sent;
  const result = await redeem(shopId, customerId, { requestKey, rewardKey: reward, shown, minor });
  if (!result.ok) return sayRefused(result, language);
  // The checkout takes off what Shopify was told.
  const told = minor === undefined || (await awaitTold(shopId, customerId, since));
  return { ...sayDone(result, language), told };
}

function sayDone(done: Done, language: Language): ProxyAnswer {
  const { voucher, points, today } = done;
  const message = doneWords(done, language);
  return { status: 200, ok: true, message, voucher: sayVoucher(voucher, language, today), points };
}

/** A repeated request is told what has become of it since. */
function doneWords({ voucher, points, today, names }: Done, language: Language): string {
  const { redeeming } = textsOf(language);
  const price = sayPoints(voucher.price, language, names);
  switch (voucher.state) {
    case 'used':
      return redeeming.isUsed;
    case 'releasing':
      return redeeming.comingBack(price, pluralOf(voucher.price, language));
    case 'released':
      return redeeming.isBack(price, pluralOf(voucher.price, language));
    case 'held':
      return [
        ...(voucher.validFrom > today ? [firstDay(voucher, language, today)] : []),
        redeeming.taken(price, sayNumber(points, language)),
        redeeming.takenUntil(sayDay(voucher.validUntil, language, today)),
      ].join(' ');
  }
}

function firstDay({ reward, validFrom }: Done['voucher'], language: Language, today: string): string {
  const { redeeming } = textsOf(language);
  return reward.usableOn ? redeeming.fromDay(sayDay(validFrom, language, today)) : redeeming.fromNextOrder;
}

const STATUS: Partial<Record<RedeemRefused['reason'], number>> = {
  excluded: 403,
  unknown: 404,
  changed: 409,
  'other-contents': 409,
};

function sayRefused({ refusal, ...said }: Refused, language: Language): ProxyAnswer {
  const { reason } = refusal;
  const message = refusalWords(refusal, { ...said, language });
  return { status: STATUS[reason] ?? 422, ok: false, message, refused: reason };
}
