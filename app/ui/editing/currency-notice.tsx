import { useNavigate } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** Above the rules while the shop sells in another currency than the one that they were made for. */
export function CurrencyNotice({ currency, newCurrency }: { currency: string; newCurrency: string }) {
  const { program } = useTexts();
  const navigate = useNavigate();
  return (
    <Banner
      tone="critical"
      title={program.otherCurrency(newCurrency, currency)}
      action={{ content: program.openHome, onAction: () => navigate('/app') }}
    >
      <p>{program.otherCurrencyHelp(newCurrency)}</p>
    </Banner>
  );
}
