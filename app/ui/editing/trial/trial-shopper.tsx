import { BlockStack, ChoiceList, InlineGrid, TextField } from '@shopify/polaris';
import type { CardForm } from '#app/core/editing/card-form.ts';
import type { TrialShopperForm } from '#app/core/editing/trial/parse-trial-form.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  cards: readonly CardForm[];
  shopper: TrialShopperForm;
  onChange: (shopper: TrialShopperForm) => void;
  problem: (field: string) => string | undefined;
};

/** The stamps that the made-up cart's customer has: typed, or a member's own. */
export function TrialShopper({ cards, shopper, onChange, problem }: Props) {
  const { trial: say } = useTexts().cards;
  if (cards.length === 0) return null;
  return (
    <BlockStack gap="200">
      <ChoiceList
        title={say.shopper}
        choices={[
          { label: say.typed, value: 'typed' },
          { label: say.ofMember, value: 'member' },
        ]}
        selected={[shopper.kind]}
        onChange={([chosen]) => onChange({ ...shopper, kind: chosen === 'member' ? 'member' : 'typed' })}
      />
      {shopper.kind === 'typed' ? (
        <TypedStamps cards={cards} shopper={shopper} onChange={onChange} problem={problem} />
      ) : (
        <TextField
          label={say.member}
          value={shopper.member}
          onChange={(member) => onChange({ ...shopper, member })}
          helpText={say.memberHelp}
          autoComplete="off"
          error={problem('shopper.member') ?? false}
        />
      )}
    </BlockStack>
  );
}

function TypedStamps({ cards, shopper, onChange, problem }: Props) {
  const { program, cards: texts } = useTexts();
  const language = useLanguage();
  const type = (index: number, typed: string) =>
    onChange({
      ...shopper,
      stamps: cards.map((_, at) => (at === index ? typed : (shopper.stamps[at] ?? ''))),
    });
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
      {cards.map(({ key, title }, index) => (
        <TextField
          key={key || `new-${index}`}
          label={texts.trial.stampsOn(title[language] || program.newCardTitle)}
          value={shopper.stamps[index] ?? ''}
          placeholder="0"
          onChange={(typed) => type(index, typed)}
          inputMode="numeric"
          autoComplete="off"
          error={problem(`shopper.stamps.${index}`) ?? false}
        />
      ))}
    </InlineGrid>
  );
}
