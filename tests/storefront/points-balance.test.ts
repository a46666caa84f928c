import { expect, test } from 'vitest';
import { renderBlock } from './scene/render-block.ts';
import type { Scene } from './scene/render-block.ts';
import { SAMPLE_PROGRAM, sampleMember } from './scene/sample-shop.ts';

type State = { state: string; member: Scene['member']; en: string; fr: string };

const STATES: State[] = [
  {
    state: 'a visitor is asked to sign in',
    member: null,
    en: 'Sign in to collect beans with every order. Every €1 earns 1 bean.',
    fr: 'Connectez-vous pour cumuler des grains à chaque commande. €1 d’achat = 1 grain.',
  },
  {
    state: 'a new member has none yet, and reads what earns them',
    member: 'new',
    en: 'Your beans 0 Every €1 earns 1 bean.',
    fr: 'Vos grains 0 €1 d’achat = 1 grain.',
  },
  {
    state: 'a member reads the balance with the thousands of the language',
    member: sampleMember({ points: 1240 }),
    en: 'Your beans 1,240 Every €1 earns 1 bean.',
    fr: 'Vos grains 1\u202f240 €1 d’achat = 1 grain.',
  },
  {
    state: 'points that wait for payment stand below',
    member: sampleMember({ points: 40, pending: 1030 }),
    en: 'Your beans 40 1,030 more beans come when your order is paid.',
    fr: 'Vos grains 40 1\u202f030 grains de plus au paiement de votre commande.',
  },
  {
    state: 'a single point that waits is told in the singular',
    member: sampleMember({ pending: 1 }),
    en: 'Your beans 0 1 more bean comes when your order is paid.',
    fr: 'Vos grains 0 1 grain de plus au paiement de votre commande.',
  },
  {
    state: 'C15 what is owed is shown to the shopper',
    member: sampleMember({ owed: 12 }),
    en: 'Your beans 0 Your next 12 beans make up for a refund.',
    fr: 'Vos grains 0 Vos prochains gains compenseront un remboursement de 12 grains.',
  },
  {
    state: 'pending and owed stand together',
    member: sampleMember({ pending: 30, owed: 1 }),
    en: 'Your beans 0 30 more beans come when your order is paid. Your next 1 bean makes up for a refund.',
    fr: 'Vos grains 0 30 grains de plus au paiement de votre commande. Votre prochain gain compensera un remboursement de 1 grain.',
  },
];

test.each(STATES)('points balance: $state', async ({ member, en, fr }) => {
  expect((await renderBlock('points-balance', { language: 'en', page: 'page', member })).text).toBe(en);
  expect((await renderBlock('points-balance', { language: 'fr', page: 'page', member })).text).toBe(fr);
  expect((await renderBlock('points-balance', { language: 'fr-CA', member })).text).toContain('grains');
});

test('the sign-in link comes back to the page it stands on', async () => {
  const { html } = await renderBlock('points-balance', {
    language: 'en',
    member: null,
    productId: '7300000000001',
  });
  expect(html).toContain('href="/customer_authentication/login?return_to=%2Fproducts%2Fguji"');
});

test('nothing is shown before the app has written its program, but the theme editor says why', async () => {
  const scene = { language: 'en', member: null, program: null };
  expect((await renderBlock('points-balance', scene)).html).toBe('');
  const inEditor = await renderBlock('points-balance', { ...scene, designMode: true });
  expect(inEditor.text).toContain('Open the app once');
});

test('C30 the earn rate is exact for yen and for dinars, in the money filter’s words or in our own', async () => {
  const rate = async (earn: Partial<typeof SAMPLE_PROGRAM.earn>, currency = 'EUR') => {
    const program = { ...SAMPLE_PROGRAM, earn: { ...SAMPLE_PROGRAM.earn, ...earn } };
    return (
      await renderBlock('points-balance', { language: 'en', page: 'page', member: 'new', program, currency })
    ).text;
  };
  expect(await rate({ points: 2, perMinor: 100, currency: 'JPY', exponent: 0 }, 'JPY')).toContain(
    'Every €100 earns 2 beans.',
  );
  expect(await rate({ perMinor: 1250, currency: 'KWD', exponent: 3 }, 'KWD')).toContain(
    'Every €1.25 earns 1 bean.',
  );
  expect(await rate({ perMinor: 1255, currency: 'KWD', exponent: 3 }, 'KWD')).toContain(
    'Every 1.255\u00a0KWD earns 1 bean.',
  );
  expect(await rate({ points: 5, perMinor: 250 })).toContain('Every €2.50 earns 5 beans.');
  expect(await rate({}, 'USD')).toContain('Every 1\u00a0EUR earns 1 bean.');
  expect(await rate({ perMinor: 250_050 }, 'USD')).toContain('Every 2,500.50\u00a0EUR earns 1 bean.');
  expect(await rate({ perMinor: 1500, currency: 'JPY', exponent: 0 }, 'USD')).toContain(
    'Every 1,500\u00a0JPY',
  );
});

test("the merchant's word for points is text, never HTML, and escaped once", async () => {
  const names = { en: { one: 'crumb', other: '<b>crumbs</b> & co' }, fr: { one: 'm', other: 'm' } };
  const program = { ...SAMPLE_PROGRAM, names };
  const { html } = await renderBlock('points-balance', {
    language: 'en',
    member: sampleMember({ pending: 2 }),
    program,
  });
  expect(html).not.toContain('<b>');
  expect(html).toContain('Your &lt;b&gt;crumbs&lt;/b&gt; &amp; co');
  expect(html).toContain('2 more &lt;b&gt;crumbs&lt;/b&gt; &amp; co come');
});

test('no script, and the accent is the theme’s own unless the merchant chose one', async () => {
  const scene = { language: 'en', member: sampleMember({ points: 5 }) };
  const plain = await renderBlock('points-balance', scene);
  expect(plain.html).not.toMatch(/<script|javascript:|\son\w+=/i);
  expect(plain.html).not.toContain('--sixth-accent');
  const chosen = await renderBlock('points-balance', { ...scene, settings: { accent: '#9a3b12' } });
  expect(chosen.html).toContain('style="--sixth-accent: #9a3b12; --sixth-ink: #fff"');
});
