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
  taxUnknown: boolean;
};
type Answer = Explained | { ok: false; errors: TrialErrors };
type Props = { form: ProgramForm; currency: string };
type Question = { rules: ProgramForm; kind: 'cart' | 'order'; orderName: string; lines: TrialLineForm[] };
type Tried = { question: Question; answer: Answer | null };

/** "What would this cart, or this order, earn by what I have typed?" */
export function TrialPanel({ form, currency }: Props) {
  const { program } = useTexts();
  const { trial: say } = program;
  const [kind, setKind] = useState<'cart' | 'order'>('cart');
  const [orderName, setOrderName] = useState('');
  const [lines, setLines] = useState<TrialLineForm[]>([]);
  const [asking, setAsking] = useState(false);
  /** The answer is null when there was none. */
  const [tried, setTried] = useState<Tried | null>(null);
  const question: Question = { rules: form, kind, orderName, lines };
  const { errors, result, failed } = stillTrue(tried, question);
  const problem = (field: string) => (errors[field] ? say[errors[field]] : undefined);
  const run = async () => {
    setAsking(true);
    setTried({ question, answer: await ask<Answer>('/app/program/try', JSON.stringify(question), null) });
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
        {failed && <InlineError fieldID="try-it" message={say.failed} />}
        <div aria-live="polite">{result && <Result answer={result} currency={currency} />}</div>
      </BlockStack>
    </Card>
  );
}

/** A number is shown only for what is on the page now, and a problem until its field is changed. */
function stillTrue(tried: Tried | null, now: Question) {
  const answer = tried?.answer;
  const same = (field: string) =>
    JSON.stringify(at(tried?.question, field)) === JSON.stringify(at(now, field));
  const problems = Object.entries(answer?.ok === false ? answer.errors : {});
  const errors: TrialErrors = Object.fromEntries(problems.filter(([field]) => same(field)));
  const unchanged = JSON.stringify(tried?.question) === JSON.stringify(now);
  return { errors, result: answer?.ok && unchanged ? answer : null, failed: answer === null };
}

/** `lines.0.price` → what was typed there. */
function at(question: unknown, field: string): unknown {
  return field.split('.').reduce((node, key) => {
    return typeof node === 'object' && node !== null ? (Reflect.get(node, key) as unknown) : undefined;
  }, question);
}

function Result({ answer, currency }: { answer: Explained; currency: string }) {
  const { program } = useTexts();
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
        {answer.taxUnknown && <Text as="p">{program.trial.taxUnknown}</Text>}
      </BlockStack>
    </Box>
  );
}

/** Lines that nobody named are called by their number. */
function named(titles: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(titles).filter(([, title]) => title !== ''));
}
