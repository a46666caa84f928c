import { useFetcher, useRevalidator } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { HandList } from '#app/core/moments/hand-list.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { HandAnswer, HandData } from './hand-data.ts';
import { HandDialog } from './hand-dialog.tsx';

const LOOK_AGAIN_MS = 3_000;

/** Gives a moment by hand to everybody whom it is for, after a question, and tells how far it is. */
export function HandPanel({ momentKey, hand }: { momentKey: string; hand: HandData }) {
  const { momentFigures } = useTexts();
  const { hand: say } = momentFigures;
  const language = useLanguage();
  const fetcher = useFetcher<HandAnswer>();
  const [asking, setAsking] = useState<string | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  useLookingAgain(hand.lists.some(({ finished }) => !finished));
  const busy = fetcher.state !== 'idle';
  const answer = busy ? null : (fetcher.data ?? null);
  const isDone = answer?.ok === true && sent === asking;
  const give = (reason: string) => {
    if (busy || asking === null) return;
    setSent(asking);
    const action = `/app/program/moments/${momentKey}`;
    const body = JSON.stringify({ do: 'give', reason, requestKey: asking });
    fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say.title}
        </Text>
        <Text as="p">{say.about(formatNumber(hand.among, language), pluralForm(hand.among, language))}</Text>
        <InlineStack>
          <div ref={from}>
            <Button disabled={hand.among === 0} onClick={() => setAsking(crypto.randomUUID())}>
              {say.give}
            </Button>
          </div>
        </InlineStack>
        {hand.lists.length > 0 && <Lists lists={hand.lists} />}
      </BlockStack>
      <HandDialog
        key={asking}
        open={asking !== null && !isDone}
        activator={from}
        busy={busy}
        answer={answer}
        onGive={give}
        onClose={() => setAsking(null)}
      />
    </Card>
  );
}

function Lists({ lists }: { lists: readonly HandList[] }) {
  const { momentFigures } = useTexts();
  const { hand: say } = momentFigures;
  const language = useLanguage();
  const number = (count: number) => formatNumber(count, language);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {say.lists}
      </Text>
      <List>
        {lists.map(({ key, finished, done, total, given, reason }) => (
          <List.Item key={key}>
            {finished ? say.done(number(given), number(total)) : say.running(number(done), number(total))}{' '}
            <Text as="span" tone="subdued">
              {reason}
            </Text>
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

/** While a list is under way. */
function useLookingAgain(runs: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(revalidate, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [runs, revalidate]);
}
