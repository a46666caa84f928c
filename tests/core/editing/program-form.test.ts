// The program as it is typed: what is read from it, and what is said beside which field.
import type { Localized } from '#app/core/values/languages.ts';
import { describe, expect, it } from 'vitest';
import { formOfRules, type ProgramForm } from '#app/core/editing/program-form.ts';
import type { CardForm } from '#app/core/editing/card-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { parseTrialLines } from '#app/core/editing/trial/parse-trial-form.ts';
import { card, rules } from '#tests/support/factories.ts';

const NO_TITLES = { products: {}, collections: {} };
const typed = (changes: Partial<ProgramForm> = {}): ProgramForm => ({
  ...formOfRules(rules(), 'EUR', NO_TITLES, '?'),
  ...changes,
});
const titled = (changes: Partial<Localized>): Localized => ({ ...typed().cards[0]!.title, ...changes });
const typedCard = (changes: Partial<CardForm> = {}): CardForm => ({ ...typed().cards[0]!, ...changes });

function read(form: ProgramForm, currency = 'EUR', usedKeys = ['coffee']) {
  return parseProgramForm(form, { base: rules(), currency, usedKeys: new Set(usedKeys) });
}

function errorsOf(form: ProgramForm, currency?: string) {
  const result = read(form, currency);
  return result.ok ? {} : result.errors;
}

describe('the program’s form', () => {
  it('reads back what it showed', () => {
    expect(read(typed())).toEqual({ ok: true, rules: rules() });
  });

  it('reads back points that are off, turns them on, and leaves them where an older page says nothing', () => {
    const off = rules({ pointsOff: true });
    const shown = formOfRules(off, 'EUR', NO_TITLES, '?');
    const readOff = (form: ProgramForm) =>
      parseProgramForm(form, { base: off, currency: 'EUR', usedKeys: new Set(['coffee']) });
    expect(shown.pointsOn).toBe(false);
    expect(readOff(shown)).toEqual({ ok: true, rules: off });
    expect(readOff({ ...shown, pointsOn: true })).toEqual({ ok: true, rules: rules() });
    const { pointsOn: _unknown, ...older } = shown;
    expect(readOff(older)).toEqual({ ok: true, rules: off });
    expect(read(typed({ pointsOn: false }))).toEqual({ ok: true, rules: off });
  });

  it.each([
    ['EUR', '2,50', 250],
    ['EUR', '2.5', 250],
    ['EUR', '2.500', 250],
    ['JPY', '100', 100],
    ['KWD', '0.125', 125],
  ])('reads money as people write it: %s %s', (currency, perAmount, perMinor) => {
    const result = read(typed({ perAmount }), currency);
    expect(result.ok && result.rules.earn.perMinor).toBe(perMinor);
  });

  it.each([
    ['', 'required'],
    ['0', 'tooSmall'],
    ['-3', 'tooSmall'],
    ['1.5', 'notWhole'],
    ['many', 'notANumber'],
    ['1e5', 'notANumber'],
    ['100001', 'tooLarge'],
    ['9'.repeat(30), 'tooLarge'],
  ])('says beside the points what is wrong with “%s”', (points, problem) => {
    expect(errorsOf(typed({ points }))).toEqual({ points: problem });
  });

  it.each([
    ['', 'required'],
    ['0', 'tooSmall'],
    ['0.00', 'tooSmall'],
    ['-1', 'tooSmall'],
    ['1.005', 'tooPrecise'],
    ['a euro', 'notANumber'],
    ['99999999999', 'tooLarge'],
    ['9'.repeat(20), 'tooLarge'],
  ])('says beside the amount what is wrong with “%s”', (perAmount, problem) => {
    expect(errorsOf(typed({ perAmount }))).toEqual({ perAmount: problem });
  });

  it('knows how many decimals the shop’s currency has', () => {
    expect(errorsOf(typed({ perAmount: '1.5' }), 'JPY')).toEqual({ perAmount: 'tooPrecise' });
    expect(errorsOf(typed({ perAmount: '1.0' }), 'JPY')).toEqual({});
  });

  it.each([
    [{ title: titled({ en: ' ' }) }, { 'cards.0.title.en': 'required' }],
    [{ title: titled({ fr: 'x'.repeat(61) }) }, { 'cards.0.title.fr': 'tooLong' }],
    [{ size: '' }, { 'cards.0.size': 'required' }],
    [{ size: '2' }, { 'cards.0.size': 'sizeRange' }],
    [{ size: '13' }, { 'cards.0.size': 'sizeRange' }],
    [{ size: '5.5' }, { 'cards.0.size': 'sizeRange' }],
    [{ size: '-5' }, { 'cards.0.size': 'sizeRange' }],
    [
      { all: false, products: Array.from({ length: 251 }, (_, id) => ({ id: String(id), title: '' })) },
      { 'cards.0.products': 'tooManyProducts' },
    ],
  ])('says beside the card’s field what is wrong', (changes, errors) => {
    expect(errorsOf(typed({ cards: [typedCard(changes)] }))).toEqual(errors);
  });

  it('tells two cards of one title apart, and names the second', () => {
    const cards = [typedCard(), typedCard({ key: '', title: titled({ fr: 'Autre' }) })];
    expect(errorsOf(typed({ cards }))).toEqual({ 'cards.1.title.en': 'titleTwice' });
  });

  it('names every field at once', () => {
    const broken = typed({
      points: '',
      perAmount: 'x',
      cards: [typedCard({ size: '99', title: titled({ en: '' }) })],
    });
    expect(Object.keys(errorsOf(broken)).sort()).toEqual([
      'cards.0.size',
      'cards.0.title.en',
      'perAmount',
      'points',
    ]);
  });

  it('C52 a card that has run keeps its key; a new one never gets a key that was used', () => {
    const fresh = typedCard({ key: '', title: { en: 'Beans', fr: 'Grains' } });
    const result = read(typed({ cards: [fresh, typedCard()] }), 'EUR', ['coffee', 'card-1', 'card-2']);
    expect(result.ok && result.rules.cards.map(({ key }) => key)).toEqual(['card-3', 'coffee']);
  });

  it('takes a key that no version knows, or that comes twice, for a new card', () => {
    const cards = [
      typedCard(),
      typedCard({ title: { en: 'B', fr: 'B' } }),
      typedCard({ key: 'stolen', title: { en: 'C', fr: 'C' } }),
    ];
    const result = read(typed({ cards }));
    expect(result.ok && result.rules.cards.map(({ key }) => key)).toEqual(['coffee', 'card-1', 'card-2']);
  });

  it('keeps what another page edits', () => {
    const base = rules({ leftOutTags: ['staff'], counts: { ...rules().counts, shipping: true } });
    const result = parseProgramForm(typed({ points: '3' }), {
      base,
      currency: 'EUR',
      usedKeys: new Set(['coffee']),
    });
    expect(result).toEqual({ ok: true, rules: { ...base, earn: { points: 3, perMinor: 100 } } });
  });

  it('counts a product once that was chosen twice, and none beside all', () => {
    const twice = [
      { id: '1', title: 'a' },
      { id: '1', title: 'a' },
    ];
    const chosen = read(typed({ cards: [typedCard({ all: false, products: twice })] }));
    expect(chosen.ok && chosen.rules.cards[0]!.products.productIds).toEqual(['1']);
    const all = read(typed({ cards: [typedCard({ all: true, products: twice })] }));
    expect(all.ok && all.rules.cards).toEqual([card()]);
  });
});

