import type { GuidePage } from '#app/core/help/guide-pages.ts';

/** Longer addresses before those that they begin with. */
const EXPLAINED: readonly [path: string, page: GuidePage][] = [
  ['/app/program/points', 'points'],
  ['/app/program/cards', 'stamp-card'],
  ['/app/program/rewards', 'rewards'],
  ['/app/program/moments/birthday', 'birthday'],
  ['/app/program/moments/anniversary', 'birthday'],
  ['/app/program/moments', 'moments'],
  ['/app/program', 'program'],
  ['/app/members/birthdays', 'birthday'],
  ['/app/members', 'members'],
  ['/app/orders/past', 'members'],
  ['/app/orders', 'trouble'],
  ['/app/tasks', 'tasks'],
  ['/app/settings/notices', 'hearing'],
  ['/app/settings', 'settings'],
];

/** The page of the guide that explains a page of the app; null for the guide's own. */
export function guidePageFor(pathname: string): GuidePage | null {
  const isUnder = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  if (isUnder('/app/help')) return null;
  return EXPLAINED.find(([path]) => isUnder(path))?.[1] ?? 'start';
}
