// Stamps that the shop was last told of more than a week ago: the cart gives nothing for them, and no page says it would.
import { describe, expect, test } from 'vitest';
import { renderBlock } from './scene/render-block.ts';
import { liquidCart } from './scene/liquid-objects.ts';
import { COFFEE, sampleMember } from './scene/sample-shop.ts';

const today = '2026-11-21';
const full = (until?: string) => sampleMember(until ? { until } : {}, { have: 5, free: 1 });

const cardOf = async (language: string, member: ReturnType<typeof full>) =>
  (await renderBlock('stamp-card', { language, member, today })).text;

describe('C70 a full card', () => {
  test.each([undefined, '2026-11-21', '2026-11-28'])(
    'promises its free unit until the day %s',
    async (until) => {
      expect(await cardOf('en', full(until))).toContain('Your next item is free, Anna.');
      expect(await cardOf('fr', full(until))).not.toContain('conservés');
    },
  );

  test('promises nothing after it, and keeps its stamps', async () => {
    const old = full('2026-11-20');
    expect(await cardOf('en', old)).toBe(
      'Coffee card 5 of 5 stamps Free Your stamps are kept. Just now the cart doesn’t count them.',
    );
    expect(await cardOf('fr', old)).toBe(
      'Carte café 5 tampons sur 5 Offert Vos tampons sont conservés. Pour l’instant, le panier ne les compte pas.',
    );
  });

  test('is not what the next unit of the product is reckoned by', async () => {
    const member = sampleMember({ until: '2026-11-20' }, { have: 4 });
    const { text } = await renderBlock('stamp-card', { language: 'en', member, today, productId: COFFEE });
    expect(text).not.toMatch(/free[.:]|fills/i);
  });

  test('and who has none reads what everybody reads', async () => {
    const member = sampleMember({ until: '2026-11-20' });
    expect(await cardOf('en', member)).toBe(
      'Coffee card 0 of 5 stamps Free Buy 5 items, and the sixth is free.',
    );
  });

  test.each([
    [1, 'is free', false],
    [1, 'Another discount', false],
    [1, 'then one is free', false],
    [1, 'Your stamps are kept. Just now the cart doesn’t count them.', true],
    [5, 'One more, and it’s free', true],
  ])('counts nothing for a cart of %i ("%s": %s)', async (quantity, said, there) => {
    const product = { id: COFFEE, priceMinor: 1450, collections: ['7300000000009'] };
    const scene = { language: 'en', today, cart: liquidCart([{ product, quantity }]) };
    const { text } = await renderBlock('stamp-card', { ...scene, member: full('2026-11-20') });
    expect(text.includes(said), text).toBe(there);
  });
});
