// Rewards as they are typed, to rewards. Every problem names its field.
import type { FieldErrors } from './field-errors.ts';
import type { Report } from './reward-kinds/form-kind.ts';
import { formKindOf } from './reward-kinds/form-kind-of.ts';
import { typedDays } from './typed-days.ts';
import { byLanguage, LANGUAGES, MOST_TITLE } from '../values/languages.ts';
import { parseAmount } from '../values/parse-amount.ts';
import { wholeProblem } from '../values/whole-number.ts';
import type { RewardForm } from './reward-form.ts';
import { isUsedReward, nextRewardKey } from '../rewards/reward-keys.ts';
import { REWARD_LIMITS, type Reward } from '../rewards/reward-rules.ts';

type Context = { currency: string; usedKeys: ReadonlySet<string> };

/** The problems are added to `errors`; a reward with one of them means nothing. */
export function parseRewards(
  forms: readonly RewardForm[],
  { currency, usedKeys }: Context,
  errors: FieldErrors,
): Reward[] {
  if (forms.length > REWARD_LIMITS.rewards) errors['rewards'] = 'tooManyRewards';
  const keys = keysOf(forms, usedKeys);
  return forms.map((form, index) => {
    const report: Report = (field, problem) => {
      if (problem) errors[`rewards.${index}.${field}`] = problem;
    };
    readTitles(forms, index, report);
    return { key: keys[index] ?? '', ...readReward(form, currency, report) };
  });
}

/** A key that no draft and no version knows, or that came twice, is none: the reward is a new one. */
function keysOf(forms: readonly RewardForm[], usedKeys: ReadonlySet<string>): string[] {
  const taken = new Set<string>();
  return forms.map((form) => {
    const known = isUsedReward(form.key, usedKeys) && !taken.has(form.key);
    const key = known ? form.key : nextRewardKey((one) => taken.has(one) || isUsedReward(one, usedKeys));
    taken.add(key);
    return key;
  });
}

const folded = (title: string): string => title.trim().toLowerCase();

/** Shoppers choose by the title alone. */
function readTitles(forms: readonly RewardForm[], index: number, report: Report): void {
  for (const language of LANGUAGES) {
    const earlier = forms.slice(0, index).map(({ title }) => folded(title[language]));
    const title = forms[index]?.title[language].trim() ?? '';
    const twice = earlier.includes(folded(title)) ? 'rewardTitleTwice' : null;
    report(`title.${language}`, title === '' ? 'required' : title.length > MOST_TITLE ? 'tooLong' : twice);
  }
}

function readReward(form: RewardForm, currency: string, report: Report): Omit<Reward, 'key'> {
  const { kind, combinesWith } = form;
  const days = typedDays(form, report);
  const usableOn = readUsableOn(form, days.startsOn, report);
  return {
    title: byLanguage((language) => form.title[language].trim()),
    cost: readWhole(form.cost, REWARD_LIMITS.cost, 'cost', report),
    gives: formKindOf(form).read(form, { currency, report }),
    lastsDays: readLife(form.lastsDays, report),
    usable: form.usable === 'next-day' ? 'next-day' : 'at-once',
    ...(usableOn && { usableOn }),
    minimumMinor: readMinimum(form.minimum, currency, report),
    ...days,
    limits: readLimits(form, report),
    combinesWith: { ...combinesWith, shipping: combinesWith.shipping && kind !== 'free-shipping' },
    refund: form.givesBack ? 'in-proportion' : 'nothing',
  };
}

function readWhole(typed: string, most: number, field: string, report: Report): number {
  report(field, wholeProblem(typed, most));
  return Number(typed);
}

function readLife(typed: string, report: Report): number {
  const problem = wholeProblem(typed, REWARD_LIMITS.lastsDays);
  report('lastsDays', problem === null || problem === 'required' ? problem : 'lastsRange');
  return Number(typed);
}

/** Null where nothing is typed. */
function readMinimum(typed: string, currency: string, report: Report): number | null {
  if (typed.trim() === '') return null;
  const { minor, problem } = parseAmount(typed, currency);
  report('minimum', problem);
  return minor;
}

/** Days that are over before the first day of the reward itself nobody can use. */
function readUsableOn(form: RewardForm, startsOn: string | null, report: Report): Reward['usableOn'] {
  if (form.usable !== 'days') return undefined;
  const { startsOn: from, endsOn: until } = typedDays(
    { startsOn: form.usableFrom, endsOn: form.usableUntil },
    (field, problem) => report(field === 'startsOn' ? 'usableFrom' : 'usableUntil', problem),
  );
  if (from === null) report('usableFrom', 'notADate');
  if (until === null) report('usableUntil', 'notADate');
  if (until !== null && startsOn !== null && until < startsOn) report('usableUntil', 'usableTooEarly');
  return { from: from ?? '', until: until ?? '' };
}

/** A limit that another makes meaningless is a mistake: five a month for whoever may have two. */
function readLimits(form: RewardForm, report: Report): Reward['limits'] {
  const read = (field: 'perPerson' | 'perPeriod' | 'inAll') =>
    form[field].trim() === '' ? null : readWhole(form[field], REWARD_LIMITS.times, field, report);
  const [perPerson, count, inAll] = [read('perPerson'), read('perPeriod'), read('inAll')];
  if (perPerson !== null && inAll !== null && perPerson > inAll) report('perPerson', 'limitAboveAll');
  const widest = perPerson ?? inAll;
  if (count !== null && widest !== null && count > widest) {
    report('perPeriod', perPerson === null ? 'limitAboveAll' : 'limitAbovePerson');
  }
  return { perPerson, perPeriod: count === null ? null : { count, period: form.period }, inAll };
}
