// POST /proxy/redeem: a shopper takes a reward for points.
import { z } from 'zod';
import { MOST_HELD } from '#app/core/rewards/voucher.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { redeem, type RedeemRefused, type RedeemResult } from '#app/usecases/rewards/redeem.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody } from './proxy-action.ts';
import { sayDay } from './say-day.ts';
import { pluralOf, sayNumber, sayPoints } from './say-points.ts';
import { sayVoucher } from './say-voucher.ts';

/** `shown` is the hash that stands beside the reward in the program's copy. */
const sentWish = z.object({
  requestKey: z.guid(),
  reward: z.string().regex(/^[a-z0-9-]{1,32}$/),
  shown: z.string().regex(/^[0-9a-f]{16}$/),
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
  { shopId, customerId, language }: AdmittedCaller,
  sent: SentWish,
): Promise<ProxyAnswer> {
  const { requestKey, reward, shown } = sent;
  const result = await redeem(shopId, customerId, { requestKey, rewardKey: reward, shown });
  return result.ok ? sayDone(result, language) : sayRefused(result, language);
}

function sayDone({ voucher, points, today, names }: Done, language: Language): ProxyAnswer {
  const message = doneWords({ ok: true, voucher, points, today, names }, language);
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

function sayRefused({ refusal, today, names }: Refused, language: Language): ProxyAnswer {
  const { reason } = refusal;
  const message = refusalWords(refusal, { language, today, names });
  return { status: STATUS[reason] ?? 422, ok: false, message, refused: reason };
}

type Context = Pick<Refused, 'today' | 'names'> & { language: Language };

function refusalWords(refusal: RedeemRefused, { language, today, names }: Context): string {
  const { redeeming } = textsOf(language);
  const day = (when: string) => sayDay(when, language, today);
  const points = (count: number) => sayPoints(count, language, names);
  switch (refusal.reason) {
    case 'excluded':
      return redeeming.excluded;
    case 'not-yet':
      return redeeming.notYet(day(refusal.from));
    case 'over':
    case 'unknown':
      return redeeming.over;
    case 'limit-person':
      return refusal.count === 1 ? redeeming.onceOnly : redeeming.noMore;
    case 'limit-period':
      return refusal.again === null ? redeeming.noMore : redeeming.again(day(refusal.again));
    case 'limit-all':
      return redeeming.allGiven;
    case 'owing':
      return redeeming.owing;
    case 'not-enough':
      return redeeming.notEnough(points(refusal.missing));
    case 'too-many-held':
      return redeeming.tooManyHeld(sayNumber(MOST_HELD, language));
    case 'changed':
      return redeeming.changed(points(refusal.cost));
    case 'sold-out':
      return redeeming.soldOut;
    case 'other-contents':
      return redeeming.otherContents;
  }
}
