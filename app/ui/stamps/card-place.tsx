import { useFetcher, useNavigate } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, Modal, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { CardForm } from '#app/core/editing/card-form.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { EditProps } from '../editing/edit-props.ts';

type Props = { edit: EditProps; index: number; title: string; onDiscard: () => void };

/** Where a card stands among several, and the way to end it. */
export function CardPlace({ edit, index, title, onDiscard }: Props) {
  const { value, change } = edit;
  const { overview, program, cards: texts } = useTexts();
  const language = useLanguage();
  const { cards } = value;
  const key = cards[index]?.key ?? '';
  if (cards.length === 1 && key === '') return null;
  const order = cards.map((one) => one.title[language]).join(', ');
  return (
    <Card>
      <BlockStack gap="300">
        {cards.length > 1 && (
          <>
            <Text as="p" tone="subdued">
              {program.cardsHelp}
            </Text>
            <InlineStack gap="200">
              <Button
                accessibilityLabel={program.moveUp(title)}
                disabled={index === 0}
                onClick={() => change({ cards: movedUp(cards, index) })}
              >
                {program.up}
              </Button>
              <Button
                accessibilityLabel={texts.moveDown(title)}
                disabled={index === cards.length - 1}
                onClick={() => change({ cards: movedUp(cards, index + 1) })}
              >
                {texts.down}
              </Button>
            </InlineStack>
            <Text as="p">{overview.cardOrder(order)}</Text>
          </>
        )}
        {key !== '' && <RemoveCard edit={edit} cardKey={key} title={title} onDiscard={onDiscard} />}
      </BlockStack>
    </Card>
  );
}

function movedUp(cards: readonly CardForm[], index: number): CardForm[] {
  const moved = [...cards];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
}

type RemoveProps = { edit: EditProps; cardKey: string; title: string; onDiscard: () => void };

function RemoveCard({ edit, cardKey, title, onDiscard }: RemoveProps) {
  const { overview, program } = useTexts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  const { submit, state, data: answer } = useFetcher<{ ok: true } | NotSaved>();
  useEffect(() => {
    if (state === 'idle' && answer?.ok) navigate('/app/program');
  }, [state, answer, navigate]);
  const remove = () => {
    setAsking(false);
    onDiscard();
    const step = { do: 'remove-card', key: cardKey, revision: edit.data.revision };
    submit(JSON.stringify(step), {
      method: 'post',
      action: '/app/program?index',
      encType: 'application/json',
    });
  };
  return (
    <>
      <InlineStack>
        <div ref={from}>
          <Button variant="plain" tone="critical" loading={state !== 'idle'} onClick={() => setAsking(true)}>
            {overview.removeCard}
          </Button>
        </div>
      </InlineStack>
      {state === 'idle' && answer?.ok === false && (
        <Text as="p" tone="critical">
          {overview.notDone}
        </Text>
      )}
      <Modal
        open={asking}
        activator={from}
        onClose={() => setAsking(false)}
        title={overview.removeTitle(title)}
        primaryAction={{ content: overview.removeCard, onAction: remove, destructive: true }}
        secondaryActions={[{ content: program.cancel, onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{overview.removeHelp}</Text>
        </Modal.Section>
      </Modal>
    </>
  );
}
