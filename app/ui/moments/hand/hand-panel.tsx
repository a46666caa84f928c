import { useRevalidator } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import type { HandList } from '#app/core/moments/hand-list.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { HandData } from './hand-data.ts';
import { HandDialog } from './hand-dialog.tsx';
import { ListDialog } from './list-dialog.tsx';
import { useGiving } from './use-giving.ts';

const LOOK_AGAIN_MS = 3_000;

/** Gives a moment by hand to everybody whom it is for or to a list, after a question, and tells how far it is. */
export function HandPanel({ momentKey, hand }: { momentKey: string; hand: HandData }) {
  const { momentFigures } = useTexts();
  const { hand: say } = momentFigures;
  const language = useLanguage();
  const [toAll, toList] = [useGiving(momentKey), useGiving(momentKey)];
  /** Around the buttons: the keyboard goes back there. */
  const [fromAll, fromList] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  useLookingAgain(hand.lists.some(({ finished }) => !finished));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say.title}
        </Text>
        <Text as="p">{say.about(formatNumber(hand.among, language), pluralForm(hand.among, language))}</Text>
        <InlineStack gap="200">
          <div ref={fromAll}>
            <Button disabled={hand.among === 0} onClick={toAll.open}>
              {say.give}
            </Button>
          </div>
          <div ref={fromList}>
            <Button onClick={toList.open}>{say.list.title}</Button>
          </div>
        </InlineStack>
        {hand.lists.length > 0 && <Lists lists={hand.lists} />}
      </BlockStack>
      <HandDialog key={`all ${toAll.press}`} giving={toAll} activator={fromAll} />
      <ListDialog key={`list ${toList.press}`} momentKey={momentKey} giving={toList} activator={fromList} />
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
