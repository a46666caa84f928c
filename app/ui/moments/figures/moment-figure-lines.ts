// What became of a moment, a line a figure: what there is none of stays unsaid.
import { isTask } from '#app/core/moments/moment-gift.ts';
import type { ChosenGift, MomentFigures } from '#app/core/moments/moment-figures.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { isPoints } from '#app/core/rewards/gift.ts';
import type { Texts } from '#app/locales/en.ts';
import { textsOf } from '#app/locales/texts.ts';
import { amountInWords } from '#app/ui/orders/explain-order.ts';
import { formatMoney, formatNumber } from '#app/ui/values/format.ts';
import type { Wording } from '../../stamps/card-terms.ts';

export type FigureLine = { what: string; value: string };

type Names = ProgramRules['names'];

export function momentFigureLines(figures: MomentFigures, names: Names, wording: Wording): FigureLine[] {
  const { language, currency } = wording;
  const { momentFigures: say } = textsOf(language);
  const { given, lately, open, unchosen, chosen, used, lapsed, points, costMinor, unmeasured, tasks, said } =
    figures;
  const line = (what: string, count: number): FigureLine[] =>
    count > 0 ? [{ what, value: formatNumber(count, language) }] : [];
  const cost = costMinor > 0 ? [{ what: say.cost, value: formatMoney(costMinor, currency, language) }] : [];
  const costOfTasks = tasks ? [{ what: say.costOfTasks, value: say.notKnown }] : [];
  return [
    { what: say.given, value: formatNumber(given, language) },
    ...line(say.lately, lately),
    ...line(say.open, open),
    ...line(say.unchosen, unchosen),
    ...chosen.flatMap((one) => line(say.chosen(chosenInWords(one, names, wording)), one.count)),
    ...tasksOf(tasks, line, say),
    ...line(say.said, said),
    ...line(say.points, points),
    ...line(say.used, used),
    ...line(say.lapsed, lapsed),
    ...cost,
    ...costOfTasks,
    ...line(say.unmeasured, unmeasured),
    { what: say.followed, value: formatNumber(figures.followed, language) },
    ...line(say.heldOut, figures.heldOut),
  ];
}

/** What is still to do, and what a parcel went without. */
function tasksOf(
  tasks: MomentFigures['tasks'],
  line: (what: string, count: number) => FigureLine[],
  say: Texts['momentFigures'],
): FigureLine[] {
  if (!tasks) return [];
  return [
    ...line(say.tasksDone, tasks.done),
    ...line(say.tasksOpen, tasks.open),
    ...line(say.tasksMissed, tasks.missed),
  ];
}

function chosenInWords({ gift }: ChosenGift, names: Names, { language, currency }: Wording): string {
  if (isTask(gift)) return textsOf(language).overview.quoted(gift.words);
  if (!isPoints(gift)) return textsOf(language).overview.quoted(gift.title[language]);
  return amountInWords(gift.points, { language, currency, names, unit: 'points' });
}
