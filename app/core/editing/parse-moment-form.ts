// From what was typed to the program's occasions. What is switched off is left out, whatever its fields hold.
import type { MomentForm, MomentsForm } from './moment-form.ts';
import { momentKind, MOMENTS, type MomentKind } from '../moments/kinds/moment-kinds.ts';
import { MOST_DAYS, type Moment, type MomentOffer } from '../moments/moment-rules.ts';
import { inRules } from '../moments/who-of-moment.ts';
import type { FieldErrors } from './field-errors.ts';
import { parseWho } from './who-form.ts';
import { rewardKey } from '../values/shapes.ts';
import { MOST_POINTS } from '../values/units.ts';
import { wholeProblem, type NumberProblem } from '../values/whole-number.ts';

export type MomentProblem = NumberProblem | 'daysBeforeRange' | 'daysAfterRange' | 'waitRange' | 'malformed';

const RANGES = {
  daysBefore: 'daysBeforeRange',
  daysAfter: 'daysAfterRange',
  waitDays: 'waitRange',
} as const;

/** Problems by field, e.g. `occasions.birthday.points`. */
export function parseMoments(form: MomentsForm): { occasions: Moment[]; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const occasions = MOMENTS.flatMap((kind): Moment[] =>
    form[kind].on ? [parseMoment(kind, form[kind], errors)] : [],
  );
  return { occasions, errors };
}

function parseMoment(kind: MomentKind, form: MomentForm, errors: FieldErrors): Moment {
  const field = (name: string) => `occasions.${kind}.${name}`;
  const offer = parseOffer(form, (name, problem) => (errors[field(name)] = problem));
  const days = (name: keyof typeof MOST_DAYS): number => {
    const found = daysProblem(form[name], name);
    if (found) errors[field(name)] = found;
    return Number(form[name]);
  };
  // Nothing waits for a date that nobody tells.
  const { told, hasYear } = momentKind(kind);
  return {
    kind,
    offer,
    daysBefore: days('daysBefore'),
    daysAfter: days('daysAfter'),
    waitDays: told ? days('waitDays') : 0,
    who: inRules(parseWho(form.who, field('who'), errors)),
    asksYear: hasYear && form.asksYear,
  };
}

/** Whether the program has that reward is asked once it is to be published. */
function parseOffer(
  { points, reward }: MomentForm,
  report: (name: 'points' | 'reward', problem: MomentProblem) => void,
): MomentOffer {
  if (reward !== '') {
    if (!rewardKey.safeParse(reward).success) report('reward', 'malformed');
    return { kind: 'reward', key: reward };
  }
  const problem = wholeProblem(points, MOST_POINTS);
  if (problem) report('points', problem);
  return { kind: 'points', points: Number(points) };
}

function daysProblem(typed: string, name: keyof typeof MOST_DAYS): MomentProblem | null {
  const trimmed = typed.trim();
  if (trimmed === '') return 'required';
  return /^\d{1,6}$/.test(trimmed) && Number(trimmed) <= MOST_DAYS[name] ? null : RANGES[name];
}
