// POST /proxy/choose: a shopper chooses one of the gifts that a moment offers.
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import type { ChoiceRefusal } from '#app/core/choosing/decide-choice.ts';
import { isTask, type OfferedGift } from '#app/core/moments/moment-gift.ts';
import { isPoints } from '#app/core/rewards/gift.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { chooseGift, type ChooseResult } from '#app/usecases/choosing/choose-gift.ts';
import { lookAtChoice } from '#app/usecases/choosing/look-at-choice.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody, type ToConfirm } from './proxy-action.ts';
import { sayDay } from './say-day.ts';
import { sayPoints, type PointsNames } from './say-points.ts';

const MOST_OFFERS = 20;

/** Counted from 0, and a word as forms send it. */
const sentChoice = z.object({
  cause: z.string().regex(/^[a-z0-9-]{1,32}\/[A-Za-z0-9:_-]{1,64}$/),
  offer: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(0).max(MOST_OFFERS)),
});
type SentChoice = z.infer<typeof sentChoice>;

export const chooseAction = proxyAction({
  path: '/proxy/choose',
  method: 'POST',
  signIn: ({ choosing }) => choosing.signIn,
  parse: parseChoice,
  act: answerChoice,
  plain: {
    title: ({ plainForms }) => plainForms.titles.gift,
    fields: ['cause', 'offer'],
    confirm: askChoice,
  },
});

/** Nothing was chosen yet, where all else is there. */
function parseChoice(body: Buffer): ParsedBody<SentChoice> {
  const { sent, language } = parseSent(body);
  const read = sentChoice.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const { choosing, proxy } = textsOf(language);
  const [first] = read.error.issues.map(({ path }) => path[0]);
  const isMissing = first === 'offer' && !hasOffer(sent);
  const refusal = isMissing
    ? { status: 422, ok: false, field: 'offer', message: choosing.missing }
    : { status: 400, ok: false, message: proxy.unreadable };
  return { ok: false, language, refusal };
}

/** A field that was left empty is none. */
const hasOffer = (sent: unknown): boolean =>
  typeof sent === 'object' && sent !== null && 'offer' in sent && sent.offer !== '' && sent.offer !== null;

async function answerChoice(caller: AdmittedCaller, sent: SentChoice): Promise<ProxyAnswer> {
  const { shopId, customerId, language } = caller;
  const result = await chooseGift(shopId, customerId, sent);
  if (!result.ok) return sayRefused(result.refusal, result, caller);
  return { status: 200, ok: true, message: sayGiven(result, language) };
}

async function askChoice(caller: AdmittedCaller, sent: SentChoice): Promise<ToConfirm> {
  const { shopId, customerId, language } = caller;
  const result = await lookAtChoice(shopId, customerId, sent);
  if (!result.ok) return { ok: false, answer: sayRefused(result.refusal, result, caller) };
  const { plainForms } = textsOf(language);
  return { ok: true, sentences: [plainForms.gift(sayWhat(result.gift, language, result.names))] };
}

function sayGiven(result: Extract<ChooseResult, { ok: true }>, language: Language): string {
  const { choosing } = textsOf(language);
  const { gift, waits, names } = result;
  const what = sayWhat(gift, language, names);
  if (isTask(gift)) return choosing.byHand(what);
  if (isPoints(gift)) return choosing.points(what);
  return waits ? choosing.waits(what) : choosing.reward(what);
}

function sayWhat(gift: OfferedGift, language: Language, names: PointsNames | null): string {
  if (isTask(gift)) return gift.words;
  if (!isPoints(gift)) return gift.title[language];
  return names ? sayPoints(gift.points, language, names) : String(gift.points);
}

const STATUS = { unknown: 404, gone: 410, blocked: 403, 'too-late': 422, 'other-choice': 409 } as const;

function sayRefused(
  refusal: ChoiceRefusal,
  { names }: ChooseResult,
  { language, timeZone }: AdmittedCaller,
): ProxyAnswer {
  const { choosing, proxy } = textsOf(language);
  const words = {
    unknown: () => choosing.gone,
    gone: () => choosing.gone,
    blocked: () => proxy.blocked,
    'too-late': (until: string) => choosing.tooLate(sayDay(until, language, dayIn(timeZone, now()))),
    'other-choice': (what: string) => choosing.chosen(what),
  };
  const { reason } = refusal;
  const said = { status: STATUS[reason], ok: false, refused: reason };
  if (reason === 'too-late') return { ...said, message: words[reason](refusal.until) };
  if (reason === 'other-choice')
    return { ...said, message: words[reason](sayWhat(refusal.gift, language, names)) };
  return { ...said, message: words[reason]() };
}
