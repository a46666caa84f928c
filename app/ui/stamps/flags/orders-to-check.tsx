import { useNavigate } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** Flags are counted no further. */
const MOST_COUNTED = 100;

/** On the home page, while flagged orders wait for a decision. */
export function OrdersToCheck({ count }: { count: number }) {
  const { flags: texts } = useTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const number = formatNumber(count, language);
  const title =
    count < MOST_COUNTED
      ? texts.home(number, pluralForm(count, language))
      : texts.homeMore(formatNumber(count - 1, language));
  return (
    <Banner
      tone="warning"
      title={title}
      action={{ content: texts.check, onAction: () => navigate('/app/orders') }}
    >
      <p>{texts.homeHelp}</p>
    </Banner>
  );
}
