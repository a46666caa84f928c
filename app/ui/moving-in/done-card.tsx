import { Link } from '@remix-run/react';
import { BlockStack, Button, Card, InlineError, InlineStack, List, Text } from '@shopify/polaris';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { NotTaken } from './preview-card.tsx';
import { useSayAboutMoving } from './use-say-about-moving.ts';

type Keeping = { keeps: readonly { memberId: string; points: number }[]; all: number };

/** The first of them, each with what they keep, and how many there are beside. */
function WhoKeeps({ keeps, all }: Keeping) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  if (keeps.length === 0) return null;
  return (
    <BlockStack gap="200">
      <List>
        {keeps.map(({ memberId, points }) => (
          <List.Item key={memberId}>
            <Link to={`/app/members/${memberId}`}>
              {texts.keeps(formatNumber(points, language), pluralForm(points, language))}
            </Link>
          </List.Item>
        ))}
      </List>
      {all > keeps.length && (
        <Text as="p">{texts.preview.more(formatNumber(all - keeps.length, language))}</Text>
      )}
    </BlockStack>
  );
}

/** What was brought in last, and the way back. */
export function DoneCard({ file, preview }: MovingPageData) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const undo = useSayAboutMoving(texts.undoBegun);
  if (!file) return null;
  const { fileName, members, points, spentMembers } = file;
  const number = (count: number) => formatNumber(count, language);
  const isUndone = file.step === 'undone';
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {isUndone
            ? texts.undone(fileName)
            : texts.applied(number(members), pluralForm(members, language), fileName)}
        </Text>
        {!isUndone && <Text as="p">{texts.appliedPoints(number(points))}</Text>}
        {isUndone && spentMembers > 0 && (
          <Text as="p">{texts.kept(number(spentMembers), pluralForm(spentMembers, language))}</Text>
        )}
        {isUndone && <WhoKeeps keeps={preview?.keeps ?? []} all={spentMembers} />}
        {!isUndone && preview && <NotTaken preview={preview} id={file.id} />}
        {!isUndone && (
          <>
            <InlineStack>
              <Button
                id="undo-moving"
                loading={undo.saving}
                onClick={() => undo.send({ do: 'undo', id: file.id })}
              >
                {texts.undo}
              </Button>
            </InlineStack>
            <Text as="p" tone="subdued">
              {texts.undoHelp}
            </Text>
          </>
        )}
        {undo.error !== null && <InlineError fieldID="undo-moving" message={undo.error} />}
      </BlockStack>
    </Card>
  );
}
