import { useNavigate, useNavigation } from '@remix-run/react';
import {
  IndexFilters,
  IndexFiltersMode,
  useSetIndexFiltersMode,
  type IndexFiltersProps,
} from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { MEMBER_FILTERS, MEMBER_SORTS, NEWEST_FIRST } from '#app/core/members/member-filters.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { listAddress } from './list-address.ts';
import type { MembersData } from './members-data.ts';

/** Milliseconds without a key until a search is sent. */
const PAUSE_MS = 300;
/** Polaris gives its filters no height before scripts run: the list below would jump by it. */
const FILTERS_PX = 49;

type Shown = Pick<MembersData, 'filter' | 'since' | 'sort' | 'q'>;

/** Filters as tabs, order and search, as Shopify's own lists have them. What is chosen is the page's address. */
export function MemberSearch({ shown, loading }: { shown: Shown; loading: boolean }) {
  const { members: texts } = useTexts();
  const navigate = useNavigate();
  const { q } = shown;
  const { mode, setMode } = useSetIndexFiltersMode(q ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const show = (change: Partial<Shown>) => navigate(listAddress({ ...shown, ...change }));
  const { typed, type, clear } = useTyping(q, (text) => show({ q: text }));
  const sortOptions = useSortOptions();
  return (
    <div style={{ minHeight: FILTERS_PX }}>
      <IndexFilters
        tabs={MEMBER_FILTERS.map((each) => ({ id: each, content: texts.filters[each] }))}
        selected={MEMBER_FILTERS.indexOf(shown.filter)}
        onSelect={(index) => show({ filter: MEMBER_FILTERS[index] ?? 'all', since: null })}
        sortOptions={sortOptions}
        sortSelected={[shown.sort]}
        onSort={([chosen]) => show({ sort: MEMBER_SORTS.find((one) => one === chosen) ?? NEWEST_FIRST })}
        queryValue={typed}
        queryPlaceholder={texts.search}
        onQueryChange={type}
        onQueryClear={clear}
        cancelAction={{ onAction: clear }}
        filters={[]}
        onClearAll={clear}
        hideFilters
        canCreateNewView={false}
        mode={mode}
        setMode={setMode}
        loading={loading}
      />
    </div>
  );
}

/**
 * Only typing starts a search: a page that arrives by another way isn't searched again. Whoever opens a member within the
 * pause gets there: a search that is still to be sent would lead back to the list.
 */
function useTyping(q: string, search: (text: string) => void) {
  const [typed, setTyped] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const { location: leavingFor } = useNavigation();
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (leavingFor) clearTimeout(timer.current);
  }, [leavingFor]);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    if (text.trim() !== q) timer.current = setTimeout(() => search(text.trim()), PAUSE_MS);
  };
  const clear = () => {
    setTyped('');
    clearTimeout(timer.current);
    if (q) search('');
  };
  return { typed, type, clear };
}

function useSortOptions(): NonNullable<IndexFiltersProps['sortOptions']> {
  const { members, memberList: texts } = useTexts();
  const days = { desc: texts.newestFirst, asc: texts.oldestFirst };
  const numbers = { desc: texts.mostFirst, asc: texts.fewestFirst };
  const labels = {
    'joined desc': [members.joined, days.desc],
    'joined asc': [members.joined, days.asc],
    'ordered desc': [texts.lastOrder, days.desc],
    'ordered asc': [texts.lastOrder, days.asc],
    'points desc': [members.points, numbers.desc],
    'points asc': [members.points, numbers.asc],
  } as const;
  return MEMBER_SORTS.map((value) => ({ value, label: labels[value][0], directionLabel: labels[value][1] }));
}
