// The gallery's cards: birthday and anniversary while the program hasn't them, then everything else that is ready to be used.
import { lacksFirst } from '#app/core/editing/own-moment.ts';
import { READY_MADE, type ReadyGroup, type ReadyMade } from '#app/core/editing/ready-made.ts';
import { MOMENTS, type MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { textsOf } from '#app/locales/texts.ts';
import { heardBeforehand } from '../../notices/moment-heard.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import type { GalleryData } from './gallery-data.ts';
import { heardInWords, timesInWords, wouldHaveInWords } from './would-have-in-words.ts';

export type ReadyToUse = {
  of: ReadyMade['key'] | MomentKind;
  group: ReadyGroup;
  name: string;
  about: string;
  /** What it would have come to here, and how customers hear of it. */
  notes: readonly string[];
  to: string;
};

export function readyCards(data: GalleryData, wording: Wording): ReadyToUse[] {
  const { draft, wouldHave: known, hearing } = data;
  const { moments: say } = textsOf(wording.language);
  const around = { known, rewards: draft.rewards ?? [] };
  const others = READY_MADE.filter(({ kind }) => !lacksFirst(kind, draft)).map((ready): ReadyToUse => {
    const notes = [wouldHaveInWords(ready, around, wording), heardInWords(ready, hearing.flow, wording)];
    const { name, about } = say.readyMade[ready.key];
    const to = `/app/program/moments/new?begin=${ready.key}`;
    return { of: ready.key, group: ready.group, name, about, notes, to };
  });
  return [...yearlyCards(data, wording), ...others];
}

function yearlyCards({ draft, wouldHave: known, hearing }: GalleryData, wording: Wording): ReadyToUse[] {
  const { language } = wording;
  const { birthdays, overview } = textsOf(language);
  const lacking = MOMENTS.filter((kind) => !draft.occasions.some((occasion) => occasion.kind === kind));
  const times = { birthday: known.birthdays, anniversary: known.anniversaries };
  return lacking.map((kind): ReadyToUse => {
    const notes = [
      timesInWords(times[kind], wording),
      heardBeforehand({ kind, offers: [] }, hearing.flow, language),
    ];
    const [name, about] = [birthdays.offer.kinds[kind], overview.momentOff[kind]];
    return { of: kind, group: 'celebrate', name, about, notes, to: `/app/program/moments/${kind}` };
  });
}
