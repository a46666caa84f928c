import {
  BlockStack,
  Button,
  Card,
  ChoiceList,
  InlineError,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type {
  TrialErrors,
  TrialLineForm,
  TrialProblem,
  TrialShopperForm,
} from '#app/core/editing/trial/parse-trial-form.ts';
import type { Texts } from '#app/locales/en.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ask } from '../../form/ask.ts';
import { TrialCart } from './trial-cart.tsx';
import { TrialResult, type Tried as Result } from './trial-result.tsx';
import { TrialShopper } from './trial-shopper.tsx';

type Answer = ({ ok: true } & Result) | { ok: false; errors: TrialErrors };
type Props = { form: ProgramForm; currency: string };
type Question = {
  rules: ProgramForm;
  kind: 'cart' | 'order';
  orderName: string;
  lines: TrialLineForm[];
  shopper: TrialShopperForm;
};
/** A server that hangs is given up. */
const LONGEST_MS = 30_000;

type Tried = { question: Question; answer: Answer | null };

/** "What would this cart, or this order, earn by what I have typed?" */
export function TrialPanel({ form, currency }: Props) {
  const texts = useTexts();
  const { trial: say } = texts.program;
  const [kind, setKind] = useState<'cart' | 'order'>('cart');
  const [orderName, setOrderName] = useState('');
  const [lines, setLines] = useState<TrialLineForm[]>([]);
  const [shopper, setShopper] = useState<TrialShopperForm>({ kind: 'typed', stamps: [], member: '' });
  const [asking, setAsking] = useState(false);
  /** The answer is null when there was none. */
  const [tried, setTried] = useState<Tried | null>(null);
  const question: Question = { rules: form, kind, orderName, lines, shopper };
  const { errors, result, failed } = stillTrue(tried, question);
  const problem = (field: string) => (errors[field] ? inWords(errors[field], texts) : undefined);
  const run = async () => {
    setAsking(true);
    const patience = AbortSignal.timeout(LONGEST_MS);
    setTried({ question, answer: await ask<Answer>('/app/program/try', JSON.stringify(question), patience) });
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
          <>
            <TrialCart lines={lines} onChange={setLines} currency={currency} problem={problem} />
            <TrialShopper cards={form.cards} shopper={shopper} onChange={setShopper} problem={problem} />
          </>
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
        <div aria-live="polite">{result && <TrialResult answer={result} currency={currency} />}</div>
      </BlockStack>
    </Card>
  );
}

function inWords(problem: TrialProblem, { program, cards }: Texts): string {
  return { ...program.trial, ...cards.trial }[problem];
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
