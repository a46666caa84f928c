import { Banner, BlockStack, Button, Checkbox, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { MovingPageData, MovingPreview } from '#app/core/moving-in/moving-page.ts';
import { fileAt } from '#app/ui/form/file-at.ts';
import { saveFile } from '#app/ui/form/save-file.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useSayAboutMoving } from './use-say-about-moving.ts';

type Props = {
  file: NonNullable<MovingPageData['file']>;
  preview: MovingPreview;
  sure: boolean;
  onSure: (sure: boolean) => void;
};

/** Who could buy less than before, by their rows, and the factor with which nobody could; or it is meant so. */
export function BuysLess({ file, preview, sure, onSure }: Props) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const raise = useSayAboutMoving(texts.preview.raised);
  const [saving, setSaving] = useState(false);
  if (!preview.buysLess) return null;
  const { count, lines, ours } = preview.buysLess;
  const number = (value: number) => formatNumber(value, language);
  const save = async () => {
    setSaving(true);
    const found = await fileAt(`/app/members/problems?id=${file.id}&of=less`);
    setSaving(false);
    if (found) saveFile(found, texts.preview.lessFile);
  };
  return (
    <Banner tone="warning" title={texts.preview.buysLess(number(count), pluralForm(count, language))}>
      <BlockStack gap="300">
        <Text as="p">{texts.preview.inRows(lines.join(', '))}</Text>
        {count > lines.length && (
          <InlineStack gap="200" blockAlign="center">
            <Text as="p">{texts.preview.more(number(count - lines.length))}</Text>
            <Button variant="plain" loading={saving} onClick={() => void save()}>
              {texts.preview.allProblems}
            </Button>
          </InlineStack>
        )}
        {ours === null ? (
          <Text as="p">{texts.preview.noFactor}</Text>
        ) : (
          <InlineStack>
            <Button
              id="raise-factor"
              loading={raise.saving}
              onClick={() => raise.send({ do: 'factor', id: file.id, ours })}
            >
              {texts.preview.raise(number(ours), number(file.theirs))}
            </Button>
          </InlineStack>
        )}
        {raise.error !== null && <InlineError fieldID="raise-factor" message={raise.error} />}
        <Checkbox label={texts.preview.sure} checked={sure} onChange={onSure} />
      </BlockStack>
    </Banner>
  );
}
