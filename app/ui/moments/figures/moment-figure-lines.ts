// What became of a moment, a line a figure: what there is none of stays unsaid.
import { isTask } from '#app/core/moments/moment-gift.ts';
import type { ChosenGift, MomentFigures } from '#app/core/moments/moment-figures.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { isPoints } from '#app/core/rewards/gift.ts';
import { textsOf } from '#app/locales/texts.ts';
import { amountInWords } from '#app/ui/orders/explain-order.ts';
import { formatMoney, formatNumber } from '#app/ui/values/format.ts';
import type { Wording } from '../../stamps/card-terms.ts';

export type FigureLine = { what: string; value: string };

type Names = ProgramRules['names'];

export function momentFigureLines(figures: MomentFigures, names: Names, wording: Wording): FigureLine[] {
  const { language, currency } = wording;
  const { momentFigures: say } = textsOf(language);
  const { given, lately, open, unchosen, chosen, used, lapsed, points, costMinor, unmeasured } = figures;
  const line = (what: string, count: number): FigureLine[] =>
    count > 0 ? [{ what, value: formatNumber(count, language) }] : [];
  const cost = costMinor > 0 ? [{ what: say.cost, value: formatMoney(costMinor, currency, language) }] : [];
  return [
    { what: say.given, value: formatNumber(given, language) },
    ...line(say.lately, lately),
    ...line(say.open, open),
    ...line(say.unchosen, unchosen),
    ...chosen.flatMap((one) => line(say.chosen(chosenInWords(one, names, wording)), one.count)),
    ...line(say.points, points),
    ...line(say.used, used),
    ...line(say.lapsed, lapsed),
    ...cost,
    ...line(say.unmeasured, unmeasured),
    { what: say.followed, value: formatNumber(figures.followed, language) },
    ...line(say.heldOut, figures.heldOut),
  ];
}

function chosenInWords({ gift }: ChosenGift, names: Names, { language, currency }: Wording): string {
  if (isTask(gift)) return textsOf(language).overview.quoted(gift.words);
  if (!isPoints(gift)) return textsOf(language).overview.quoted(gift.title[language]);
  return amountInWords(gift.points, { language, currency, names, unit: 'points' });
}
