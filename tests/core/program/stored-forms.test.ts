// Rules as releases stored them, word for word, oldest first. They are read as long as there are shops: what they say is what they said,
// and reading adds nothing that would make a version look changed.
import { describe, expect, it } from 'vitest';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';

const NAMES = `{"en":{"one":"point","other":"points"},"fr":{"one":"point","other":"points"}}`;
const COUNTS = `{"testOrders":true,"shipping":false,"giftCards":false,"tips":false,"tax":"as-shown"}`;
const BEGIN = `"shape":1,"names":${NAMES},"earn":{"points":1,"perMinor":100},"counts":${COUNTS},"leftOutTags":[],"cards":[]`;
const WORDS = `{"en":"Words","fr":"Mots"}`;
const birthday = (offer: string, who: string) =>
  `{"kind":"birthday","offer":${offer},"daysBefore":0,"daysAfter":7,"waitDays":30,"who":${who},"asksYear":false}`;
const POINTS = `{"kind":"points","points":50}`;
const moment = (rest: string) =>
  `{"key":"third","title":${WORDS},"offers":[${POINTS}],"openDays":30,"kind":"nth-order","when":{"n":3,"every":false},${rest}}`;
const EVERYBODY = `"who":{"conditions":[]}`;

/** By what they were the first to hold. */
const FORMS = {
  'birthdays in points': `{${BEGIN},"occasions":[${birthday(POINTS, '"ordered"')}]}`,
  'a pause of the program': `{${BEGIN},"occasions":[],"paused":true}`,
  'rewards of birthdays': `{${BEGIN},"occasions":[${birthday('{"kind":"reward","key":"five"}', '"all"')}]}`,
  'moments of the list': `{${BEGIN},"occasions":[],"moments":[${moment(EVERYBODY)}]}`,
  'conditions on products': `{${BEGIN},"occasions":[],"moments":[${moment('"who":{"conditions":[{"kind":"bought","productIds":["501"],"withinDays":90}]}')}]}`,
  'moments that are paused': `{${BEGIN},"occasions":[],"moments":[${moment(EVERYBODY)}],"pausedMoments":["third"]}`,
  'conditions of birthdays': `{${BEGIN},"occasions":[${birthday(POINTS, '{"conditions":[{"kind":"ordered","withinDays":30}]}')}]}`,
  'conditions on collections': `{${BEGIN},"occasions":[],"moments":[${moment('"who":{"conditions":[{"kind":"bought","productIds":[],"collectionIds":["77"],"withinDays":null}]}')}]}`,
};

const read = (stored: string): ProgramRules => upgradeRules(JSON.parse(stored));

describe('stored rules', () => {
  it.each(Object.entries(FORMS))('with %s say what they said, and nothing more', (_first, stored) => {
    expect(read(stored)).toEqual(JSON.parse(stored));
  });

  it.each(Object.entries(FORMS))('with %s stay as they are however often they are read', (_first, stored) => {
    const once = read(stored);
    expect(read(JSON.stringify(once))).toEqual(once);
  });

  it('whose birthdays said for whom in a word mean an order within a year', () => {
    const [born] = read(FORMS['birthdays in points']).occasions;
    expect(whoOf(born!)).toEqual({ conditions: [{ kind: 'ordered', withinDays: 365 }] });
  });
});
