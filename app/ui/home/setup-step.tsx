import { BlockStack, Button, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { BlockPicture } from './block-picture.tsx';
import type { GuideData, WaitingSetup } from './home-data.ts';
import { SetupCard, SetupSwitches } from './setup-fields.tsx';
import { useSetup } from './use-setup.ts';

type Props = { guide: GuideData; currency: string };

/** What customers get, beside a picture of it; a draft with more in it is published on its own page. */
export function SetupStep({ guide, currency }: Props) {
  if (guide.published) return <Live birthdayOn={guide.birthdayOn} />;
  return guide.waiting ? <SetUp waiting={guide.waiting} currency={currency} /> : <Elsewhere />;
}

function Live({ birthdayOn }: { birthdayOn: boolean }) {
  const { home, guide } = useTexts();
  return (
    <BlockStack gap="300">
      <Text as="p">{guide.live}</Text>
      {!birthdayOn && <Text as="p">{guide.birthdayOff}</Text>}
      <InlineStack>
        <Button url="/app/program">{home.openProgram}</Button>
      </InlineStack>
    </BlockStack>
  );
}

function Elsewhere() {
  const { home } = useTexts();
  return (
    <BlockStack gap="300">
      <Text as="p">{home.cardStepElsewhere}</Text>
      <InlineStack>
        <Button url="/app/program">{home.openProgram}</Button>
      </InlineStack>
    </BlockStack>
  );
}

function SetUp({ waiting, currency }: { waiting: WaitingSetup; currency: string }) {
  const { guide } = useTexts();
  const setup = useSetup(waiting);
  const { publish, busy, waits, refusal } = setup;
  return (
    <BlockStack gap="400">
      <Text as="p">{guide.setUpHelp}</Text>
      <div className="guide-setup">
        <SetupCard setup={setup} />
        <BlockPicture form={setup.form} />
        <SetupSwitches setup={setup} waiting={waiting} currency={currency} />
      </div>
      {refusal && <InlineError fieldID="publish-setup" message={refusal} />}
      <InlineStack>
        <Button id="publish-setup" variant="primary" loading={busy} disabled={waits} onClick={publish}>
          {guide.publish}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
