// What the preview of a moment's page shows: the blocks in which shoppers meet it, in each of its states.
import type { MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { momentStates } from '#app/core/moments/moment-states.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { THEME_PLACES, type PreviewAbout } from '../../editing/preview/preview-about.ts';

/** @param index its place among the moments of the form */
export function momentPreview(form: MomentRuleForm, index: number, language: Language): PreviewAbout {
  const { moments: say } = textsOf(language);
  const states = momentStates(form);
  return {
    // The way to it stands in the member's block; all else in the block of gifts.
    blocks: form.kind === 'nth-order' ? ['birthday', 'member'] : ['birthday'],
    places: THEME_PLACES.moment,
    first: states.find((state) => state !== 'moment-before') ?? 'moment-before',
    shoppers: states.map((value) => ({ value, label: say.states[value] })),
    moment: index,
  };
}
