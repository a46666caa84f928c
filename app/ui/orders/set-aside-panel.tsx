import {
  Badge,
  Banner,
  type BannerHandles,
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Link,
  Text,
} from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { useSend, type Sending } from '#app/ui/form/use-send.ts';
import { useLookAgain } from '#app/ui/form/use-look-again.ts';
import { IfItLasts } from '#app/ui/help/if-it-lasts.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { setAsideWords, type SetAsideRow } from './set-aside-words.ts';

type Props = { orders: SetAsideRow[]; hasMore: boolean; now: string; timeZone: string };

/**
 * The orders that couldn't be counted, and a way to try all of them at once. Nothing while there are none; after a try that
 * ended them all, that it did.
 */
export function SetAsidePanel({ orders, hasMore, ...context }: Props) {
  const { setAside: texts } = useTexts();
  const trying = useSend<{ ok: true }>({ done: texts.tried, onClose: stayHere });
  const [tried, setTried] = useState<unknown>(null);
  if (trying.answer?.ok && trying.answer !== tried) setTried(trying.answer);
  useLookAgain(tried, orders.length > 0);
  if (orders.length === 0) return tried === null ? null : <AllCounted />;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {texts.title}
          </Text>
          <Text as="p">
            {texts.intro} <IfItLasts />
          </Text>
          <TryAgain {...trying} />
        </BlockStack>
        {orders.map((order) => (
          <Row key={order.orderId} order={order} {...context} />
        ))}
        {hasMore && (
          <Text as="p" tone="subdued">
            {texts.more}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

const BUTTON = 'try-set-aside-again';
const stayHere = () => undefined;

/** In the place of the button that had the keyboard. */
function AllCounted() {
  const { setAside: texts, shell } = useTexts();
  const place = useRef<BannerHandles>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <Banner ref={place} tone="success" title={texts.allCounted}>
      <Link url="/app">{shell.backHome}</Link>
    </Banner>
  );
}

function TryAgain({ send, saving, answer }: Sending<{ ok: true }>) {
  const { setAside: texts } = useTexts();
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button id={BUTTON} loading={saving} onClick={() => send({ do: 'try-again' })}>
          {texts.tryAgain}
        </Button>
      </InlineStack>
      {answer?.ok === false && <InlineError fieldID={BUTTON} message={texts.failed} />}
    </BlockStack>
  );
}

type RowProps = { order: SetAsideRow; now: string; timeZone: string };

function Row({ order, now, timeZone }: RowProps) {
  const { setAside: texts } = useTexts();
  const words = setAsideWords(order, { now, timeZone, language: useLanguage() });
  return (
    <BlockStack gap="100">
      <InlineStack gap="300" blockAlign="center">
        <Text as="h3" variant="headingSm">
          <Link url={`shopify://admin/orders/${order.orderId}`} target="_top" removeUnderline>
            {words.name}
          </Link>
        </Text>
        <Badge tone="warning">{texts.badge}</Badge>
        <Text as="span" tone="subdued">
          {words.since}
        </Text>
      </InlineStack>
      <Text as="p">{words.why}</Text>
      <Text as="p" tone="subdued">
        {words.next}
      </Text>
    </BlockStack>
  );
}
