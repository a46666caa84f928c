// Ledger and page by one table: what an order is worth, and what its cart and its products say beforehand.
import { expect, test } from 'vitest';
import { NO_FACTS } from '#app/core/order-facts.ts';
import { orderWorth } from '#app/core/order-worth.ts';
import { projectProgram } from '#app/core/project-program.ts';
import { CASES, collectionsOf, orderOf, rulesOf } from './cases-of-what-counts.ts';
import type { CountedLine, CountsCase } from './cases-of-what-counts.ts';
import { liquidCart, liquidProduct } from './liquid-objects.ts';
import { renderBlock } from './render-block.ts';

const LANGUAGES = ['en', 'fr'] as const;
type Language = (typeof LANGUAGES)[number];

function worth(counted: CountsCase, lines = counted.lines) {
  const facts = { ...NO_FACTS, collections: collectionsOf(lines) };
  const { amounts } = orderWorth(orderOf({ ...counted, lines }), rulesOf(counted), facts);
  const { points = 0, ...stamps } = amounts;
  const byCard = Object.entries(stamps).map(([unit, units]) => [unit.replace('stamps/', ''), units]);
  return { points, stamps: Object.fromEntries(byCard) as Record<string, number> };
}

function scene(counted: CountsCase, language: Language) {
  const { currency = 'EUR', paysIn = currency } = counted;
  const program = projectProgram(
    { number: 2, rules: rulesOf(counted) },
    { currency, proxyPath: '/apps/sixth' },
  );
  const inCart = counted.lines.filter(({ later }) => !later);
  return { language, member: 'new' as const, program, cart: liquidCart(inCart, paysIn) };
}

const sum = (stamps: Record<string, number>) => Object.values(stamps).reduce((all, units) => all + units, 0);
const noun = (count: number, word: string, none: Language) =>
  `${count} ${word}${count === 1 || (count === 0 && none === 'fr') ? '' : 's'}`;

/** The block's first sentence for so many points and stamps; null when there is neither. */
function brings(language: Language, points: number, stamps: number): string | null {
  const [start, and, stamp] =
    language === 'en'
      ? ['This order brings', 'and', 'stamp']
      : ['Cette commande vous rapporte', 'et', 'tampon'];
  const parts = [points > 0 && noun(points, 'point', language), stamps > 0 && noun(stamps, stamp, language)];
  const told = parts.filter((part) => part !== false);
  return told.length === 0 ? null : `${start} ${told.join(` ${and} `)}.`;
}

const RATE = { en: 'Every ', fr: 'Chaque tranche de ' };

test.each(CASES)('the ledger counts: $case', (counted) => {
  expect(worth(counted)).toEqual({ points: counted.points, stamps: counted.stamps ?? {} });
});

test.each(CASES)('the cart says the same: $case', async (counted) => {
  const lines = counted.lines.filter(({ later }) => !later);
  const { points, stamps } = worth(counted, lines);
  for (const language of LANGUAGES) {
    const { text } = await renderBlock('points-for-cart', scene(counted, language));
    const shown = counted.page === 'words' ? 0 : points;
    const sentence = brings(language, shown, sum(stamps));
    if (sentence !== null) expect(text).toContain(sentence);
    expect(text).not.toMatch(sentence === null ? /^(This order|Cette commande)/ : /^(Every|Chaque)/);
    const giftCardsOnly = lines.length > 0 && lines.every(({ product }) => product.giftCard);
    expect(text.includes(RATE[language])).toBe(shown === 0 && !giftCardsOnly);
    if (Object.keys(stamps).length > 1)
      for (const units of Object.values(stamps)) expect(text).toMatch(new RegExp(`: ${units} `));
  }
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
  const { points, stamps } = worth(counted);
  const { paysIn = counted.currency ?? 'EUR' } = counted;
  const page = { ...scene(counted, 'en'), product: liquidProduct({ ...unit.product, currency: paysIn }) };
  const { text } = await renderBlock('points-for-product', page);
  const { shipping, tax } = { ...counted.program?.counts };
  const inWords = ['KWD', 'USD'].includes(paysIn) || shipping || tax === 'without';
  const known = inWords ? 0 : points;
  if (known > 0) expect(text).toBe(`Earn ${noun(known, 'point', 'en')}`);
  else expect(text).toMatch(/^(Every .* earns |Gift cards earn no points\.)/);
  const stampCard = await renderBlock('stamp-card', page);
  const cards = page.program.cards.length > 0;
  expect(stampCard.text.includes('This product earns no stamp.')).toBe(cards && sum(stamps) === 0);
});
