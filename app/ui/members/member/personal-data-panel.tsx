import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { MemberData } from './member-data.ts';
import { useDataFile } from '../use-data-file.ts';

/** A copy of what is stored, for the customer who asks for it. */
export function PersonalDataPanel({ member, dataRequested }: MemberData) {
  const { members: texts } = useTexts();
  const { download, busy } = useDataFile(member.customerId);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingSm">
          {texts.personalData}
        </Text>
        <Text as="p" {...(dataRequested ? {} : { tone: 'subdued' })}>
          {dataRequested ? texts.personalDataAsked : texts.personalDataHelp}
        </Text>
        <Button loading={busy} onClick={download}>
          {texts.download}
        </Button>
      </BlockStack>
    </Card>
  );
}
