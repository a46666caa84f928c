// A birthday that fell into a pause brings nothing, and no page names its gift.
import { useLocalShopify } from '#tests/support/use-local-shopify.ts';
import { describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { momentDay, monthDayOf, yearOf } from '#app/core/moments/calendar.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { readMember } from '#app/usecases/members/read-member.ts';
import { readComingBirthdays } from '#app/usecases/moments/read-coming-birthdays.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { addVersion } from '#tests/support/shops.ts';

const local = useLocalShopify();

const today = dayIn('Europe/Paris', now());
const noon = (day: string) => `${day}T11:00:00Z`;
const OCCASIONS = [occasion({ daysAfter: 30 })];
/** Ten days ago. */
const BORN = monthDayOf(addDays(today, -10));

const paused = (shop: { id: number }) =>
  addVersion(shop.id, 3, rules({ occasions: OCCASIONS, paused: true }), noon(addDays(today, -20)));
const startedAgain = (shop: { id: number }) =>
  addVersion(shop.id, 4, rules({ occasions: OCCASIONS }), noon(addDays(today, -5)));

async function shown({ id, timeZone }: OccasionShop, memberId: string) {
  const answer = await readMember({ id, timeZone, currency: 'EUR' }, memberId, null);
  if (!answer || 'mergedInto' in answer) throw new Error('no member');
  const { birthday, birthdayGift } = answer;
  return { next: birthday.nextGiftOn, paused: answer.paused, offered: birthdayGift !== null };
}

const coming = (shop: OccasionShop) => readComingBirthdays(shop, { after: null, before: null }, 30);

describe('a pause', () => {
  it('is told where the merchant looks for gifts, and afterwards the next gift is a year later', async () => {
    const shop = await occasionShop(OCCASIONS, { publishedAt: noon(addDays(today, -300)) });
    const { id } = await memberWith(shop, { ...BORN, setOn: addDays(today, -200) });
    expect(await shown(shop, id)).toEqual({ next: today, paused: false, offered: true });
    expect(await coming(shop)).toMatchObject({ pausedSince: null });

    await paused(shop);
    expect(await shown(shop, id)).toEqual({ next: null, paused: true, offered: true });
    expect(await coming(shop)).toMatchObject({ pausedSince: new Date(noon(addDays(today, -20))) });

    await startedAgain(shop);
    const nextYear = momentDay(BORN, yearOf(addDays(today, -10)) + 1);
    expect(await shown(shop, id)).toEqual({ next: nextYear, paused: false, offered: true });
    expect(await coming(shop)).toMatchObject({ pausedSince: null });
  });

  it('of the gift alone is told as that, and no page names a gift that fell into it', async () => {
    const shop = await occasionShop(OCCASIONS, { publishedAt: noon(addDays(today, -300)) });
    const { id } = await memberWith(shop, { ...BORN, setOn: addDays(today, -200) });
    const giftPaused = rules({ occasions: OCCASIONS, pausedMoments: ['birthday'] });
    await addVersion(shop.id, 3, giftPaused, noon(addDays(today, -20)));
    expect(await shown(shop, id)).toEqual({ next: null, paused: false, offered: true });
    const since = new Date(noon(addDays(today, -20)));
    expect(await coming(shop)).toMatchObject({ pausedSince: null, giftPausedSince: since });
    await startedAgain(shop);
    expect((await shown(shop, id)).next).toBe(momentDay(BORN, yearOf(addDays(today, -10)) + 1));
    expect(await coming(shop)).toMatchObject({ pausedSince: null, giftPausedSince: null });
  });

  it('that is over reaches the storefront with the program', async () => {
    const shop = await local.install();
    await paused(shop);
    await startedAgain(shop);
    await syncProgram(shop.id);
    const [program] = Object.values(shop.local.appMetafields).filter(({ key }) => key === 'program');
    const pauses = [{ from: addDays(today, -20), until: addDays(today, -5) }];
    expect(JSON.parse(program?.value ?? '{}')).toMatchObject({ version: 4, pauses });
  });
});
