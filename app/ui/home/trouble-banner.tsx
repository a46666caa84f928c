import { useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Box, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import { useLookAgain } from '#app/ui/form/use-look-again.ts';
import { IfItLasts } from '#app/ui/help/if-it-lasts.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { HealthLine } from './health-lines.ts';
import { useHomeAction } from './use-home-action.ts';

type Props = {
  troubles: readonly HealthLine[];
  /** Shopify's, where the program counts in another. */
  newCurrency: string | null;
};

/** In red at the top of the page: what customers see that isn't so, one sentence and one button each. */
export function TroubleBanners({ troubles, newCurrency }: Props) {
  const actionOf = useActions(newCurrency);
  return (
    <BlockStack gap="300">
      {troubles.map((line) => (
        <Banner key={line.item} tone="critical" title={line.trouble} action={actionOf(line)} />
      ))}
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Text as="p">
          <IfItLasts />
        </Text>
      </Box>
    </BlockStack>
  );
}

type Action = { content: string; onAction: () => void; loading?: boolean; disabled?: boolean };

/** What the merchant can do about it; where that is nothing, the jobs try again at once. */
function useActions(newCurrency: string | null): (line: HealthLine) => Action {
  const { health, home, setAside, trouble } = useTexts();
  const navigate = useNavigate();
  const currency = useHomeAction();
  const again = useHomeAction();
  useEffect(() => {
    if (again.answer?.ok) window.shopify.toast.show(trouble.tryingAgain);
  }, [again.answer, trouble]);
  useLookAgain(again.answer?.ok ? again.answer : null, true);
  const open = (content: string, path: string) => ({ content, onAction: () => navigate(path) });
  const known: Partial<Record<HealthLine['item'], Action>> = {
    // Opening the app anew exchanges another token.
    token: { content: trouble.reopen, onAction: () => window.location.reload() },
    setAside: open(setAside.show, '/app/orders'),
    rules: open(home.openProgram, '/app/program'),
    collections: open(home.openMoments, '/app/program/moments'),
    currency: {
      content: health.countIn(newCurrency ?? ''),
      onAction: () => currency.send({ do: 'count-in', currency: newCurrency ?? '' }),
      loading: currency.busy,
      disabled: currency.waits,
    },
  };
  const others = {
    content: trouble.tryAgain,
    onAction: () => again.send({ do: 'try-again' }),
    loading: again.busy,
    disabled: again.waits,
  };
  return ({ item, to }) => (to === null ? (known[item] ?? others) : open(trouble.openCard, to));
}
