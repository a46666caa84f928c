import { useFetcher } from '@remix-run/react';
import { BlockStack, Box, Button, Card, Icon, InlineStack, Link, Text } from '@shopify/polaris';
import {
  CalendarCheckIcon,
  CalendarIcon,
  CashDollarIcon,
  CheckCircleIcon,
  ConfettiIcon,
  DeliveryIcon,
  EmailIcon,
  HeartIcon,
  MoonIcon,
  OrderIcon,
  PackageFulfilledIcon,
  PackageOnHoldIcon,
  PersonAddIcon,
  DiscountIcon,
  WalletIcon,
  ProductIcon,
  RewardIcon,
} from '@shopify/polaris-icons';
import type { ReactNode } from 'react';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { PartBadge } from '../part-badge.tsx';
import type { ProgramLine } from './program-lines.ts';

const ICONS: Record<ProgramLine['icon'], typeof RewardIcon> = {
  points: RewardIcon,
  card: CheckCircleIcon,
  amount: CashDollarIcon,
  percent: DiscountIcon,
  'free-shipping': DeliveryIcon,
  product: ProductIcon,
  'any-amount': WalletIcon,
  birthday: ConfettiIcon,
  anniversary: CalendarCheckIcon,
  joined: PersonAddIcon,
  'nth-order': OrderIcon,
  'life-date': CalendarIcon,
  newsletter: EmailIcon,
  'parcel-arrived': PackageFulfilledIcon,
  'parcel-late': PackageOnHoldIcon,
  silent: MoonIcon,
  'by-hand': HeartIcon,
};

type Props = {
  title: string;
  help: string;
  lines: readonly ProgramLine[];
  /** The draft's, for what changes it at once. */
  revision: number;
  /** Beside the heading. */
  action?: ReactNode;
};

/** What the program does for customers in one way: a line a part. */
export function ProgramGroup({ title, help, lines, revision, action }: Props) {
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="start" gap="200">
          <BlockStack>
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            <Text as="p" tone="subdued">
              {help}
            </Text>
          </BlockStack>
          {action}
        </InlineStack>
      </Box>
      {lines.length > 0 && (
        <ul className="program-lines">
          {lines.map((line) => (
            <OneLine key={line.key} line={line} revision={revision} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function OneLine({ line, revision }: { line: ProgramLine; revision: number }) {
  const { icon, name, state, sentence, figure, facts, to } = line;
  return (
    <li className="program-line">
      <div>
        <Icon source={ICONS[icon]} tone="subdued" />
      </div>
      <BlockStack gap="050">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {to === null ? (
              name
            ) : (
              <Link url={to} monochrome removeUnderline>
                {name}
              </Link>
            )}
          </Text>
          <PartBadge state={state} />
        </InlineStack>
        <Text as="p" tone="subdued">
          {sentence}
        </Text>
        {facts && <Text as="p">{facts}</Text>}
      </BlockStack>
      <div className="program-line-end">
        {figure && (
          <Text as="span" tone="subdued">
            {figure}
          </Text>
        )}
        {to === null ? <Keep line={line} revision={revision} /> : <Open to={to} line={line} />}
      </div>
    </li>
  );
}

function Open({ to, line: { name, state } }: { to: string; line: ProgramLine }) {
  const { overview } = useTexts();
  const [label, named] =
    state === 'off' ? [overview.setUp, overview.setUpNamed(name)] : [overview.edit, overview.editNamed(name)];
  return (
    <Button url={to} accessibilityLabel={named}>
      {label}
    </Button>
  );
}

/** A card, a reward or a moment that the next publish would end stays. */
function Keep({ line: { key, name }, revision }: { line: ProgramLine; revision: number }) {
  const { overview } = useTexts();
  const { submit, state, data: answer } = useFetcher<{ ok: boolean } | NotSaved>();
  const keep = () => {
    const [part, ofPart] = key.split('/');
    submit(JSON.stringify({ do: `keep-${part}`, key: ofPart, revision }), {
      method: 'post',
      action: '/app/program?index',
      encType: 'application/json',
    });
  };
  return (
    <BlockStack gap="100" inlineAlign="end">
      <Button accessibilityLabel={overview.keepNamed(name)} loading={state !== 'idle'} onClick={keep}>
        {overview.keep}
      </Button>
      {state === 'idle' && answer?.ok === false && (
        <Text as="span" tone="critical">
          {overview.notDone}
        </Text>
      )}
    </BlockStack>
  );
}
