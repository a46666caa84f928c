import { useRevalidator } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { HandData } from './hand-data.ts';
import { HandDialog } from './hand-dialog.tsx';
import { ListDialog } from './list-dialog.tsx';
import { ListsGiven } from './lists-given.tsx';
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
        <Text as="p">
          {hand.waits
            ? say.problems.collection
            : say.about(formatNumber(hand.among, language), pluralForm(hand.among, language))}
        </Text>
        <InlineStack gap="200">
          <div ref={fromAll}>
            <Button disabled={hand.among === 0} onClick={toAll.open}>
              {say.give}
            </Button>
          </div>
          <div ref={fromList}>
            <Button disabled={hand.waits} onClick={toList.open}>
              {say.list.title}
            </Button>
          </div>
        </InlineStack>
        {hand.lists.length > 0 && <ListsGiven lists={hand.lists} />}
      </BlockStack>
      <HandDialog key={`all ${toAll.press}`} giving={toAll} activator={fromAll} />
      <ListDialog key={`list ${toList.press}`} momentKey={momentKey} giving={toList} activator={fromList} />
    </Card>
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
