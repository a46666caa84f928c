import {
  BlockStack,
  Box,
  Button,
  Card,
  ChoiceList,
  InlineError,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import type { OrderExplanation } from '#app/core/order-corrections.ts';
import type { ProgramForm } from '#app/core/program-form.ts';
import type { ProgramRules } from '#app/core/program-rules.ts';
import type { TrialErrors, TrialLineForm } from '#app/core/read-trial-form.ts';
import { cardKeyOf } from '#app/core/units.ts';
import { explainOrder } from '#app/ui/explain.ts';
import { Explanation } from '#app/ui/explanation.tsx';
import { useLanguage } from '#app/ui/root-data.ts';
import { useTexts } from '#app/ui/use-texts.ts';
import { ask } from './ask.ts';
import { TrialCart } from './trial-cart.tsx';

type Explained = {
  ok: true;
  rules: ProgramRules;
  madeUp: boolean;
  units: { unit: string; explanation: OrderExplanation }[];
  lineTitles: Record<string, string>;
};
type Answer = Explained | { ok: false; errors: TrialErrors };
type Props = { form: ProgramForm; currency: string };

/** "What would this cart, or this order, earn by what I have typed?" */
export function TrialPanel({ form, currency }: Props) {
  const { program } = useTexts();
  const { trial: say } = program;
  const [kind, setKind] = useState<'cart' | 'order'>('cart');
  const [orderName, setOrderName] = useState('');
  const [lines, setLines] = useState<TrialLineForm[]>([]);
  const [asking, setAsking] = useState(false);
  /** Null when there was none. */
  const [answer, setAnswer] = useState<Answer | null | undefined>();
  const errors = answer?.ok === false ? answer.errors : {};
  const problem = (field: string) => (errors[field] ? say[errors[field]] : undefined);
  const run = async () => {
    const body = JSON.stringify({ rules: form, kind, orderName, lines });
    setAsking(true);
    setAnswer(await ask<Answer>('/app/program/try', body, null));
    setAsking(false);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say.heading}
        </Text>
        <Text as="p" tone="subdued">
          {say.help}
        </Text>
        <ChoiceList
          title={say.kind}
          choices={[
            { label: say.cart, value: 'cart' },
            { label: say.order, value: 'order' },
          ]}
          selected={[kind]}
          onChange={([chosen]) => setKind(chosen === 'order' ? 'order' : 'cart')}
        />
        {kind === 'cart' ? (
          <TrialCart lines={lines} onChange={setLines} currency={currency} problem={problem} />
        ) : (
          <TextField
            label={say.orderName}
            value={orderName}
            onChange={setOrderName}
            helpText={say.orderHelp}
            autoComplete="off"
            error={problem('orderName') ?? false}
          />
        )}
        <InlineStack>
          <Button id="try-it" onClick={() => void run()} loading={asking}>
            {say.run}
          </Button>
        </InlineStack>
        {errors['rules'] && <InlineError fieldID="try-it" message={say.fixRules} />}
        {answer === null && <InlineError fieldID="try-it" message={say.failed} />}
        <div aria-live="polite">{answer?.ok && <Result answer={answer} currency={currency} />}</div>
      </BlockStack>
    </Card>
  );
}

function Result({ answer, currency }: { answer: Explained; currency: string }) {
  const language = useLanguage();
  const { rules, madeUp, lineTitles } = answer;
  const cardTitle = (unit: string) =>
    rules.cards.find(({ key }) => key === cardKeyOf(unit))?.title[language] ?? undefined;
  const context = { language, currency, names: rules.names, madeUp, lineTitles: named(lineTitles) };
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="300">
        {answer.units.map(({ unit, explanation }) => (
          <Explanation
            key={unit}
            {...explainOrder(explanation, { ...context, unit, cardTitle: cardTitle(unit) })}
          />
        ))}
      </BlockStack>
    </Box>
  );
}

/** Lines that nobody named are called by their number. */
function named(titles: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(titles).filter(([, title]) => title !== ''));
}
