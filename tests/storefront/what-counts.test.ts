// Ledger, page and discount function by one table: what an order is worth, what its cart and its products say beforehand,
// and what is free in it.
import { expect, test } from 'vitest';
import { currencyExponent } from '#app/core/values/money.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { projectProgram } from '#app/core/storefront/project-program.ts';
import type { MemberProjection } from '#app/core/storefront/projection.ts';
import { freeInCart } from '#tests/function/run-function.ts';
import { stampsOf } from '#tests/function/function-scene.ts';
import { CASES } from './cases/what-counts.ts';
import { rulesOf } from './cases/counted-case.ts';
import type { CountedLine, CountsCase } from './cases/counted-case.ts';
import { functionScene, ledgerOf } from './cases/counted-in-function.ts';
import { liquidCart, liquidProduct } from './scene/liquid-objects.ts';
import { renderBlock } from './scene/render-block.ts';
import { toldStory, type ToldCard } from './scene/told-story.ts';

const LANGUAGES = ['en', 'fr'] as const;
type Language = (typeof LANGUAGES)[number];

function memberOf({ held, ...counted }: CountsCase): MemberProjection | 'new' {
  if (!held) return 'new';
  const cards = Object.entries(held).map(([key, [stamps, size]]) => ({ key, stamps, size, coming: 0 }));
  const nothing = { pendingPoints: 0, blocked: false, rev: 1, gifts: [], birthday: null };
  return projectMember({ ...nothing, points: 0, cards }, rulesOf(counted).cards);
}

function scene(counted: CountsCase, language: Language) {
  const { currency = 'EUR', paysIn = currency } = counted;
  const program = projectProgram(
    { number: 2, rules: rulesOf(counted) },
    { currency, proxyPath: '/apps/sixth' },
  );
  const inCart = counted.lines.filter(({ later }) => !later);
  return { language, member: memberOf(counted), program, cart: liquidCart(inCart, paysIn) };
}

const sum = (stamps: Record<string, number>) => Object.values(stamps).reduce((all, units) => all + units, 0);
const noun = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

const OTHER = { en: 'Another discount applies here', fr: 'Une autre remise s’applique ici' };

const RATE = { en: 'Every ', fr: ' d’achat' };

test.each(CASES)('the ledger counts: $case', (counted) => {
  const { points, stamps = {}, taken = {} } = counted;
  expect(ledgerOf(counted)).toEqual({ points, stamps, taken });
});

/** Units by card, as the case has them on its lines. */
function freeOfCase(
  { lines, inVain = {} }: CountsCase,
  cards: readonly { key: string; title: { en: string } }[],
) {
  const free: Record<string, number> = { ...inVain };
  for (const line of lines) {
    const card = cards.find(({ title }) => title.en === (line.freeTitle ?? 'Coffee card'));
    if (line.free && card) free[card.key] = (free[card.key] ?? 0) + line.free;
  }
  return free;
}

test.each(CASES)('C78 the function makes free what the order then shows: $case', (counted) => {
  const given = freeInCart(functionScene(counted));
  const byCard = Object.entries(given).map(([key, lines]) => [key, sum(lines)]);
  expect(Object.fromEntries(byCard)).toEqual(freeOfCase(counted, rulesOf(counted).cards.toReversed()));
});

test.each(CASES)('C78 the function counts the units that the ledger counts: $case', (counted) => {
  const inCart = counted.lines.filter(({ later }) => !later).map((line) => ({ ...line, free: 0 }));
  const { stamps } = ledgerOf(counted, inCart);
  const scene = functionScene({ ...counted, lines: inCart.map((line) => ({ ...line, subscribed: false })) });
  const cards = scene.cards.map((card) => ({ ...card, maxPriceMinor: null }));
  for (const { key, size } of cards) {
    const units = stamps[key] ?? 0;
    // With so many stamps held, or owed, one unit is free as soon as these units are counted, and none with one less.
    const due = units === 0 ? 1_000 : size + 1 - units;
    const given = (held: number) =>
      freeInCart({ ...scene, cards, stamps: stampsOf({ [key]: [held, size] }) })[key];
    expect(sum(given(due) ?? {})).toBe(units === 0 ? 0 : 1);
    expect(given(due - 1)).toBe(units === 0 ? given(due) : undefined);
  }
});

const MONEY = new Intl.NumberFormat('en', { minimumFractionDigits: 2 });

