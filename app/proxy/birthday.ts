// POST /proxy/birthday: a shopper tells the birthday, or changes it.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { ProxyCaller } from '#app/shopify/signatures/proxy-signature.ts';
import { admitProxyCall } from '#app/usecases/storefront/admit-proxy-call.ts';
import { setBirthday, type SetBirthdayResult } from '#app/usecases/moments/set-birthday.ts';
import type { ProxyAnswer } from './answer.ts';
import { readBirthday, type BirthdayField } from './parse-birthday.ts';
import { sayDay } from './say-day.ts';

type Refused = Extract<SetBirthdayResult, { ok: false }>;

/** The customer is the one whom Shopify signed; the body has no say in that. */
export async function answerBirthday(caller: ProxyCaller, body: Buffer): Promise<ProxyAnswer> {
  const read = readBirthday(body);
  const { proxy: texts } = textsOf(read.language);
  const { customerId } = caller;
  if (customerId === null) return { status: 403, ok: false, message: texts.signIn };
  if (!read.ok) return unreadable(read.language, read.field);
  const admission = await admitProxyCall(caller.shopDomain, customerId, caller.path);
  if (!admission.ok) {
    return admission.reason === 'too-often'
      ? { status: 429, ok: false, message: texts.tooMany }
      : { status: 404, ok: false, message: texts.unknownShop };
  }
  const { requestKey, ...date } = read.sent;
  const result = await setBirthday(
    admission.shopId,
    { customerId },
    date,
    { kind: 'shopper' },
    requestKey.toLowerCase(),
  );
  const today = dayIn(admission.timeZone, now());
  return result.ok ? thanks(read.language, result.nextGiftOn, today) : refusal(read.language, result, today);
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
