// POST /proxy/birthday: a shopper tells the birthday, or changes it.
import { now } from '#app/clock.server.ts';
import { requestProblem } from '#app/core/moments/birthday-request.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { textsOf } from '#app/locales/texts.ts';
import { setBirthday, type SetBirthdayResult } from '#app/usecases/moments/set-birthday.ts';
import type { ProxyAnswer } from './answer.ts';
import { readBirthday, type BirthdayField, type SentBirthday } from './parse-birthday.ts';
import { proxyAction, type AdmittedCaller, type ParsedBody, type ToConfirm } from './proxy-action.ts';
import { sayDay } from './say-day.ts';
import { sayTypedDay } from './say-typed-day.ts';

type Refused = Extract<SetBirthdayResult, { ok: false }>;

export const birthdayAction = proxyAction({
  path: '/proxy/birthday',
  method: 'POST',
  signIn: ({ proxy }) => proxy.signIn,
  parse: (body): ParsedBody<SentBirthday> => {
    const read = readBirthday(body);
    return read.ok ? read : { ...read, refusal: unreadable(read.language, read.field) };
  },
  act: answerBirthday,
  plain: {
    title: ({ plainForms }) => plainForms.titles.birthday,
    fields: ['day', 'month', 'year'],
    confirm: askBirthday,
  },
});

async function answerBirthday(caller: AdmittedCaller, sent: SentBirthday): Promise<ProxyAnswer> {
  const { shopId, customerId, language } = caller;
  const { requestKey, ...date } = sent;
  const key = requestKey.toLowerCase();
  const result = await setBirthday(shopId, { customerId }, date, { kind: 'shopper' }, key);
  const today = dayIn(caller.timeZone, now());
  return result.ok ? thanks(language, result.nextGiftOn, today) : refusal(language, result, today);
}

function askBirthday(
  { timeZone, language }: AdmittedCaller,
  { requestKey: _, ...date }: SentBirthday,
): Promise<ToConfirm> {
  const today = dayIn(timeZone, now());
  const problem = requestProblem(date, { kind: 'shopper' }, today);
  const { plainForms } = textsOf(language);
  return Promise.resolve(
    problem
      ? { ok: false, answer: refusal(language, { ok: false, ...problem }, today) }
      : { ok: true, sentences: [plainForms.birthday(sayTypedDay(date, language))] },
  );
}

function unreadable(language: Language, field: BirthdayField | null): ProxyAnswer {
  const { proxy: texts } = textsOf(language);
  if (field === null) return { status: 400, ok: false, message: texts.unreadable };
  const missing = { day: texts.dayMissing, month: texts.monthMissing, year: texts.yearRange };
  return { status: 422, ok: false, field, message: missing[field] };
}

function thanks(language: Language, giftOn: string | null, today: string): ProxyAnswer {
  return { status: 200, ok: true, message: thanksWords(textsOf(language), language, giftOn, today) };
}

function thanksWords({ proxy }: Texts, language: Language, giftOn: string | null, today: string): string {
  if (giftOn === null) return proxy.thanks;
  return giftOn === today ? proxy.giftToday : proxy.giftOn(sayDay(giftOn, language, today));
}

function refusal(language: Language, refused: Refused, today: string): ProxyAnswer {
  const { proxy: texts } = textsOf(language);
  const refuse = (status: number, message: string) => ({ status, ok: false, message });
  switch (refused.reason) {
    case 'impossible':
      return { ...refuse(422, texts.impossible), field: refused.field };
    case 'year-range':
      return { ...refuse(422, texts.yearRange), field: refused.field };
    case 'too-soon':
      return refuse(422, texts.tooSoon(sayDay(refused.changeFrom, language, today)));
    case 'other-request':
      return refuse(409, texts.otherRequest);
    case 'no-member':
      return refuse(403, texts.noMember);
    case 'blocked':
      return refuse(403, texts.blocked);
    case 'required':
    case 'too-long':
      throw new Error(`a shopper gives no reason: ${refused.reason}`);
  }
}
