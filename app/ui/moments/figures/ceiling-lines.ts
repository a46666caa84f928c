// "Of “Stop after”: 450 of 500 points": how far a moment is from the most that it gives.
import type { CeilingState } from '#app/core/moments/ceiling-state.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber } from '#app/ui/values/format.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import type { FigureLine } from './moment-figure-lines.ts';

export function ceilingLines(ceiling: CeilingState | null, { language, currency }: Wording): FigureLine[] {
  if (!ceiling) return [];
  const { ceiling: say } = textsOf(language).momentFigures;
  const { of, given, most } = ceiling;
  const value =
    of === 'points'
      ? say.points(formatNumber(given, language), formatNumber(most, language))
      : say.money(formatMoney(given, currency, language), formatMoney(most, currency, language));
  return [{ what: say.line, value }];
}
