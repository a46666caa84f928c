// Québec: loyalty programs whose rewards are all worth 50.00 or less are exempt from the rules on points that end and on
// changes of the program. Source: Consumer Protection Act (P-40.1) and its regulation r. 3, s. 79.6.1–79.6.4, in summaries
// read on 26 November 2026.
import type { LawPack } from './law-pack.ts';
import { mayExceedSmall, smallMinor } from './small-rewards.ts';

export const quebec: LawPack = {
  applies: ({ country, province }) => country === 'CA' && province === 'QC',
  warnings: (reward, currency) => (mayExceedSmall(reward, currency) ? ['quebec-small'] : []),
  mostAtFirst: smallMinor,
};
