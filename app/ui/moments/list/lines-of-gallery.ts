// The moments that the program has, as the overview shows them, each with how customers hear of it.
import { momentsOf } from '#app/core/moments/moments-of.ts';
import { giftLines, type ProgramLine } from '../../editing/overview/program-lines.ts';
import { heardInFull } from '../../notices/moment-heard.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import type { GalleryData } from './gallery-data.ts';

/** Without those that are off: they are among what is ready to be used. */
export function linesOfGallery({ gifts, hearing, ...data }: GalleryData, wording: Wording): ProgramLine[] {
  const moments = [...momentsOf(data.draft), ...momentsOf(data.published.rules)];
  const lines = giftLines({ data, wording }, gifts).filter(({ state }) => state !== 'off');
  return lines.map((line): ProgramLine => {
    const moment = moments.find(({ key }) => key === line.key.split('/')[1]);
    return { ...line, facts: moment ? heardInFull(moment, hearing, wording.language) : null };
  });
}
