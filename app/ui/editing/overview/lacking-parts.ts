// What a draft lacks before it can be published, by the page on which it is mended.
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { publishErrors, publishProblems } from '#app/core/editing/publishable.ts';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { ProgramData } from '../program-data.ts';

export type LackingPart = {
  /** The part's name. */
  part: string;
  problem: string;
  /** Null where no page mends it. */
  to: string | null;
};

/** Where Shopify Flow is switched on. */
const HEARING = '/app/settings/notices';

/** Each problem once. */
export function lackingParts(data: ProgramData, language: Language): LackingPart[] {
  const { draft, published, currency, functionsRun, tellsOutside } = data;
  const context = { before: published.rules, currency, functionsRun, tellsOutside };
  const errors: FieldErrors = publishErrors(publishProblems(draft, context));
  const { program, rewards, birthdays } = textsOf(language);
  return Object.entries(errors).map(([field, problem]) => {
    const card = draft.cards[Number(/^cards\.(\d+)\./.exec(field)?.[1] ?? -1)];
    const said = program.problems[problem];
    if (card) {
      return { part: card.title[language], problem: said, to: `/app/program/cards/${card.key}?check` };
    }
    const reward = draft.rewards?.[Number(/^rewards\.(\d+)\./.exec(field)?.[1] ?? -1)];
    if (reward) {
      return { part: reward.title[language], problem: said, to: `/app/program/rewards/${reward.key}?check` };
    }
    const rule = draft.moments?.[Number(/^moments\.(\d+)\./.exec(field)?.[1] ?? -1)];
    if (rule) {
      const ofRule = `/app/program/moments/${rule.key}?check`;
      const to = problem === 'nobodyTold' ? HEARING : ofRule;
      return { part: rule.title[language], problem: said, to };
    }
    const moment = MOMENTS.find((kind) => field.startsWith(`occasions.${kind}.`));
    if (moment) {
      return {
        part: birthdays.offer.kinds[moment],
        problem: said,
        to: `/app/program/moments/${moment}?check`,
      };
    }
    if (field === 'rewards') return { part: rewards.title, problem: said, to: '/app/program/rewards' };
    const isPoints = ['points', 'perAmount', 'neverEarns'].includes(field);
    return isPoints
      ? { part: program.pointsHeading, problem: said, to: '/app/program/points?check' }
      : { part: program.cardsHeading, problem: said, to: null };
  });
}
