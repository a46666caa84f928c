import { BlockStack, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import type { DiscountHealth } from '#app/core/discounts/discount-health.ts';
import { cardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import type { CardForm } from '#app/core/editing/card-form.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { CardDiscount } from '../discounts/card-discount.tsx';
import type { EditProps } from '../editing/edit-props.ts';
import { PartBadge } from '../editing/part-badge.tsx';
import { cardStateInProgram } from '../editing/states-of-parts.ts';
import { CardLookFields } from './card-look-fields.tsx';
import { cardSentence } from './card-sentence.ts';
import { CardTermsFields } from './card-terms-fields.tsx';
import { ProductChoice } from './product-choice.tsx';

type Props = {
  card: CardForm;
  /** Its place among the cards of the form. */
  index: number;
  edit: EditProps;
  onChange: (fields: Partial<CardForm>) => void;
};

/** One stamp card: its sentence, then what makes it up. */
export function CardEditor({ card, index, edit, onChange }: Props) {
  const { errors, typed, published, data } = edit;
  const { currency, timeZone, discounts } = data;
  const { program } = useTexts();
  const language = useLanguage();
  const title = card.title[language] || program.newCardTitle;
  const problem = (field: string) => {
    const found = errors[`cards.${index}.${field}`];
    return found ? program.problems[found] : undefined;
  };
  const cannotRun = errors['cards'];
  const discount = discounts.find(({ cardKey }) => cardKey === card.key);
  const cartLimit = typed.rules && cardCartLimit(typed.rules, index, { currency, before: published });
  const titleField = (of: Language) => (
    <TextField
      key={of}
      label={program.titleIn[of]}
      value={card.title[of]}
      onChange={(text) => onChange({ title: { ...card.title, [of]: text } })}
      autoComplete="off"
      maxLength={100}
      error={problem(`title.${of}`) ?? false}
    />
  );
  return (
    <BlockStack gap="300">
      <Heading card={card} index={index} edit={edit} title={title} />
      {cannotRun && (
        <Text as="p" tone="critical">
          {program.problems[cannotRun]}
        </Text>
      )}
      {discount && <CardDiscount discount={discount} timeZone={timeZone} />}
      <FormLayout>
        <FormLayout.Group condensed>{LANGUAGES.map(titleField)}</FormLayout.Group>
        <TextField
          label={program.sizeField}
          value={card.size}
          onChange={(size) => onChange({ size })}
          inputMode="numeric"
          autoComplete="off"
          helpText={program.sizeHelp}
          error={problem('size') ?? false}
        />
        <CardLookFields card={card} initial={edit.data.initial} problem={problem} onChange={onChange} />
        <ProductChoice card={card} cartLimit={cartLimit} problem={problem} onChange={onChange} />
        <CardTermsFields
          card={card}
          title={title}
          currency={currency}
          asCode={isCode(discount) || !data.functionsRun}
          problem={problem}
          onChange={onChange}
        />
      </FormLayout>
    </BlockStack>
  );
}

const isCode = (discount: DiscountHealth | undefined): boolean =>
  discount?.way === 'codes' || discount?.way === 'to-codes';

type HeadingProps = Omit<Props, 'onChange'> & { title: string };

function Heading({ card, index, edit, title }: HeadingProps) {
  const { changed, typed, published, data } = edit;
  const { program } = useTexts();
  const rules = typed.rules?.cards[index];
  const before = published.cards.find(({ key }) => key === card.key);
  return (
    <>
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {typed.rules && rules && <PartBadge state={cardStateInProgram(typed.rules, rules.key, data)} />}
      </InlineStack>
      {rules && <Text as="p">{cardSentence(rules, typed.wording)}</Text>}
      {before && changed.has(`card/${card.key}`) && (
        <Text as="p" tone="subdued">
          {program.publishedNow(cardSentence(before, typed.wording))}
        </Text>
      )}
    </>
  );
}