/** What the cart's block must tell of each card that counts something of it. */
function storyOf(counted: CountsCase): ToldCard[] {
  const lines = counted.lines.filter(({ later }) => !later);
  const { cards } = rulesOf(counted);
  const { stamps, taken } = ledgerOf(counted, lines);
  const free = freeOfCase({ ...counted, inVain: {} }, cards.toReversed());
  const counting = cards.filter(({ key }) => stamps[key] ?? free[key]);
  return counting.map(({ key, title, size: own }) => {
    const [held, size] = counted.held?.[key] ?? [0, own];
    const ofCard = lines.filter((line) => line.free && (line.freeTitle ?? 'Coffee card') === title.en);
    const saved = ofCard.reduce((minor, line) => minor + line.product.priceMinor * (line.free ?? 0), 0);
    const left = held + (stamps[key] ?? 0) - (taken[key] ?? 0);
    return {
      free: free[key] ?? 0,
      saved:
        saved === 0 ? null : `€${MONEY.format(saved / 10 ** currencyExponent(counted.currency ?? 'EUR'))}`,
      paid: taken[key] ?? 0,
      left: [Math.min(Math.max(0, left), size), size],
    };
  });
}

test.each(CASES)('the cart says the same: $case', async (counted) => {
  const lines = counted.lines.filter(({ later }) => !later);
  const { points } = ledgerOf(counted, lines);
  for (const language of LANGUAGES) {
    const { text } = await renderBlock('points-for-cart', scene(counted, language));
    const shown = counted.page === 'words' ? 0 : points;
    const told = toldStory(text, language);
    expect(told).toEqual({ cards: storyOf(counted), points: shown === 0 ? null : shown });
    const giftCardsOnly = lines.length > 0 && lines.every(({ product }) => product.giftCard);
    const nothingElse = counted.page === 'words' || told.cards.length === 0;
    expect(text.includes(RATE[language])).toBe(shown === 0 && nothingElse && !giftCardsOnly);
    expect(text.includes(OTHER[language])).toBe(counted.inVain !== undefined);
  }
});

test.each(CASES)('C72 a guest reads what it brings, or what members get free: $case', async (counted) => {
  const asGuest = counted.lines.filter(({ later }) => !later).map((line) => ({ ...line, free: 0 }));
  const { points, stamps } = ledgerOf(counted, asGuest);
  const page = scene({ ...counted, lines: asGuest }, 'en');
  const { text, html } = await renderBlock('points-for-cart', { ...page, member: null });
  const members = freeInCart({ ...functionScene(counted), stamps: null });
  const given = counted.inVain ? 0 : Object.values(members).reduce((all, units) => all + sum(units), 0);
  const told = [...text.matchAll(/Members get (one|\d+) of these/g)].map(([, units]) => units);
  expect(told.reduce((all, units) => all + (units === 'one' ? 1 : Number(units)), 0)).toBe(given);
  const known = counted.page === 'words' ? 0 : points;
  const brings = [known > 0 && noun(known, 'point'), sum(stamps) > 0 && noun(sum(stamps), 'stamp')];
  const sentence = `You’ll earn ${brings.filter((part) => part !== false).join(' and ')}.`;
  if (given === 0 && brings.some((part) => part !== false)) expect(text).toContain(sentence);
  else expect(text).not.toContain('You’ll earn');
  expect(html.match(/<a /g) ?? []).toHaveLength(given > 0 || brings.some((part) => part !== false) ? 1 : 0);
});

/** Each product of the table on its own page, as one unit at full price. */
const UNITS = CASES.flatMap((counted) =>
  counted.lines
    .filter(({ later, components }) => !later && !components)
    .map(({ product }) => ({
      ...counted,
      case: `${counted.case}, unit of ${product.id} at ${product.priceMinor}`,
      lines: [{ product, quantity: 1 }],
    })),
);

test.each(UNITS)('C79 a product’s page says what one unit brings: $case', async (counted) => {
  const [unit] = counted.lines as [CountedLine];
  const { points, stamps } = ledgerOf(counted);
  const { paysIn = counted.currency ?? 'EUR' } = counted;
  const page = { ...scene(counted, 'en'), product: liquidProduct({ ...unit.product, currency: paysIn }) };
  const { text } = await renderBlock('points-for-product', page);
  const { shipping, tax } = { ...counted.program?.counts };
  const inWords = ['KWD', 'USD'].includes(paysIn) || shipping || tax === 'without';
  const known = inWords ? 0 : points;
  if (known > 0) expect(text).toBe(`Earn ${noun(known, 'point')}`);
  else expect(text).toMatch(/^(Every .* earns |(Gift cards earn|This product earns) no points\.)/);
  const stampCard = await renderBlock('stamp-card', page);
  expect(stampCard.text === '').toBe(sum(stamps) === 0);
});
