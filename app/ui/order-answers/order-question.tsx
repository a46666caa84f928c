import { BlockStack, Button, Card, Form, FormLayout, InlineError, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { MOST_LETTERS } from '#app/core/order-answers/asked-name.ts';
import type { AskedOrderAnswer } from '#app/core/order-answers/merchants-answer.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ask } from '../form/ask.ts';
import { OrderAnswerView } from './order-answer-view.tsx';

/** A server that hangs is given up. */
const LONGEST_MS = 30_000;

type Asked = { order: string; answer: AskedOrderAnswer | null };

/** "What became of order 1042?" @param memberId on whose page it stands */
export function OrderQuestion({ memberId }: { memberId: string | null }) {
  const { orderAnswers: texts } = useTexts();
  const [order, setOrder] = useState('');
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const run = async () => {
    if (asking || order.trim() === '') return;
    setAsking(true);
    const question = JSON.stringify({ do: 'ask', order, memberId });
    const patience = AbortSignal.timeout(LONGEST_MS);
    const answer = await ask<AskedOrderAnswer>('/app/order-answers', question, patience);
    setAsked({ order, answer });
    setAsking(false);
  };
  // An answer is shown only for what stands in the field.
  const shown = asked?.order === order ? asked : null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {texts.title}
        </Text>
        <Form onSubmit={() => void run()}>
          <FormLayout>
            <TextField
              label={texts.label}
              value={order}
              onChange={setOrder}
              maxLength={MOST_LETTERS}
              helpText={texts.help}
              autoComplete="off"
              connectedRight={
                <Button id="ask-order" submit loading={asking}>
                  {texts.ask}
                </Button>
              }
            />
          </FormLayout>
        </Form>
        {shown?.answer === null && <InlineError fieldID="ask-order" message={texts.failed} />}
        <div aria-live="polite">
          {shown?.answer && (
            <OrderAnswerView
              answer={shown.answer}
              typed={order}
              memberId={memberId}
              again={() => void run()}
            />
          )}
        </div>
      </BlockStack>
    </Card>
  );
}
