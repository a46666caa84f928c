// From what was typed to the program's occasions. What is switched off is left out, whatever its fields hold.
import type { OccasionForm, OccasionsForm } from './moment-form.ts';
import { OCCASIONS, type Occasion, type OccasionKind } from '../program/program-rules.ts';
import { wholeProblem, type NumberProblem } from '../values/whole-number.ts';

export type OccasionProblem = NumberProblem | 'daysBeforeRange' | 'daysAfterRange' | 'waitRange';

/** By field, e.g. `occasions.birthday.points`. */
export type OccasionErrors = Record<string, OccasionProblem>;

const MOST_POINTS = 100_000;
/** As `program-rules.ts` has them. */
const DAYS = {
  daysBefore: { most: 30, problem: 'daysBeforeRange' },
  daysAfter: { most: 60, problem: 'daysAfterRange' },
  waitDays: { most: 365, problem: 'waitRange' },
} as const;

export function readOccasions(form: OccasionsForm): { occasions: Occasion[]; errors: OccasionErrors } {
  const errors: OccasionErrors = {};
  const occasions = OCCASIONS.flatMap((kind): Occasion[] =>
    form[kind].on ? [readOccasion(kind, form[kind], errors)] : [],
  );
  return { occasions, errors };
}

function readOccasion(kind: OccasionKind, form: OccasionForm, errors: OccasionErrors): Occasion {
  const field = (name: string) => `occasions.${kind}.${name}`;
  const problem = wholeProblem(form.points, MOST_POINTS);
  if (problem) errors[field('points')] = problem;
  const days = (name: keyof typeof DAYS): number => {
    const found = daysProblem(form[name], name);
    if (found) errors[field(name)] = found;
    return Number(form[name]);
  };
  // Nobody tells the day of joining: nothing waits for it, and it has its year.
  const told = kind === 'birthday';
  return {
    kind,
    offer: { kind: 'points', points: Number(form.points) },
    daysBefore: days('daysBefore'),
    daysAfter: days('daysAfter'),
    waitDays: told ? days('waitDays') : 0,
    who: form.who,
    asksYear: told && form.asksYear,
  };
}

function daysProblem(typed: string, name: keyof typeof DAYS): OccasionProblem | null {
  const trimmed = typed.trim();
  if (trimmed === '') return 'required';
  const { most, problem } = DAYS[name];
  return /^\d{1,6}$/.test(trimmed) && Number(trimmed) <= most ? null : problem;
}
