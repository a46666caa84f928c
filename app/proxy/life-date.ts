// POST /proxy/life-date: a shopper tells a date of life, changes it, or takes it away.
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { lifeDateProblem } from '#app/core/life-dates/life-date-request.ts';
import { rewardKey } from '#app/core/values/shapes.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { readAskedDate } from '#app/usecases/life-dates/read-asked-date.ts';
import { tellLifeDate, type TellLifeDateResult } from '#app/usecases/life-dates/tell-life-date.ts';
import type { ProxyAnswer } from './answer.ts';
import { parseSent } from './parse-sent.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody, type ToConfirm } from './proxy-action.ts';
import { sayDay } from './say-day.ts';
import { sayTypedDay } from './say-typed-day.ts';

const number = z.int().min(-9_999).max(9_999);
const typed = number.nullish().transform((value) => value ?? null);

const sentDate = z.object({
  requestKey: z.guid(),
  moment: rewardKey,
  month: typed,
  day: typed,
  year: typed,
  /** The hash that stands beside the words in the program's copy. */
  agreed: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  remove: z.literal('yes').optional(),
});
type SentDate = z.infer<typeof sentDate>;

export const lifeDateAction = proxyAction({
  path: '/proxy/life-date',
  method: 'POST',
  signIn: ({ lifeDates }) => lifeDates.signIn,
  parse: parseDate,
  act: answerDate,
  plain: {
    title: ({ plainForms }) => plainForms.titles.lifeDate,
    fields: ['moment', 'day', 'month', 'year', 'agreed', 'remove'],
    confirm: askDate,
  },
});

function parseDate(body: Buffer): ParsedBody<SentDate> {
  const { sent, language } = parseSent(body);
  const read = sentDate.safeParse(sent);
  const { proxy } = textsOf(language);
  if (!read.success)
    return { ok: false, language, refusal: { status: 400, ok: false, message: proxy.unreadable } };
  const { remove, day, month } = read.data;
  const missing = remove ? null : day === null ? 'day' : month === null ? 'month' : null;
  if (missing === null) return { ok: true, language, sent: read.data };
  const message = { day: proxy.dayMissing, month: proxy.monthMissing }[missing];
  return { ok: false, language, refusal: { status: 422, ok: false, field: missing, message } };
}

async function answerDate(caller: AdmittedCaller, sent: SentDate): Promise<ProxyAnswer> {
  const { shopId, customerId, language } = caller;
  const { requestKey, moment: momentKey, agreed = null } = sent;
  const date = dateOf(sent);
  const wanted = {
    momentKey,
    date,
    by: { kind: 'shopper' },
    agreed,
    requestKey: requestKey.toLowerCase(),
  } as const;
  const result = await tellLifeDate(shopId, { customerId }, wanted);
  if (!result.ok) return sayRefused(result, language, dayIn(caller.timeZone, now()));
  const { lifeDates } = textsOf(language);
  return { status: 200, ok: true, message: date ? lifeDates.saved : lifeDates.removed };
}

/** With the words to which they agree, as the page had them. */
async function askDate(caller: AdmittedCaller, sent: SentDate): Promise<ToConfirm> {
  const { shopId, language } = caller;
  const { plainForms } = textsOf(language);
  const rule = await readAskedDate(shopId, sent.moment);
  const title = rule?.title[language] ?? plainForms.anyDay;
  const date = dateOf(sent);
  if (!date) return { ok: true, sentences: [plainForms.removed(title)] };
  const today = dayIn(caller.timeZone, now());
  const problem = lifeDateProblem(
    { date, by: { kind: 'shopper' }, agreed: sent.agreed ?? null },
    rule,
    today,
  );
  if (problem) return { ok: false, answer: sayRefused({ ok: false, ...problem }, language, today) };
  const agreed = rule?.consent ? [plainForms.agreed, rule.consent[language]] : [];
  return { ok: true, sentences: [plainForms.day(title, sayTypedDay(date, language)), ...agreed] };
}

const dateOf = ({ remove, month, day, year }: SentDate) =>
  remove || month === null || day === null ? null : { month, day, year };

type Refused = Extract<TellLifeDateResult, { ok: false }>;

const STATUS: Partial<Record<Refused['reason'], number>> = {
  'other-request': 409,
  'other-words': 409,
  'no-such-date': 404,
  'no-member': 403,
  blocked: 403,
};

function sayRefused(refused: Refused, language: Language, today: string): ProxyAnswer {
  const { proxy, lifeDates } = textsOf(language);
  const { field, reason } = refused;
  const words: Partial<Record<Refused['reason'], string>> = {
    impossible: proxy.impossible,
    'year-range': proxy.yearRange,
    'other-request': proxy.otherRequest,
    'other-words': lifeDates.otherWords,
    'no-such-date': lifeDates.notAsked,
    'no-member': proxy.noMember,
    'not-agreed': lifeDates.notAgreed,
    blocked: proxy.blocked,
  };
  const tooSoon =
    refused.reason === 'too-soon' && lifeDates.tooSoon(sayDay(refused.changeFrom, language, today));
  const message = tooSoon || words[reason];
  if (!message) throw new Error(`a shopper gives no reason: ${reason}`);
  return { status: STATUS[reason] ?? 422, ok: false, message, ...(field && { field }) };
}
