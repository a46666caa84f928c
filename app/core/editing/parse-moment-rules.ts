// Moments as they are typed, to moments. Every problem names its field, e.g. `moments.0.when.days`.
import type { FieldErrors, FieldProblem } from './field-errors.ts';
import { byLanguage, LANGUAGES, MOST_TITLE, type Localized } from '../values/languages.ts';
import { MOST_MINOR } from '../values/money.ts';
import { parseAmount } from '../values/parse-amount.ts';
import { rewardKey } from '../values/shapes.ts';
import { MOST_POINTS } from '../values/units.ts';
import { wholeProblem } from '../values/whole-number.ts';
import { parseWho } from './who-form.ts';
import type { Field } from '../moments/causes/cause-kind.ts';
import { causeOf } from '../moments/causes/cause-kinds.ts';
import { isUsedMoment, nextMomentKey } from '../moments/moment-keys.ts';
import { parseHoldout } from './holdout-form.ts';
import type { Holdout } from '../holdouts/holdout.ts';
import { YES, type MomentRuleForm, type OfferForm } from './moment-rule-form.ts';
import { MOMENT_LIMITS, type MomentRule, type Offer } from '../moments/moment-rule.ts';

type Context = { currency: string; usedKeys: ReadonlySet<string>; before: readonly MomentRule[] };
type Report = (field: string, problem: FieldProblem | null) => void;

/** The problems are added to `errors`; a moment with one of them means nothing. */
export function parseMomentRules(
  forms: readonly MomentRuleForm[],
  { currency, usedKeys, before }: Context,
  errors: FieldErrors,
): MomentRule[] {
  if (forms.length > MOMENT_LIMITS.moments) errors['moments'] = 'tooManyMoments';
  const keys = keysOf(forms, usedKeys);
  return forms.map((form, index) => {
    const report: Report = (field, problem) => {
      if (problem) errors[`moments.${index}.${field}`] = problem;
    };
    const key = keys[index] ?? '';
    const running = before.find((moment) => moment.key === key)?.holdout;
    const { words } = causeOf(form.kind);
    return {
      key,
      kind: form.kind,
      title: readTitle(form, report),
      when: readWhen(form, report),
      who: parseWho(form.who, `moments.${index}.who`, errors),
      offers: readOffers(form.offers, report),
      openDays: readOpenDays(form.openDays, report),
      ...readCeiling(form, currency, report),
      ...readHoldout(form, running, `moments.${index}.holdout`, errors),
      ...Object.fromEntries(words.flatMap((name) => readWords(form, name, report))),
    } as MomentRule;
  });
}

function readHoldout(
  { holdout }: MomentRuleForm,
  running: Holdout | undefined,
  field: string,
  errors: FieldErrors,
): Pick<MomentRule, 'holdout'> {
  if (holdout) return parseHoldout(holdout, running, field, errors);
  return running ? { holdout: running } : {};
}

/** A key that no draft and no version knows, or that came twice, is none: the moment is a new one. */
function keysOf(forms: readonly MomentRuleForm[], usedKeys: ReadonlySet<string>): string[] {
  const taken = new Set<string>();
  return forms.map(({ key: asked, kind }) => {
    const known = isUsedMoment(asked, usedKeys) && !taken.has(asked);
    const key = known ? asked : nextMomentKey(kind, (one) => taken.has(one) || isUsedMoment(one, usedKeys));
    taken.add(key);
    return key;
  });
}

function readTitle({ title }: MomentRuleForm, report: Report): Localized {
  return byLanguage((language) => {
    const typed = title[language].trim();
    report(`title.${language}`, typed === '' ? 'required' : typed.length > MOST_TITLE ? 'tooLong' : null);
    return typed;
  });
}

function readWhen({ kind, when }: MomentRuleForm, report: Report): Record<string, number | boolean> {
  const { fields } = causeOf(kind);
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      readField(when[name] ?? '', field, `when.${name}`, report),
    ]),
  );
}

function readField(typed: string, field: Field, name: string, report: Report): number | boolean {
  if (field.type === 'switch') return typed === YES;
  const trimmed = typed.trim();
  const isNumber = /^\d{1,6}$/.test(trimmed);
  const isWithin = isNumber && Number(trimmed) >= field.least && Number(trimmed) <= field.most;
  report(name, trimmed === '' ? 'required' : isWithin ? null : isNumber ? 'outOfRange' : 'notANumber');
  return Number(trimmed);
}

function readOffers(forms: readonly OfferForm[], report: Report): Offer[] {
  if (forms.length > MOMENT_LIMITS.choices) report('offers', 'tooManyChoices');
  return forms.map((form, place): Offer => {
    const field = (name: string) => `offers.${place}.${name}`;
    switch (form.kind) {
      case 'points':
        report(field('points'), wholeProblem(form.points, MOST_POINTS));
        return { kind: 'points', points: Number(form.points) };
      case 'reward': {
        const isKey = rewardKey.safeParse(form.reward).success;
        report(field('reward'), form.reward === '' ? 'required' : isKey ? null : 'malformed');
        return { kind: 'reward', key: form.reward };
      }
      case 'task': {
        const words = form.words.trim();
        report(
          field('words'),
          words === '' ? 'required' : words.length > MOMENT_LIMITS.taskWords ? 'tooLong' : null,
        );
        return { kind: 'task', task: form.task, words };
      }
    }
  });
}

function readOpenDays(typed: string, report: Report): number {
  const problem = wholeProblem(typed, MOMENT_LIMITS.openDays);
  report('openDays', problem === null || problem === 'required' ? problem : 'lastsRange');
  return Number(typed);
}

function readCeiling(
  { ceilingOf, ceiling }: MomentRuleForm,
  currency: string,
  report: Report,
): Pick<MomentRule, 'ceiling'> {
  if (ceilingOf === 'none') return {};
  if (ceilingOf === 'points') {
    report('ceiling', wholeProblem(ceiling, MOST_MINOR));
    return { ceiling: { of: 'points', most: Number(ceiling) } };
  }
  const { minor, problem } = parseAmount(ceiling, currency);
  report('ceiling', problem);
  return { ceiling: { of: 'minor', most: minor } };
}

/** Words that are written in one language only are written in neither. */
function readWords(
  form: MomentRuleForm,
  name: 'advice' | 'consent',
  report: Report,
): [name: string, words: Localized][] {
  const words = byLanguage((language) => form[name][language].trim());
  if (LANGUAGES.every((language) => words[language] === '')) return [];
  for (const language of LANGUAGES) {
    const typed = words[language];
    report(
      `${name}.${language}`,
      typed === '' ? 'required' : typed.length > MOMENT_LIMITS.words ? 'tooLong' : null,
    );
  }
  return [[name, words]];
}
