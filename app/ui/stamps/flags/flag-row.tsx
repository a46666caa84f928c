import { Badge, BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { formatInstant, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { FlagDecision } from './flag-decision.tsx';
import type { Flag, FlagsData } from './flags-data.ts';

type Props = { flag: Flag; data: FlagsData };

/** One line of an order: what was seen, why it wasn't counted, and what the merchant says of it. */
export function FlagRow({ flag, data }: Props) {
  const { flags: texts } = useTexts();
  const language = useLanguage();
  const [changing, setChanging] = useState(false);
  const card = data.cards.find(({ key }) => key === flag.cardKey) ?? null;
  return (
    <BlockStack gap="200">
      <Heading flag={flag} timeZone={data.timeZone} />
      <Text as="p">{seenInWords(flag, texts, language)}</Text>
      <Text as="p">{texts.reasons[flag.reason](card?.title[language] ?? flag.cardKey)}</Text>
      <Decided flag={flag} timeZone={data.timeZone} />
      {flag.decidedAt === null || changing ? (
        <FlagDecision flag={flag} size={card?.size ?? null} onDone={() => setChanging(false)} />
      ) : (
        <InlineStack>
          <Button onClick={() => setChanging(true)}>{texts.change}</Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

type Words = ReturnType<typeof useTexts>['flags'];
type Language = ReturnType<typeof useLanguage>;

function seenInWords(flag: Flag, texts: Words, language: Language): string {
  const { title, amountMinor, grossMinor, currency, quantity } = flag;
  const money = (minor: number) => (currency ? formatMoney(minor, currency, language) : '…');
  const units = texts.units(formatNumber(quantity, language), pluralForm(quantity, language));
  return texts.seen(title, money(amountMinor), money(grossMinor), units);
}

function Heading({ flag, timeZone }: { flag: Flag; timeZone: string }) {
  const { flags: texts } = useTexts();
  const language = useLanguage();
  const name = flag.orderName || flag.orderId;
  return (
    <InlineStack gap="300" blockAlign="center">
      <Text as="h2" variant="headingSm">
        <Link url={`shopify://admin/orders/${flag.orderId}`} target="_top" removeUnderline>
          {texts.order(name)}
        </Link>
      </Text>
      {flag.decidedAt === null && <Badge tone="attention">{texts.open}</Badge>}
      <Text as="span" tone="subdued">
        {texts.raised(formatInstant(flag.raisedAt, timeZone, language))}
      </Text>
      {flag.memberId === null ? (
        <Text as="span" tone="subdued">
          {texts.guest}
        </Text>
      ) : (
        <Link url={`/app/members/${flag.memberId}`}>{texts.member}</Link>
      )}
    </InlineStack>
  );
}

function Decided({ flag, timeZone }: { flag: Flag; timeZone: string }) {
  const { flags: texts } = useTexts();
  const language = useLanguage();
  const { decidedAt, decidedBy, freeUnits } = flag;
  if (decidedAt === null || freeUnits === null) return null;
  const when = formatInstant(decidedAt, timeZone, language);
  const units = texts.units(formatNumber(freeUnits, language), pluralForm(freeUnits, language));
  return (
    <Text as="p" fontWeight="semibold">
      {freeUnits > 0 ? texts.decidedFree(units, when) : texts.decidedNot(when)}{' '}
      {decidedBy && texts.decidedBy(decidedBy)}
    </Text>
  );
}
