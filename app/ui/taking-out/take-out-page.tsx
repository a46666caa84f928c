import { BlockStack, Box, Card, List, Page, Text } from '@shopify/polaris';
import { TAKEN_NAMES, type TakenName } from '#app/core/taking-out/taken-names.ts';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { TakenLine } from './taken-line.tsx';
import { useTakenFile } from './use-taken-file.ts';

type Props = { counts: Partial<Record<TakenName, number>> };

/** Everything that the app knows of the program and its members, as files. */
export function TakeOutPage({ counts }: Props) {
  const { takingOut: texts, members } = useTexts();
  const files = useTakenFile();
  return (
    <Page>
      <PageTitle title={texts.title} back={{ title: members.title, to: '/app/members' }} />
      <BlockStack gap="400">
        <PageIntro>{texts.intro}</PageIntro>
        <Card padding="0">
          <TakenLine name="everything" forms={['jsonl']} files={files} />
        </Card>
        <Card padding="0">
          <Box padding="400" borderBlockEndWidth="025" borderColor="border">
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">
                {texts.oneByOne}
              </Text>
              <Text as="p" tone="subdued">
                {texts.forms}
              </Text>
            </BlockStack>
          </Box>
          {TAKEN_NAMES.map((name) => (
            <TakenLine key={name} name={name} count={counts[name]} forms={['csv', 'jsonl']} files={files} />
          ))}
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {texts.notThere}
            </Text>
            <List>
              {texts.notThereList.map((text) => (
                <List.Item key={text}>{text}</List.Item>
              ))}
            </List>
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}
