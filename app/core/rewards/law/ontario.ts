// Ontario: points may not end by lapse of time alone; rewards up to 50 dollars are exempt. Source: Protecting Rewards Points
// Act (Consumer Protection Amendment), 2016, in summaries read on 26 November 2026. A bill of 2025 (Bill 46) would put a
// regulation in its place: its state isn't known to us.
import type { LawPack } from './law-pack.ts';
import { mayExceedSmall, smallMinor } from './small-rewards.ts';

export const ontario: LawPack = {
  applies: ({ country, province }) => country === 'CA' && province === 'ON',
  warnings: (reward, currency) => (mayExceedSmall(reward, currency) ? ['ontario-small'] : []),
  mostAtFirst: smallMinor,
};
