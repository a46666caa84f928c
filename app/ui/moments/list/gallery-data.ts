// What the gallery knows beside the program.
import type { WouldHave } from '#app/core/moments/would-have.ts';
import type { MomentHearing } from '../../notices/moment-heard.ts';
import type { ProgramData } from '../../editing/program-data.ts';

export type GalleryData = ProgramData & {
  /** In 30 days, by the moment's key. */
  gifts: Record<string, number>;
  wouldHave: WouldHave;
  hearing: MomentHearing;
};
