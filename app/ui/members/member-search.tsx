import { useNavigate } from '@remix-run/react';
import { IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { MEMBER_FILTERS, type MemberFilter } from '#app/core/members/member-filters.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** Milliseconds without a key until a search is sent. */
const PAUSE_MS = 300;
/** Polaris gives its filters no height before scripts run: the list below would jump by it. */
const FILTERS_PX = 49;

/** Filters as tabs, and the search, as Shopify's own lists have them. What is chosen is the page's address. */
export function MemberSearch({ filter, q, loading }: { filter: MemberFilter; q: string; loading: boolean }) {
  const { members: texts } = useTexts();
  const navigate = useNavigate();
  const { mode, setMode } = useSetIndexFiltersMode(q ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const [typed, setTyped] = useState(q);
  const search = (text: string) =>
    navigate(text.trim() ? `?${new URLSearchParams({ q: text.trim() })}` : '?');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  // Only typing starts a search: a page that arrives by another way isn't searched again.
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    if (text.trim() !== q) timer.current = setTimeout(() => search(text), PAUSE_MS);
  };
  const clear = () => {
    setTyped('');
    clearTimeout(timer.current);
    if (q) search('');
  };
  return (
    <div style={{ minHeight: FILTERS_PX }}>
      <IndexFilters
        tabs={MEMBER_FILTERS.map((each) => ({ id: each, content: texts.filters[each] }))}
        selected={MEMBER_FILTERS.indexOf(filter)}
        onSelect={(index) => navigate(`?${new URLSearchParams({ filter: MEMBER_FILTERS[index] ?? 'all' })}`)}
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
