// A reward that was given, in a shopper's history: it moved no points.
import { givenUnder } from '#app/core/moments/moment-cause.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { ToldEvent } from '#app/usecases/members/read-history.ts';
import type { SaidEvent } from './say-event.ts';
import { sayDay } from './say-day.ts';

type GiftOfHistory = Extract<ToldEvent, { gift: unknown }>['gift'];
type Context = { timeZone: string; today: string; language: Language };

export function sayGift(gift: GiftOfHistory, { timeZone, today, language }: Context): SaidEvent {
  const { history } = textsOf(language);
  const { cause, momentTitle, title, note, state, orders } = gift;
  const day = dayIn(timeZone, gift.at);
  const moment = givenUnder(cause, day)?.occasion;
  const why = [
    ...(note ? [note] : []),
    ...(orders.length > 0 ? [history.giftUsed(orders.join(', '))] : []),
    ...(state === 'released' ? [history.giftEnded] : []),
  ];
  const because = momentTitle?.[language] ?? (moment ? history.gifts[moment] : history.gift);
  const what = history.given(because, title[language]);
  return { what, moved: '', day: sayDay(day, language, today), why };
}