describe('the lines of a made-up cart', () => {
  const line = { title: '', price: '12,50', quantity: '2', productId: null, variantId: null };

  it('are read as people write money', () => {
    expect(parseTrialLines([line], 'EUR')).toMatchObject({
      ok: true,
      lines: [{ priceMinor: 1_250, quantity: 2 }],
    });
  });

  it.each([
    [[], { lines: 'noLines' }],
    [[{ ...line, quantity: '0' }], { 'lines.0.quantity': 'quantityRange' }],
    [[{ ...line, quantity: '1001' }], { 'lines.0.quantity': 'quantityRange' }],
    [
      [line, { ...line, price: '-1', quantity: 'x' }],
      { 'lines.1.price': 'priceRange', 'lines.1.quantity': 'quantityRange' },
    ],
    [[{ ...line, price: '' }], { 'lines.0.price': 'priceRange' }],
  ])('say beside the field what is wrong', (lines, errors) => {
    expect(parseTrialLines(lines, 'EUR')).toEqual({ ok: false, errors });
  });
});

describe('a stamp card in full', () => {
  const readCard = (changes: Partial<CardForm>, currency = 'EUR') => {
    const result = read(typed({ cards: [typedCard(changes)] }), currency);
    return result.ok ? result.rules.cards[0] : result.errors;
  };

  it('reads tags without blanks and twins, and keeps what an “all products” card leaves out', () => {
    expect(readCard({ all: false, withTags: [' Tea ', 'tea', ''], withoutTags: ['sale'] })).toMatchObject({
      products: { all: false, withTags: ['Tea'], withoutTags: ['sale'] },
    });
    expect(readCard({ all: true, withTags: ['tea'], withoutTags: ['sale'] })).toMatchObject({
      products: { all: true, withTags: [], withoutTags: ['sale'] },
    });
  });

  it.each([
    ['withTags', { withTags: ['a,b'] }, 'malformed'],
    ['withTags', { withTags: ['x'.repeat(256)] }, 'tagTooLong'],
    ['withoutTags', { withoutTags: Array.from({ length: 21 }, (_, index) => `tag ${index}`) }, 'tooManyTags'],
    ['maxPrice', { maxPrice: '0' }, 'tooSmall'],
    ['maxPrice', { maxPrice: 'a lot' }, 'notANumber'],
    ['maxPrice', { maxPrice: '5.001' }, 'tooPrecise'],
    ['maxPrice', { maxPrice: '99999999' }, 'tooLarge'],
    ['startsOn', { startsOn: '2026-02-30' }, 'notADate'],
    ['endsOn', { endsOn: 'soon' }, 'notADate'],
    ['endsOn', { startsOn: '2026-05-02', endsOn: '2026-05-01' }, 'endsBeforeStart'],
  ] as const)('says beside %s what is wrong with %o', (field, changes, problem) => {
    const form = typedCard({ all: false, ...changes } as Partial<CardForm>);
    expect(errorsOf(typed({ cards: [form] }))).toEqual({ [`cards.0.${field}`]: problem });
  });

  it('reads the ceiling in the shop’s currency, and one day as first and last', () => {
    expect(readCard({ maxPrice: '5,50' })).toMatchObject({ maxPriceMinor: 550 });
    expect(readCard({ maxPrice: '' })).toMatchObject({ maxPriceMinor: null });
    expect(readCard({ startsOn: '2026-05-01', endsOn: '2026-05-01' })).toMatchObject({
      startsOn: '2026-05-01',
      endsOn: '2026-05-01',
    });
  });

  it('C69 refuses another card’s title, also in the other language', () => {
    const second = typedCard({ key: '', title: { en: ' carte CAFÉ ', fr: 'Carte thé' } });
    const first = typedCard({ title: { en: 'Coffee card', fr: 'Carte café' } });
    expect(errorsOf(typed({ cards: [first, second] }))).toEqual({ 'cards.1.title.en': 'titleTwice' });
  });

  it('shows again what was saved', () => {
    const full = card({
      maxPriceMinor: 1_250,
      startsOn: '2026-05-01',
      endsOn: '2026-05-31',
      combinesWith: { product: true, order: false, shipping: true },
      products: {
        all: false,
        productIds: [],
        collectionIds: ['7'],
        withTags: ['tea'],
        withoutTags: ['sale'],
      },
    });
    const form = formOfRules(rules({ cards: [full] }), 'EUR', NO_TITLES, '?');
    expect(form.cards[0]).toMatchObject({ maxPrice: '12.50', startsOn: '2026-05-01', withTags: ['tea'] });
    expect(read(form)).toEqual({ ok: true, rules: rules({ cards: [full] }) });
  });
});

