import { Banner, BlockStack, Button, InlineStack, List, Text } from '@shopify/polaris';
import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import type { MissingPlace } from '#app/core/storefront/went-missing.ts';
import { dayIn } from '#app/core/values/days.ts';
import { ask } from '#app/ui/form/ask.ts';
import { GUIDE_BLOCKS, type BlocksOn, type GuideBlock } from '#app/ui/home/theme-blocks.ts';
import { useLanguage, useRootData } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { pageName } from './page-name.ts';
import { addLink } from './place-link.ts';
import { THEME_PATH, useThemeNews } from './use-theme-news.ts';
import type { WhereSeenData } from './where-seen-data.ts';

type Props = { shop: string; timeZone: string; on: BlocksOn; data: WhereSeenData };

/** On Home: blocks that customers saw and that the theme lacks now, each with the link that adds it. */
export function MissingNotice({ shop, timeZone, on, data }: Props) {
  const { whereSeen } = useTexts();
  const language = useLanguage();
  useThemeNews(data);
  const lines = missingLines(data.missing, on);
  const { busy, failed, putAway } = usePutAway();
  if (lines.length === 0) return null;
  const theme = data.seen?.theme?.name ?? null;
  const first = lines.map(({ place }) => place.since).sort()[0] ?? data.now;
  const noticed = formatDay(dayIn(timeZone, new Date(first)), language);
  const title = whereSeen.missing(
    formatNumber(lines.length, language),
    pluralForm(lines.length, language),
    theme,
  );
  return (
    <Banner tone="warning" title={title}>
      <BlockStack gap="200">
        <Text as="p">{whereSeen.missingHelp(noticed)}</Text>
        <List>
          {lines.map((line) => (
            <Line key={`${line.place.page} ${line.place.block}`} {...line} shop={shop} />
          ))}
        </List>
        <InlineStack gap="300" blockAlign="center">
          <Button loading={busy} onClick={() => putAway(lines.map(({ place }) => place))}>
            {whereSeen.intended}
          </Button>
          {failed && (
            <Text as="span" tone="critical">
              {whereSeen.askFailed}
            </Text>
          )}
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}

type MissingLine = { place: MissingPlace; block: GuideBlock };

/** Only what the published program has something to show in, in the order in which the guide offers blocks. */
export function missingLines(missing: readonly MissingPlace[], on: BlocksOn): MissingLine[] {
  const offered = GUIDE_BLOCKS.filter((block) => block.offered(on));
  return offered.flatMap((block) =>
    missing.filter((place) => place.block === block.block).map((place) => ({ place, block })),
  );
}

function Line({ place, block, shop }: MissingLine & { shop: string }) {
  const { home, whereSeen } = useTexts();
  const apiKey = useRootData()?.apiKey ?? '';
  const [label, page] = [home.blocks[block.key].name, pageName(place.page, whereSeen)];
  return (
    <List.Item>
      {whereSeen.missingLine(label, page)}{' '}
      <Button
        variant="plain"
        url={addLink({ shop, apiKey }, block, place.page)}
        target="_blank"
        accessibilityLabel={whereSeen.addMissing(label, page)}
      >
        {home.addBlock}
      </Button>
    </List.Item>
  );
}

function usePutAway() {
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const send = async (missing: readonly MissingPlace[]) => {
    setState('busy');
    const places = missing.map(({ page, block }) => ({ page, block }));
    const answer = await ask(THEME_PATH, JSON.stringify({ do: 'put-away', places }), null);
    setState(answer ? 'idle' : 'failed');
    if (answer) revalidate();
  };
  const putAway = (missing: readonly MissingPlace[]) => void send(missing);
  return { busy: state === 'busy', failed: state === 'failed', putAway };
}
