import { Banner, Box, Button, Link, List } from '@shopify/polaris';
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
  const { health, setAside } = useTexts();
  return (
    <Banner tone="critical" title={health.trouble}>
      <List>
        {troubles.map(({ item, help }) => (
          <List.Item key={item}>
            {help}
            {item === 'setAside' && (
              <>
                {' '}
                <Link url="/app/orders">{setAside.show}</Link>
              </>
            )}
            {item === 'currency' && newCurrency !== null && <CountIn currency={newCurrency} />}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}

function CountIn({ currency }: { currency: string }) {
  const { health } = useTexts();
  const { send, busy, waits } = useHomeAction();
  return (
    <Box paddingBlock="100">
      <Button loading={busy} disabled={waits} onClick={() => send({ do: 'count-in', currency })}>
        {health.countIn(currency)}
      </Button>
    </Box>
  );
}
