import { Banner, Link, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** Settings change numbers, so they wait in the draft until the merchant publishes it. */
export function DraftNotice({ unpublished }: { unpublished: boolean }) {
  const { settings } = useTexts();
  const program = <Link url="/app/program">{settings.toProgram}</Link>;
  if (unpublished) {
    return (
      <Banner tone="info" title={settings.unpublished}>
        <p>
          {settings.unpublishedHelp} {program}
        </p>
      </Banner>
    );
  }
  return (
    <Text as="p" tone="subdued">
      {settings.draftHelp} {program}
    </Text>
  );
}
