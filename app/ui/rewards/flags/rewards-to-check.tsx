import { useNavigate } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

/** They are counted no further. */
const MOST_COUNTED = 100;

/** On the home page, while something happened with rewards that nobody has looked at. */
export function RewardsToCheck({ count }: { count: number }) {
  const { flags: say } = useTexts().memberRewards;
  const language = useLanguage();
  const navigate = useNavigate();
  const title =
    count < MOST_COUNTED
      ? say.home(formatNumber(count, language), pluralForm(count, language))
      : say.homeMore(formatNumber(count - 1, language));
  return (
    <Banner
      tone="warning"
      title={title}
      action={{ content: say.check, onAction: () => navigate('/app/orders') }}
    >
      <p>{say.homeHelp}</p>
    </Banner>
  );
}
