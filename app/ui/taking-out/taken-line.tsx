import { BlockStack, Box, Button, InlineError, InlineStack, Text } from '@shopify/polaris';
import { MOST_COUNTED_ROWS } from '#app/core/taking-out/taken-counts.ts';
import type { TakenFile, TakenForm } from '#app/core/taking-out/taken-file.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { TakenFiles } from './use-taken-file.ts';

type Props = {
  name: TakenFile['name'];
  /** How many rows there are, where that is counted. */
  count?: number | undefined;
  forms: readonly TakenForm[];
  files: TakenFiles;
};

/** A file: what is in it, how much, and a button for each form. */
export function TakenLine({ name, count, forms, files }: Props) {
  const { takingOut: texts } = useTexts();
  const { title, about } = texts.files[name];
  const size = useSize(count);
  const isMade = files.making?.name === name;
  return (
    <Box padding="400" borderBlockEndWidth="025" borderColor="border">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Box maxWidth="36rem">
            <BlockStack gap="050">
              <Text as={name === 'everything' ? 'h2' : 'h3'} variant="headingSm">
                {title}
              </Text>
              <Text as="p" tone="subdued">
                {size === null ? about : `${about} ${size}`}
              </Text>
              <div role="status">
                {isMade && (
                  <Text as="p" tone="subdued">
                    {texts.making}
                  </Text>
                )}
              </div>
            </BlockStack>
          </Box>
          <InlineStack gap="200">
            {isMade && (
              <Button variant="plain" onClick={files.stop}>
                {texts.stop}
              </Button>
            )}
            {forms.map((form) => (
              <FormButton key={form} file={{ name, form }} files={files} title={title} />
            ))}
          </InlineStack>
        </InlineStack>
        {files.failed?.name === name && <InlineError fieldID={`taken-${name}`} message={texts.failed} />}
      </BlockStack>
    </Box>
  );
}

type ButtonProps = { file: TakenFile; files: TakenFiles; title: string };

function FormButton({ file, files, title }: ButtonProps) {
  const { takingOut: texts } = useTexts();
  const isMade = files.making?.name === file.name && files.making.form === file.form;
  return (
    <Button
      id={`taken-${file.name}-${file.form}`}
      loading={isMade}
      disabled={files.making !== null && !isMade}
      accessibilityLabel={texts.take(title, texts.form[file.form])}
      onClick={() => files.take(file)}
    >
      {texts.form[file.form]}
    </Button>
  );
}

function useSize(count: number | undefined): string | null {
  const { takingOut: texts } = useTexts();
  const language = useLanguage();
  if (count === undefined) return null;
  if (count > MOST_COUNTED_ROWS) return texts.moreRows(formatNumber(MOST_COUNTED_ROWS, language));
  return texts.rows(formatNumber(count, language), pluralForm(count, language));
}
