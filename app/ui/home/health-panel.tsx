import { Badge, BlockStack, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { stateOfDiscounts } from '#app/core/discounts/discount-health.ts';
import { MOST_UNSYNCED, type HealthItem, type HealthState } from '#app/core/shop/health.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { formatAgo, formatInstant, formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { discountsLine } from '../discounts/discounts-line.ts';
import type { DiscountsData, HealthData } from './home-data.ts';

type Props = { health: HealthData; discounts: DiscountsData; now: string; timeZone: string };
type Line = { item: HealthItem | 'discounts'; name: string; value: string; help: string | null };

const TONES = { good: 'success', waiting: 'info', late: 'warning' } as const;

/** Six facts about the way between Shopify and the app, each with what to do where it isn't well. */
export function HealthPanel({ health, discounts, now, timeZone }: Props) {
  const { home, cards } = useTexts();
  const language = useLanguage();
  const inCart = stateOfDiscounts(discounts.discounts);
  const states = { ...health.states, discounts: inCart };
  const late = Object.values(states).includes('late');
  const lines: Line[] = [
    ...linesOf(health, { now, timeZone, language, home }),
    discountsLine(discounts, { language, cards }),
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {home.health}
          </Text>
          <Badge tone={late ? 'warning' : 'success'}>{late ? home.healthLate : home.healthGood}</Badge>
        </InlineStack>
        {lines.map((line) => (
          <BlockStack key={line.item} gap="300">
            <Divider />
            <HealthLine {...line} state={states[line.item]} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function HealthLine({ name, value, help, state }: Line & { state: HealthState }) {
  const { home } = useTexts();
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="bodyMd">
          {name}
        </Text>
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="medium">
            {value}
          </Text>
          {state !== 'good' && <Badge tone={TONES[state]}>{home.states[state]}</Badge>}
        </InlineStack>
      </InlineStack>
      {help && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
    </BlockStack>
  );
}

type Context = Omit<Props, 'health' | 'discounts'> & { language: Language; home: Texts['home'] };

function linesOf(health: HealthData, { now, timeZone, language, home }: Context): Line[] {
  const { states, heardAt, waitingSince, unsynced, needsReopenSince, reconciledThrough } = health;
  const ago = (at: string) => formatAgo(at, now, language);
  const recently = (at: string) => (Date.parse(now) - Date.parse(at) < 60_000 ? home.justNow : ago(at));
  const instant = (at: string) => formatInstant(at, timeZone, language);
  const behind =
    unsynced > MOST_UNSYNCED
      ? home.syncMore(formatNumber(MOST_UNSYNCED, language))
      : formatNumber(unsynced, language);
  return [
    {
      item: 'webhooks',
      name: home.webhooks,
      value: heardAt ? recently(heardAt) : home.webhooksNever,
      help: { good: null, waiting: home.webhooksNeverHelp, late: home.webhooksLate }[states.webhooks],
    },
    {
      item: 'queue',
      name: home.queue,
      value: waitingSince ? home.queueSince(ago(waitingSince)) : home.queueEmpty,
      help: states.queue === 'late' ? home.queueLate : null,
    },
    {
      item: 'sync',
      name: home.sync,
      value: behind,
      help: { good: null, waiting: home.syncWaiting, late: home.syncLate }[states.sync],
    },
    {
      item: 'token',
      name: home.token,
      value: needsReopenSince ? home.tokenLate(instant(needsReopenSince)) : home.tokenGood,
      help: states.token === 'late' ? home.tokenHelp : null,
    },
    {
      item: 'reconciliation',
      name: home.reconciliation,
      value: instant(reconciledThrough),
      help: states.reconciliation === 'late' ? home.reconciliationLate : null,
    },
  ];
}
