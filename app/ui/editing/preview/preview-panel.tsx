import {
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  InlineGrid,
  InlineStack,
  Select,
  Text,
} from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ask } from '../../form/ask.ts';
import { SECTIONS } from '../sections.ts';
import { Previews, type Preview } from './previews.tsx';

/** The preview route's answer. */
export type PreviewAnswer = { ok: true; previews: Preview[] } | { ok: false; reason: 'invalid' };

/** Keystrokes closer together than this make one preview. */
const PAUSE_MS = 250;

/** The theme's blocks by the rules as they are typed, for one shopper of several. */
export function PreviewPanel({ form, invalid }: { form: ProgramForm; invalid: boolean }) {
  const { program, settings, shell } = useTexts();
  const language = useLanguage();
  const [chosen, setShopper] = useState('member');
  const [storefront, setStorefront] = useState<Language>(language);
  const [mobile, setMobile] = useState(false);
  const ofSections = SECTIONS.flatMap((section) => section.shoppers?.(form, language) ?? []);
  const offered = [...shoppers(program.preview), ...ofSections];
  // A shopper who waits for a gift isn't there any more once the gift is switched off.
  const shopper = offered.some(({ value }) => value === chosen) ? chosen : 'member';
  const { previews, failed, retry } = usePreviews(invalid ? null : form, shopper, storefront);
  const { preview: say } = program;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say.heading}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2, lg: 1 }} gap="200">
          <Select label={say.who} options={offered} value={shopper} onChange={setShopper} />
          <Select
            label={say.language}
            options={LANGUAGES.map((value) => ({ label: settings.languages[value], value }))}
            value={storefront}
            onChange={(chosen) => setStorefront(LANGUAGES.find((one) => one === chosen) ?? language)}
          />
        </InlineGrid>
        <div role="group" aria-label={say.width}>
          <ButtonGroup variant="segmented">
            <Button pressed={!mobile} onClick={() => setMobile(false)}>
              {say.desktop}
            </Button>
            <Button pressed={mobile} onClick={() => setMobile(true)}>
              {say.mobile}
            </Button>
          </ButtonGroup>
        </div>
        <Text as="p" tone="subdued">
          {say.help}
        </Text>
        {failed && (
          <InlineStack gap="200">
            <Text as="p" tone="critical">
              {say.failed}
            </Text>
            <Button variant="plain" onClick={retry}>
              {shell.retry}
            </Button>
          </InlineStack>
        )}
        {invalid && (
          <Text as="p" tone="subdued">
            {say.invalid}
          </Text>
        )}
        {!(failed && previews === null) && <Previews previews={previews} mobile={mobile} />}
      </BlockStack>
    </Card>
  );
}

function shoppers(say: ReturnType<typeof useTexts>['program']['preview']) {
  return [
    { label: say.visitor, value: 'visitor' },
    { label: say.newMember, value: 'new-member' },
    { label: say.member, value: 'member' },
  ];
}

/** The last rules that could be read stay in view while a field is half typed. */
function usePreviews(form: ProgramForm | null, shopper: string, storefront: Language) {
  const [previews, setPreviews] = useState<Preview[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [retries, setRetries] = useState(0);
  const body = form && JSON.stringify({ form, shopper, language: storefront });
  const first = useRef(true);
  useEffect(() => {
    if (body === null) return;
    const given = new AbortController();
    const send = async () => {
      first.current = false;
      const answer = await ask<PreviewAnswer>('/app/program/preview', body, given.signal);
      if (given.signal.aborted) return;
      setFailed(answer === null);
      if (answer?.ok) setPreviews(answer.previews);
    };
    const timer = setTimeout(() => void send(), first.current ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [body, retries]);
  return { previews, failed, retry: () => setRetries((count) => count + 1) };
}
