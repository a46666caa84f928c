// Where customers see the program, as the loaders give it: instants are texts.
import type { ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import type { MissingPlace } from '#app/core/storefront/went-missing.ts';

export type WhereSeenData = {
  /** Null until somebody told. */
  seen: ThemeSeen | null;
  missing: MissingPlace[];
  toldAt: string | null;
  /** Whether the merchant lets us read the theme. */
  canRead: boolean;
  trouble: 'none' | 'processing' | 'refused' | null;
  /** Told so long ago that the page asks anew when it opens. */
  isOld: boolean;
  now: string;
};
