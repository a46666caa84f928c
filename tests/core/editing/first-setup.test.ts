import { describe, expect, it } from 'vitest';
import { setUp, type SetupForm } from '#app/core/editing/setup/first-setup.ts';
import { nounText, parseNoun } from '#app/core/editing/typed-noun.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import { programRules } from '#app/core/program/program-rules.ts';

describe('a noun in one field', () => {
  it.each([
    ['en', 'coffee / coffees', 'coffee / coffees'],
    ['en', ' a loaf/the loaves ', 'loaf / loaves'],
    ['fr', 'un café / cafés', 'un café / cafés'],
    ['fr', 'une brioche / des brioches', 'une brioche / brioches'],
    ['fr', 'Une  tarte / tartes', 'Une tarte / tartes'],
  ] as const)('%s “%s” is read', (language, typed, said) => {
    const read = parseNoun(typed, language);
    expect(read.ok && nounText(read.noun)).toBe(said);
  });

  it.each([
    ['en', 'coffee', 'nounShape'],
    ['en', 'coffee /', 'nounShape'],
    ['en', 'a / b / c', 'nounShape'],
    ['en', `${'x'.repeat(31)} / y`, 'tooLong'],
    ['fr', 'café / cafés', 'nounArticle'],
    ['fr', 'un / uns', 'nounArticle'],
    ['fr', 'unique / uniques', 'nounArticle'],
  ] as const)('%s “%s” is refused: %s', (language, typed, problem) => {
    expect(parseNoun(typed, language)).toEqual({ ok: false, problem });
  });
});

describe('the first setup', () => {
  const { draft } = firstProgram('EUR');
  const typed: SetupForm = {
    language: 'en',
    cardOn: true,
    title: '',
    noun: '',
    size: 5,
    productIds: ['1'],
    collectionIds: [],
    pointsOn: false,
    birthdayOn: false,
  };

  it('as it stands gives a card and nothing else', () => {
    const { rules, errors } = setUp(draft, typed);
    expect(errors).toEqual({});
    expect(rules).toEqual({
      ...draft,
      cards: [{ ...draft.cards[0], products: { ...draft.cards[0]!.products, productIds: ['1'] } }],
    });
  });

  it.each([
    { cardOn: false, pointsOn: true },
    { cardOn: false, birthdayOn: true },
    { pointsOn: true, birthdayOn: true, noun: 'cup / cups', title: 'Cups', size: 12 },
    { language: 'fr', noun: 'une tasse / tasses', size: 3 },
  ] as Partial<SetupForm>[])('makes rules that can be stored and read, of %j', (change) => {
    const { rules, errors } = setUp(draft, { ...typed, ...change });
    expect(errors).toEqual({});
    const stored: unknown = JSON.parse(JSON.stringify(rules));
    expect(programRules.parse(stored)).toEqual(stored);
    expect(rules.pointsOff ?? false).toBe(!change.pointsOn);
    expect(rules.occasions).toHaveLength(change.birthdayOn ? 1 : 0);
  });

  it('asks for products, and for something to be on', () => {
    expect(setUp(draft, { ...typed, productIds: [] }).errors).toEqual({ products: 'noProducts' });
    expect(setUp(draft, { ...typed, cardOn: false }).errors).toEqual({ cardOn: 'nothingOn' });
    expect(setUp(draft, { ...typed, size: 2.5 }).errors).toEqual({ size: 'sizeRange' });
  });
});
