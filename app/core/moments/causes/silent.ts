import { addDays } from '../../values/days.ts';
import { declareCause, type GivenBefore } from './cause-kind.ts';

/** After the offer nothing more for so long. */
const QUIET_DAYS = 365;
/** The middle gap of who came rarely is taken for no more. */
export const LONGEST_RHYTHM = 730;

type SilentWhen = { factor: number; leastDays: number; fallbackDays: number };

/** Days after the last order on which it is too quiet; one rhythm more until the offer. */
function silenceOf(when: SilentWhen, rhythmDays: number | null) {
  const rhythm = rhythmDays === null ? null : Math.min(rhythmDays, LONGEST_RHYTHM);
  const ask = Math.max(when.leastDays, rhythm === null ? when.fallbackDays : when.factor * rhythm);
  return { ask, offer: ask + (rhythm ?? when.fallbackDays) };
}

/** Who hasn't come for longer than usual is asked first; the offer follows one rhythm later, and then it is quiet for a year. */
export const silent = declareCause({
  key: 'silent',
  fields: {
    factor: { type: 'number', least: 1, most: 10, first: 2 },
    leastDays: { type: 'number', least: 45, most: 730, first: 45 },
    fallbackDays: { type: 'number', least: 45, most: 730, first: 90 },
  },
  foretold: false,
  needsNoOffer: true,
  words: ['advice'],
  first: { points: 100, openDays: 14 },
  lateDays: 30,
  needs: [],
  occurrences: (when, { lastOn, rhythmDays }, { given }) => {
    if (lastOn === null) return [];
    const { ask, offer } = silenceOf(when, rhythmDays);
    const asked = given.find(({ name }) => name === `${lastOn}-ask`);
    const askOn = addDays(lastOn, ask);
    if (!asked) return isQuiet(given, askOn) ? [] : [{ name: `${lastOn}-ask`, on: askOn, wordsAlone: true }];
    // Never sooner after the question than it would be had this come in time.
    const late = addDays(asked.on, offer - ask);
    const offerOn = addDays(lastOn, offer);
    return [{ name: `${lastOn}-offer`, on: late > offerOn ? late : offerOn }];
  },
});

function isQuiet(given: readonly GivenBefore[], day: string): boolean {
  return given.some(({ on }) => addDays(on, QUIET_DAYS) > day);
}
