import { NEWEST_FIRST } from '#app/core/members/member-filters.ts';
import type { MembersData } from './members-data.ts';

type Place = Pick<MembersData, 'filter' | 'sort' | 'q'> & { after?: string; before?: string };

/** What is shown is the page's address: without what goes without saying. */
export function listAddress({ filter, sort, q, after, before }: Place): string {
  const search = new URLSearchParams({
    ...(filter === 'all' ? {} : { filter }),
    ...(sort === NEWEST_FIRST ? {} : { sort }),
    ...(q === '' ? {} : { q }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  });
  return `?${search}`;
}
