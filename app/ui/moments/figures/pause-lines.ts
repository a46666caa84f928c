// "Paused: 3 May 2027 to 10 May 2027": the times for which a moment gave nothing, for who reads its figures.
import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatDay } from '#app/ui/values/format.ts';
import type { FigureLine } from './moment-figure-lines.ts';

/** The newest of them. */
const SHOWN = 5;

export function pauseLines(
  { since, over }: MomentPauses,
  { language, timeZone }: { language: Language; timeZone: string },
): FigureLine[] {
  const { pausedMoments: say } = textsOf(language);
  const dayOf = (day: string) => formatDay(day, language);
  const now = since === null ? [] : [say.since(dayOf(dayIn(timeZone, new Date(since))))];
  const before = over
    .slice(-SHOWN)
    .map(({ from, until }) =>
      from === until ? formatDay(from, language) : say.between(dayOf(from), dayOf(until)),
    );
  return [...before, ...now].map((value) => ({ what: say.figure, value }));
}
