import { ChoiceList, InlineGrid, Text, TextField } from '@shopify/polaris';
import { isEnoughHere, leastHere } from '#app/core/moving-in/enough-here.ts';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { parseAmount } from '#app/core/values/parse-amount.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMoney, formatNumber } from '#app/ui/values/format.ts';

/** As typed: what the file's points do, and what they are here. */
export type FileTerms = {
  way: 'add' | 'set' | null;
  theirs: string;
  ours: string;
  worthThere: string;
  stepThere: string;
};

export const NO_TERMS: FileTerms = { way: null, theirs: '1', ours: '1', worthThere: '', stepThere: '' };

const isWhole = (text: string) => /^[1-9]\d{0,5}$/.test(text.trim());
const isStepFine = ({ stepThere }: FileTerms) => stepThere.trim() === '' || isWhole(stepThere);

export const areTermsFine = (terms: FileTerms): boolean =>
  isWhole(terms.theirs) && isWhole(terms.ours) && isStepFine(terms);

/** As numbers; what is left empty is null. */
export const sentTerms = ({ theirs, ours, worthThere, stepThere }: FileTerms, currency: string) => ({
  theirs: Number(theirs),
  ours: Number(ours),
  worthMinor: worthThere.trim() === '' ? null : parseAmount(worthThere, currency).minor,
  stepThere: stepThere.trim() === '' ? null : Number(stepThere),
});

type Props = Pick<MovingPageData, 'worthOf100' | 'currency'> & {
  terms: FileTerms;
  /** Null where points there are worth no more than here, as far as anybody says. */
  wrongWorth: string | null;
  /** Problems are shown once somebody went on. */
  asked: boolean;
  onChange: (terms: FileTerms) => void;
};

/** What points there are here, and whether they add up: nobody but the merchant can know. */
export function FileTermsFields({ terms, worthOf100, currency, wrongWorth, asked, onChange }: Props) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const { way, theirs, ours, worthThere, stepThere } = terms;
  const said = (text: string) => (isWhole(text) ? formatNumber(Number(text), language) : text);
  const change = (part: Partial<FileTerms>) => onChange({ ...terms, ...part });
  const factor = isWhole(theirs) && isWhole(ours) ? texts.factor(said(theirs), said(ours)) : '';
  const worth = worthOf100 === null ? '' : texts.worth(formatMoney(worthOf100, currency, language));
  return (
    <>
      <ChoiceList
        title={texts.way}
        choices={[
          { value: 'add', label: texts.add },
          { value: 'set', label: texts.set },
        ]}
        selected={way === null ? [] : [way]}
        {...(asked && way === null ? { error: texts.chooseWay } : {})}
        onChange={([picked]) => change({ way: picked === 'set' ? 'set' : 'add' })}
      />
      <InlineGrid columns={2} gap="300">
        <Amount
          label={texts.theirs}
          value={theirs}
          asked={asked}
          onChange={(text) => change({ theirs: text })}
        />
        <Amount label={texts.ours} value={ours} asked={asked} onChange={(text) => change({ ours: text })} />
      </InlineGrid>
      {worthOf100 !== null && (
        <TextField
          label={texts.worthThere(said(theirs))}
          helpText={texts.worthThereHelp}
          value={worthThere}
          suffix={currency}
          inputMode="decimal"
          autoComplete="off"
          {...(asked && wrongWorth !== null ? { error: wrongWorth } : {})}
          onChange={(text) => change({ worthThere: text })}
        />
      )}
      {worthOf100 !== null && worthThere.trim() !== '' && (
        <TextField
          label={texts.stepThere}
          helpText={texts.stepThereHelp}
          value={stepThere}
          inputMode="numeric"
          autoComplete="off"
          {...(asked && !isStepFine(terms) ? { error: texts.wholeNumber } : {})}
          onChange={(text) => change({ stepThere: text })}
        />
      )}
      <Text as="p" tone="subdued">
        {`${factor} ${worth}`.trim()}
      </Text>
    </>
  );
}

/** Null where nothing is said, or points here are worth no less. */
export function useWrongWorth(
  { ours, worthThere }: FileTerms,
  { worthOf100, currency }: Pick<MovingPageData, 'worthOf100' | 'currency'>,
): string | null {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  if (worthThere.trim() === '' || worthOf100 === null || !isWhole(ours)) return null;
  const { minor, problem } = parseAmount(worthThere, currency);
  if (problem !== null) return texts.worthThereWrong;
  if (isEnoughHere({ ours: Number(ours) }, minor, worthOf100)) return null;
  return texts.tooFew(formatNumber(leastHere(minor, worthOf100), language));
}

type AmountProps = { label: string; value: string; asked: boolean; onChange: (value: string) => void };

function Amount({ asked, ...field }: AmountProps) {
  const { movingIn: texts } = useTexts();
  const error = asked && !isWhole(field.value) ? { error: texts.wholeNumber } : {};
  return <TextField {...field} {...error} inputMode="numeric" autoComplete="off" />;
}
