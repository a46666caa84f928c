import { BlockStack, Box, Divider, Text } from '@shopify/polaris';
import type { OrderExplanation } from '#app/core/orders/order-explanation.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { TrialFreeUnits } from '#app/core/editing/trial/trial-free-units.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import { explainOrder } from '#app/ui/orders/explain-order.ts';
import { Explanation } from '#app/ui/ledger/explanation.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { freeUnitsInWords } from './free-unit-words.ts';

export type Tried = {
  rules: ProgramRules;
  madeUp: boolean;
  units: { unit: string; explanation: OrderExplanation }[];
  freeUnits: TrialFreeUnits[];
  lineTitles: Record<string, string>;
  taxUnknown: boolean;
  /** The member whose stamps were tried is left out. */
  blocked: boolean;
  /** That member's, where a name found them. */
  name: string | null;
  /** Lines of a made-up cart that no card can count. */
  withoutProduct: boolean;
};

/** The cart's free units, then what the order would be worth. */
export function TrialResult({ answer, currency }: { answer: Tried; currency: string }) {
  const { program, cards } = useTexts();
  const language = useLanguage();
  const { rules, madeUp, freeUnits } = answer;
  const lineTitles = named(answer.lineTitles);
  const cardTitle = (unit: string) =>
    rules.cards.find(({ key }) => key === cardKeyOf(unit))?.title[language] ?? undefined;
  const context = { language, currency, names: rules.names, madeUp, lineTitles };
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="300">
        {answer.name !== null && <Text as="p">{cards.trial.withStampsOf(answer.name)}</Text>}
        {answer.blocked && <Text as="p">{cards.trial.blocked}</Text>}
        {freeUnits.map((ofCard) => (
          <Explanation
            key={ofCard.cardKey}
            {...freeUnitsInWords(ofCard, { language, currency, cards: rules.cards, lineTitles })}
          />
        ))}
        {freeUnits.length > 0 && <Divider />}
        {answer.units.map(({ unit, explanation }) => (
          <Explanation
            key={`${unit}/${explanation.part ?? 'earned'}`}
            {...explainOrder(explanation, { ...context, unit, cardTitle: cardTitle(unit) })}
          />
        ))}
        {answer.withoutProduct && rules.cards.length > 0 && <Text as="p">{cards.trial.noProduct}</Text>}
        {answer.taxUnknown && <Text as="p">{program.trial.taxUnknown}</Text>}
      </BlockStack>
    </Box>
  );
}

/** Lines that nobody named are called by their number. */
function named(titles: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(titles).filter(([, title]) => title !== ''));
}
