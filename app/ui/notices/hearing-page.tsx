import { BlockStack, Card, ChoiceList, Page } from '@shopify/polaris';
import { MEMBER_NUMBERS, type MemberNumber } from '#app/core/notices/member-numbers.ts';
import { MEMBER_TAGS, type MemberTag } from '#app/core/notices/member-tags.ts';
import { NOTICE_KINDS, type NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { SaveTrouble } from '#app/ui/form/save-trouble.tsx';
import { useSaveBar } from '#app/ui/form/use-save-bar.tsx';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { Section } from '../editing/settings/section.tsx';
import { useSayHow, type NoticeCounts } from './use-say-how.ts';

export type Hearing = { flow: NoticeKind[]; numbers: MemberNumber[]; tags: MemberTag[] };

type Props = { saved: Hearing; counts: NoticeCounts };

/** By which ways customers hear, beside the shop's pages: each is off until the merchant switches it on. */
export function HearingPage({ saved, counts }: Props) {
  const { notices: texts, settings } = useTexts();
  const sayHow = useSayHow();
  const form = useSaveBar<Hearing, { ok: boolean }>({ saved });
  const { value, change } = form;
  return (
    <Page>
      <PageTitle title={texts.title} back={{ title: settings.title, to: '/app/settings' }} />
      {form.bar}
      <BlockStack gap={{ xs: '600', sm: '400' }}>
        <PageIntro>{texts.intro}</PageIntro>
        <SaveTrouble form={form} />
        <Section title={texts.flowTitle} about={texts.flowAbout}>
          <Card>
            <ChoiceList
              allowMultiple
              title={texts.flowList}
              choices={NOTICE_KINDS.map((kind) => ({
                value: kind,
                label: texts.kinds[kind],
                helpText: sayHow(kind, saved.flow, counts),
              }))}
              selected={value.flow}
              onChange={(chosen) => change({ flow: NOTICE_KINDS.filter((kind) => chosen.includes(kind)) })}
            />
          </Card>
        </Section>
        <Section title={texts.numbersTitle} about={texts.numbersAbout}>
          <Card>
            <ChoiceList
              allowMultiple
              title={texts.numbersList}
              choices={MEMBER_NUMBERS.map((key) => ({ value: key, label: texts.numbers[key] }))}
              selected={value.numbers}
              onChange={(chosen) => change({ numbers: MEMBER_NUMBERS.filter((key) => chosen.includes(key)) })}
            />
          </Card>
        </Section>
        <Section title={texts.tagsTitle} about={texts.tagsAbout}>
          <Card>
            <ChoiceList
              allowMultiple
              title={texts.tagsList}
              choices={MEMBER_TAGS.map((tag) => ({ value: tag, label: texts.tags[tag], helpText: tag }))}
              selected={value.tags}
              onChange={(chosen) => change({ tags: MEMBER_TAGS.filter((tag) => chosen.includes(tag)) })}
            />
          </Card>
        </Section>
      </BlockStack>
    </Page>
  );
}
