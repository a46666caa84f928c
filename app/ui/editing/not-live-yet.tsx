import { useNavigate } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { changesInShort } from './changes-in-short.ts';
import type { ProgramData } from './program-data.ts';

/** On each part's page, while the saved draft differs from what customers have: how much, and the way to publish it. */
export function NotLiveYet({ data, dirty }: { data: ProgramData; dirty: boolean }) {
  const { overview } = useTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const { published, draft, currency, titles } = data;
  const { length } = changesInShort(published.rules, draft, { language, currency, titles });
  if (length === 0) return null;
  return (
    <Banner
      tone="info"
      title={overview.waiting(formatNumber(length, language), pluralForm(length, language))}
      action={{ content: overview.toReview, onAction: () => navigate('/app/program') }}
    >
      {dirty && <p>{overview.unsaved}</p>}
    </Banner>
  );
}
