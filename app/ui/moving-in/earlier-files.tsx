import { BlockStack, Button, Card, InlineError, InlineStack, Text } from '@shopify/polaris';
import type { EarlierFile } from '#app/core/moving-in/moving-page.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useSayAboutMoving } from './use-say-about-moving.ts';

/** Files from before the newest: each may be undone as well, in any order. */
export function EarlierFiles({ files }: { files: readonly EarlierFile[] }) {
  const { movingIn: texts } = useTexts();
  const undo = useSayAboutMoving(texts.undoBegun);
  if (files.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.earlier}
        </Text>
        {files.map((file) => (
          <OneFile key={file.id} file={file} saving={undo.saving} onUndo={undo.send} />
        ))}
        {undo.error !== null && <InlineError fieldID="earlier-files" message={undo.error} />}
      </BlockStack>
    </Card>
  );
}

type One = { file: EarlierFile; saving: boolean; onUndo: (said: { do: 'undo'; id: string }) => void };

function OneFile({ file: { id, fileName, day, step, members, spentMembers }, saving, onUndo }: One) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const count = (value: number) => [formatNumber(value, language), pluralForm(value, language)] as const;
  const isUndone = step === 'undone';
  return (
    <InlineStack gap="200" align="space-between" blockAlign="center">
      <BlockStack>
        <Text as="p">{isUndone ? texts.undone(fileName) : texts.applied(...count(members), fileName)}</Text>
        <Text as="p" tone="subdued">
          {formatDay(day, language)}
          {isUndone && spentMembers > 0 ? ` · ${texts.kept(...count(spentMembers))}` : ''}
        </Text>
      </BlockStack>
      {!isUndone && (
        <Button
          loading={saving}
          accessibilityLabel={texts.undoOf(fileName)}
          onClick={() => onUndo({ do: 'undo', id })}
        >
          {texts.undo}
        </Button>
      )}
    </InlineStack>
  );
}
