import { Banner, BlockStack, Button, Card, InlineError, InlineStack, List, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { MovingPageData, MovingPreview } from '#app/core/moving-in/moving-page.ts';
import { fileAt } from '#app/ui/form/file-at.ts';
import { saveFile } from '#app/ui/form/save-file.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { BuysLess } from './buys-less.tsx';
import { useSayAboutMoving } from './use-say-about-moving.ts';

/** What the file would do, before it does anything; or why it can't be brought in. */
export function PreviewCard({ file, preview, worth, currency, awardedMembers }: MovingPageData) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const apply = useSayAboutMoving(texts.begun);
  const drop = useSayAboutMoving(texts.dropped);
  const [sure, setSure] = useState(false);
  if (!file) return null;
  const number = (count: number) => formatNumber(count, language);
  const error = apply.error ?? drop.error;
  const isReady = file.step === 'ready' && preview !== null;
  const awarded = awardedMembers ?? 0;
  const buysLess = preview?.buysLess?.count ?? 0;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {isReady ? texts.preview.title(file.fileName) : texts.failed}
        </Text>
        {file.why !== null && <Banner tone="critical">{texts.why[file.why]}</Banner>}
        {isReady && (
          <>
            <List>
              <List.Item>
                {texts.preview.ready(number(preview.ready), pluralForm(preview.ready, language))}
              </List.Item>
              <List.Item>{texts.preview.points(number(preview.theirs), number(preview.ours))}</List.Item>
              {worth !== null && (
                <List.Item>{texts.preview.worth(formatMoney(worth, currency, language))}</List.Item>
              )}
              {preview.birthdays > 0 && (
                <List.Item>{texts.preview.birthdays(number(preview.birthdays))}</List.Item>
              )}
              {(preview.joined ?? 0) > 0 && (
                <List.Item>{texts.preview.joined(number(preview.joined ?? 0))}</List.Item>
              )}
              {preview.leftOut > 0 && <List.Item>{texts.preview.leftOut(number(preview.leftOut))}</List.Item>}
              {preview.less === 0 && <List.Item>{texts.preview.nobodyLess}</List.Item>}
              {preview.buysLess?.count === 0 && <List.Item>{texts.preview.nobodyBuysLess}</List.Item>}
              <List.Item>{texts.preview.quiet}</List.Item>
            </List>
            {preview.less > 0 && (
              <Banner tone="critical">
                {texts.preview.less(number(preview.less), pluralForm(preview.less, language))}
              </Banner>
            )}
            {awarded > 0 && (
              <Banner tone="warning">
                {texts.preview.awarded(number(awarded), pluralForm(awarded, language))}
              </Banner>
            )}
            {buysLess > 0 && <BuysLess file={file} preview={preview} sure={sure} onSure={setSure} />}
            <NotTaken preview={preview} id={file.id} />
          </>
        )}
        <InlineStack gap="200">
          {isReady && (
            <Button
              id="apply-moving"
              variant="primary"
              loading={apply.saving}
              disabled={preview.ready === 0 || preview.less > 0 || (buysLess > 0 && !sure)}
              onClick={() => apply.send({ do: 'apply', id: file.id, despite: sure ? buysLess : 0 })}
            >
              {texts.apply}
            </Button>
          )}
          <Button loading={drop.saving} onClick={() => drop.send({ do: 'drop', id: file.id })}>
            {texts.drop}
          </Button>
        </InlineStack>
        {error !== null && <InlineError fieldID="apply-moving" message={error} />}
      </BlockStack>
    </Card>
  );
}

/** So many that what is to be decided stays in sight; all of them are in a file. */
const MOST_ROWS = 10;

/** Rows by number: what is in them stays in the file. */
export function NotTaken({ preview: { lines, problems }, id }: { preview: MovingPreview; id: string }) {
  const { movingIn: texts } = useTexts();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const file = await fileAt(`/app/members/problems?id=${id}`);
    setSaving(false);
    if (file) saveFile(file, texts.preview.problemsFile);
  };
  const language = useLanguage();
  if (lines.length === 0) return null;
  const shown = lines.slice(0, MOST_ROWS);
  const more = Object.values(problems).reduce((all, count) => all + count, 0) - shown.length;
  const why = (problem: string) =>
    Object.hasOwn(texts.problem, problem) ? texts.problem[problem as keyof typeof texts.problem] : problem;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {texts.preview.notTaken}
      </Text>
      <List>
        {shown.map(({ line, problem }) => (
          <List.Item key={line}>{texts.preview.row(String(line), why(problem))}</List.Item>
        ))}
      </List>
      {more > 0 && (
        <InlineStack gap="200" blockAlign="center">
          <Text as="p">{texts.preview.more(formatNumber(more, language))}</Text>
          <Button variant="plain" loading={saving} onClick={() => void save()}>
            {texts.preview.allProblems}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
