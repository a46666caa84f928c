/** The pages of the merchant's guide, in its order: the names of their files in app/docs/merchant/<language>/. */
export const GUIDE_PAGES = [
  'start',
  'program',
  'points',
  'stamp-card',
  'rewards',
  'birthday',
  'moments',
  'hearing',
  'members',
  'tasks',
  'settings',
  'trouble',
  'words',
  'whats-new',
  'get-help',
] as const;

export type GuidePage = (typeof GUIDE_PAGES)[number];

export function isGuidePage(text: string): text is GuidePage {
  return (GUIDE_PAGES as readonly string[]).includes(text);
}
