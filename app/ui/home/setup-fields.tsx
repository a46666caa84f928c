import { BlockStack, Checkbox, FormLayout, InlineError, Select, TextField } from '@shopify/polaris';
import { momentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { CARD_LIMITS } from '#app/core/program/card-rules.ts';
import { pick } from '#app/locales/plural.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { rateSentence } from '../editing/earn-sentence.ts';
import type { WaitingSetup } from './home-data.ts';
import { SetupProducts } from './setup-products.tsx';
import type { Setup } from './use-setup.ts';

/** The card's switch, and its fields while it is on. */
export function SetupCard({ setup }: { setup: Setup }) {
  const { guide } = useTexts();
  const { form, change } = setup;
  return (
    <BlockStack gap="400">
      <Checkbox
        label={guide.cardOn}
        helpText={guide.cardOnHelp}
        checked={form.cardOn}
        onChange={(cardOn) => change({ cardOn })}
      />
      {form.cardOn && <CardFields setup={setup} />}
    </BlockStack>
  );
}

type Props = { setup: Setup; waiting: WaitingSetup; currency: string };

/** What else customers may get. */
export function SetupSwitches({ setup, waiting, currency }: Props) {
  const { guide } = useTexts();
  const language = useLanguage();
  const { form, errors, change } = setup;
  const { names } = waiting.rules;
  const gift = Number(momentKind('birthday').first.points);
  const points = `${formatNumber(gift, language)} ${pick(pluralForm(gift, language), names[language])}`;
  return (
    <BlockStack gap="400">
      <Checkbox
        label={guide.pointsOn}
        helpText={guide.pointsOnHelp(rateSentence(waiting.rules, { language, currency }))}
        checked={form.pointsOn}
        onChange={(pointsOn) => change({ pointsOn })}
      />
      <Checkbox
        label={guide.birthdayOn}
        helpText={guide.birthdayOnHelp(points)}
        checked={form.birthdayOn}
        onChange={(birthdayOn) => change({ birthdayOn })}
      />
      {errors.cardOn && <InlineError fieldID="publish-setup" message={guide.problems[errors.cardOn]} />}
    </BlockStack>
  );
}

function CardFields({ setup }: { setup: Setup }) {
  const { guide } = useTexts();
  const language = useLanguage();
  const { form, errors, change } = setup;
  const problem = (field: keyof typeof errors) => {
    const found = errors[field];
    return found ? guide.problems[found] : false;
  };
  const number = (value: number) => formatNumber(value, language);
  const sizes = Array.from({ length: CARD_LIMITS.largest - CARD_LIMITS.smallest + 1 }, (_, index) => {
    const size = CARD_LIMITS.smallest + index;
    return { value: String(size), label: guide.sizeOption(number(size), number(size + 1)) };
  });
  return (
    <FormLayout>
      <SetupProducts setup={setup} error={problem('products') || null} />
      <TextField
        label={guide.noun}
        placeholder={guide.nounExample}
        helpText={guide.nounHelp}
        autoComplete="off"
        value={form.noun}
        onChange={(noun) => change({ noun })}
        error={problem('noun')}
      />
      <FormLayout.Group>
        <TextField
          label={guide.title}
          autoComplete="off"
          value={form.title}
          onChange={(title) => change({ title })}
          error={problem('title')}
        />
        <Select
          label={guide.size}
          options={sizes}
          value={String(form.size)}
          onChange={(size) => change({ size: Number(size) })}
          error={problem('size')}
        />
      </FormLayout.Group>
    </FormLayout>
  );
}
