import { BlockStack, InlineGrid, Select, Text } from '@shopify/polaris';
import type { ColumnProblem } from '#app/core/moving-in/columns.ts';
import type { MovedField } from '#app/core/moving-in/layouts.ts';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { FoldedFields } from '#app/ui/form/folded-fields.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { ChosenFile } from './use-chosen-file.ts';

type Props = {
  chosen: ChosenFile;
  cards: MovingPageData['cards'];
  problems: Partial<Record<MovedField, ColumnProblem>>;
  onChange: (field: MovedField, place: number | null) => void;
};

const FIELDS = ['email', 'customerId', 'points', 'birthday', 'joinedOn', 'leftOut'] as const;
const LONGEST_CELL = 40;

/** Which column is what: open for a file that nobody knows, folded where its columns say it. */
export function ColumnChoices({ chosen, cards, problems, onChange }: Props) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const { look, columns } = chosen;
  const isKnown = look.head.isOwn || look.head.apps.length > 0;
  const foreign = Object.keys(columns).filter(
    (field) => field.startsWith('stamps/') && !cards.some(({ key }) => field === `stamps/${key}`),
  );
  const named: [string, string][] = [
    ...FIELDS.map((field): [string, string] => [field, texts.columns.field[field]]),
    ...cards.map(({ key, title }): [string, string] => [
      `stamps/${key}`,
      texts.columns.stamps(title[language]),
    ]),
    ...foreign.map((field): [string, string] => [field, field]),
  ];
  return (
    <FoldedFields
      label={texts.columns.title}
      labelOfWhat={texts.columns.title}
      set={!isKnown}
      wrong={Object.keys(problems).length > 0}
    >
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          {texts.columns.help}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          {named.map(([field, label]) => (
            <ColumnChoice
              key={field}
              label={label}
              look={look}
              place={columns[field as MovedField] ?? null}
              problem={problems[field as MovedField] ?? null}
              onChange={(place) => onChange(field as MovedField, place)}
            />
          ))}
        </InlineGrid>
      </BlockStack>
    </FoldedFields>
  );
}

function ColumnChoice({
  label,
  look,
  place,
  problem,
  onChange,
}: {
  label: string;
  look: ChosenFile['look'];
  place: number | null;
  problem: ColumnProblem | null;
  onChange: (place: number | null) => void;
}) {
  const { columns: texts } = useTexts().movingIn;
  const first = look.sample.map((cells) => cells[place ?? -1]?.trim().slice(0, LONGEST_CELL) || texts.empty);
  return (
    <Select
      label={label}
      value={place === null ? '' : String(place)}
      options={[
        { value: '', label: texts.none },
        ...look.names.map((name, nr) => {
          const isName = look.head.isHead && name.trim() !== '';
          return { value: String(nr), label: isName ? name.trim() : texts.nameless(String(nr + 1)) };
        }),
      ]}
      {...(place === null ? {} : { helpText: texts.first(first.join(' · ')) })}
      {...(problem === null ? {} : { error: texts.problem[problem] })}
      onChange={(value) => onChange(value === '' ? null : Number(value))}
    />
  );
}
