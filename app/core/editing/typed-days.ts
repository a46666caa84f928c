// A first and a last day as they are typed, each empty or `YYYY-MM-DD`.
import type { FieldProblem } from './field-errors.ts';

type Report = (field: 'startsOn' | 'endsOn', problem: FieldProblem | null) => void;

/** Null is open. What is wrong is reported beside its field. */
export function typedDays(
  typed: { startsOn: string; endsOn: string },
  report: Report,
): { startsOn: string | null; endsOn: string | null } {
  const [startsOn, endsOn] = [typed.startsOn.trim() || null, typed.endsOn.trim() || null];
  const wrong = (day: string | null) => day !== null && !isDay(day);
  report('startsOn', wrong(startsOn) ? 'notADate' : null);
  const backwards = startsOn !== null && endsOn !== null && endsOn < startsOn;
  report('endsOn', wrong(endsOn) ? 'notADate' : backwards ? 'endsBeforeStart' : null);
  return { startsOn, endsOn };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
