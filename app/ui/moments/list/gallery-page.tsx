import {
  Badge,
  Banner,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  Icon,
  InlineGrid,
  InlineStack,
  Page,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';
import { MOMENT_LIMITS } from '#app/core/moments/moment-rule.ts';
import { READY_GROUPS, READY_MADE, type ReadyGroup } from '#app/core/editing/ready-made.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { NotLiveYet } from '../../editing/not-live-yet.tsx';
import { ICONS, ProgramGroup } from '../../editing/overview/program-group.tsx';
import { momentLines } from '../../editing/overview/program-lines.ts';
import type { ProgramData } from '../../editing/program-data.ts';

const FILTERS = ['all', ...READY_GROUPS] as const;
type Filter = 'all' | ReadyGroup;

/** Moments of the program, and those that are ready to be used. */
export function GalleryPage({ data }: { data: ProgramData }) {
  const { program, moments: say } = useTexts();
  const language = useLanguage();
  const [filter, setFilter] = useState<Filter>('all');
  const { currency, titles, draft, revision } = data;
  const lines = momentLines({ data, wording: { language, currency, titles } });
  const isFull = (draft.moments ?? []).length >= MOMENT_LIMITS.moments;
  const shown = READY_MADE.filter(({ group }) => filter === 'all' || group === filter);
  return (
    <Page>
      <PageTitle title={say.title} back={{ title: program.title, to: '/app/program' }} />
      <BlockStack gap="400">
        <NotLiveYet data={data} dirty={false} />
        {lines.length > 0 && (
          <ProgramGroup title={say.yours} help={say.off} lines={lines} revision={revision} />
        )}
        {isFull ? (
          <Banner>
            <p>{say.full}</p>
          </Banner>
        ) : (
          <BlockStack gap="300">
            <InlineStack align="space-between" blockAlign="center" gap="300">
              <Text as="h2" variant="headingMd">
                {say.ready}
              </Text>
              <div role="group" aria-label={say.groupsLabel}>
                <ButtonGroup variant="segmented">
                  {FILTERS.map((one) => (
                    <Button key={one} pressed={filter === one} onClick={() => setFilter(one)}>
                      {say.groups[one]}
                    </Button>
                  ))}
                </ButtonGroup>
              </div>
            </InlineStack>
            <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="400">
              {shown.map((ready) => (
                <ReadyCard key={ready.key} ready={ready} />
              ))}
            </InlineGrid>
          </BlockStack>
        )}
      </BlockStack>
    </Page>
  );
}

function ReadyCard({ ready }: { ready: (typeof READY_MADE)[number] }) {
  const { moments: say } = useTexts();
  const { name, about } = say.readyMade[ready.key];
  return (
    <Card padding="0">
      <div className={`moment-picture moment-picture-${ready.group}`}>
        <Icon source={ICONS[ready.kind]} />
      </div>
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            <Badge>{say.groups[ready.group]}</Badge>
          </InlineStack>
          <Text as="p">{about}</Text>
          <InlineStack>
            <Button
              url={`/app/program/moments/new?begin=${ready.key}`}
              accessibilityLabel={say.useNamed(name)}
            >
              {say.use}
            </Button>
          </InlineStack>
        </BlockStack>
      </Box>
    </Card>
  );
}
