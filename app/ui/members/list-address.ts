import { NEWEST_FIRST } from '#app/core/members/member-filters.ts';
import type { MembersData } from './members-data.ts';

type Place = Pick<MembersData, 'filter' | 'since' | 'sort' | 'q'> & { after?: string; before?: string };

/** What is shown is the page's address: without what goes without saying. */
export function listAddress({ filter, since, sort, q, after, before }: Place): string {
  const search = new URLSearchParams({
    ...(filter === 'all' ? {} : { filter }),
    ...(filter !== 'freed' || since === null ? {} : { since }),
    ...(sort === NEWEST_FIRST ? {} : { sort }),
    ...(q === '' ? {} : { q }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  });
  return `?${search}`;
}

/**
 * The list from another page, narrowed or sorted: `membersAt({ filter: 'returned' })` are those who came back,
 * `membersAt({ filter: 'freed', since })` those who were given a free item since that day, `membersAt({ sort: 'ordered desc' })`
 * all, by their last order.
 */
export function membersAt(place: Partial<Pick<Place, 'filter' | 'since' | 'sort'>>): string {
  return `/app/members${listAddress({ filter: 'all', since: null, sort: NEWEST_FIRST, q: '', ...place })}`;
}
