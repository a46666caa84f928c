import { Banner } from '@shopify/polaris';
import { useNavigate } from '@remix-run/react';
import { useLanguage } from '../shell/root-data.ts';
import { useTexts } from '../shell/use-texts.ts';
import { formatList, formatNumber, pluralForm } from '../values/format.ts';

/** On the home page, while something is to be done today. */
export function TasksToDo({ parcels, today }: { parcels: number; today: number }) {
  const { home } = useTexts().tasks;
  const language = useLanguage();
  const navigate = useNavigate();
  if (parcels + today === 0) return null;
  const said = (count: number, words: typeof home.parcels) =>
    count > 0 ? [words(formatNumber(count, language), pluralForm(count, language))] : [];
  const title = formatList([...said(parcels, home.parcels), ...said(today, home.today)], language);
  return (
    <Banner
      tone="info"
      title={title}
      action={{ content: home.see, onAction: () => navigate('/app/tasks') }}
    />
  );
}
