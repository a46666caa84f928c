// The moments that the program has, as the overview shows them, each with how customers hear of it.
import { stoppedMoments, type CeilingState } from '#app/core/moments/ceiling-state.ts';
import type { MomentFigures } from '#app/core/moments/moment-figures.ts';
import { momentsOf } from '#app/core/moments/moments-of.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import { giftLines, type ProgramLine } from '../../editing/overview/program-lines.ts';
import { heardInFull } from '../../notices/moment-heard.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import type { GalleryData } from './gallery-data.ts';

/** Without those that are off: they are among what is ready to be used. */
export function linesOfGallery(gallery: GalleryData, wording: Wording): ProgramLine[] {
  const { gifts, hearing, figures, ceilings, ...data } = gallery;
  const moments = [...momentsOf(data.draft), ...momentsOf(data.published.rules)];
  const lines = giftLines({ data, wording }, gifts, stoppedMoments(ceilings)).filter(
    ({ state }) => state !== 'off',
  );
  return lines.map((line): ProgramLine => {
    const moment = moments.find(({ key }) => key === line.key.split('/')[1]);
    if (!moment) return { ...line, facts: null };
    const { key, holdout } = moment;
    const facts = [
      ...stoppedInWords(ceilings[key], wording),
      heardInFull(moment, hearing, wording.language),
      ...followedInWords(figures[key], holdout !== undefined, wording),
    ];
    return { ...line, facts: facts.join(' ') };
  });
}

function stoppedInWords(ceiling: CeilingState | undefined, { language }: Wording): string[] {
  return ceiling?.reached ? [textsOf(language).momentFigures.ceiling.stopped] : [];
}

/** That somebody ordered afterwards doesn't say that it is why. */
function followedInWords(
  figures: MomentFigures | undefined,
  isMeasured: boolean,
  { language }: Wording,
): string[] {
  // A question that came without a gift may be followed by an order, too.
  const reached = figures ? figures.given + figures.said : 0;
  // Of what came today, nobody can say yet that no order follows.
  if (!figures || figures.followed === 0) return [];
  const { followedOf, effect } = textsOf(language).momentFigures;
  const said = followedOf(formatNumber(figures.followed, language), formatNumber(reached, language));
  return isMeasured ? [said] : [said, effect];
}