describe('what a card gives, and the picture of its stamps', () => {
  const cardOf = (changes: Partial<CardForm>) => {
    const result = read(typed({ cards: [typedCard(changes)] }));
    return result.ok ? result.rules.cards[0] : result.errors;
  };

  it('is read from one line in each language; what is missing in one reads "item" there', () => {
    expect(cardOf({ noun: { en: ' a coffee /coffees ', fr: '' } })).toMatchObject({
      noun: { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un article', other: 'articles' } },
    });
    expect(cardOf({ noun: { en: '', fr: ' ' } })).toEqual(card());
  });

  it.each([
    ['café / cafés', 'nounArticle'],
    ['un café', 'nounShape'],
    [`un ${'x'.repeat(40)} / y`, 'nounTooLong'],
  ])('“%s” is said beside its field', (fr, problem) => {
    expect(cardOf({ noun: { en: '', fr } })).toEqual({ 'cards.0.noun.fr': problem });
  });

  it('a picture that nobody draws is refused, and a tick is none', () => {
    expect(cardOf({ shape: 'cup' })).toMatchObject({ shape: 'cup' });
    expect(cardOf({ shape: 'tick' })).toEqual(card());
    expect(cardOf({ shape: 'skull' })).toEqual({ 'cards.0.shape': 'malformed' });
  });

  it('stays as it is where a page of an older version says nothing', () => {
    const noun = { en: { one: 'tea', other: 'teas' }, fr: { one: 'un thé', other: 'thés' } };
    const base = rules({ cards: [card({ noun, shape: 'leaf' })] });
    const { noun: _noun, shape: _shape, ...older } = typedCard();
    const form = typed({ cards: [older] });
    const result = parseProgramForm(form, { base, currency: 'EUR', usedKeys: new Set(['coffee']) });
    expect(result).toEqual({ ok: true, rules: base });
  });
});
