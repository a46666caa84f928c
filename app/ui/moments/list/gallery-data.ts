// What the gallery knows beside the program.
import type { CeilingState } from '#app/core/moments/ceiling-state.ts';
import type { MomentFigures } from '#app/core/moments/moment-figures.ts';
import type { WouldHave } from '#app/core/moments/would-have.ts';
import type { MomentHearing } from '../../notices/moment-heard.ts';
import type { ProgramData } from '../../editing/program-data.ts';

export type GalleryData = ProgramData & {
  /** In 30 days, by the moment's key. */
  gifts: Record<string, number>;
  wouldHave: WouldHave;
  hearing: MomentHearing;
  /** What became of what each gave, by its key. */
  figures: Record<string, MomentFigures>;
  /** Of those that have a most, by the key. */
  ceilings: Record<string, CeilingState>;
};
