import { Banner, BlockStack, Button, List } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { HealthLine } from './health-lines.ts';
import { useHomeAction } from './use-home-action.ts';

type Props = {
  troubles: readonly HealthLine[];
  /** Shopify's, where the program counts in another. */
  newCurrency: string | null;
};

/** In red at the top of the page: what customers see that isn't so, and what to do about it. */
export function TroubleBanner({ troubles, newCurrency }: Props) {
  const { health } = useTexts();
  return (
    <Banner tone="critical" title={health.trouble}>
      <BlockStack gap="200">
        <List>
          {troubles.map(({ item, help }) => (
            <List.Item key={item}>{help}</List.Item>
          ))}
        </List>
        {newCurrency !== null && <CountIn currency={newCurrency} />}
      </BlockStack>
    </Banner>
  );
}

function CountIn({ currency }: { currency: string }) {
  const { health } = useTexts();
  const { send, busy, waits } = useHomeAction();
  return (
    <div>
      <Button loading={busy} disabled={waits} onClick={() => send({ do: 'count-in', currency })}>
        {health.countIn(currency)}
      </Button>
    </div>
  );
}
