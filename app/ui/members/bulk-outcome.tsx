import { Banner, BlockStack, Box, List, type BannerHandles } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import type { BulkResult } from '#app/core/members/bulk.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { Bulk, BulkRequest } from './use-bulk.ts';
import { wayBack } from './way-back.ts';

type Props = { bulk: Bulk; nameOf: (memberId: string) => string; onDismiss: () => void };

/** What became of it, who couldn't be changed, by name, and the way back. */
export function BulkOutcome({ bulk: { sent, answer, send }, nameOf, onDismiss }: Props) {
  const { memberList: texts, shell } = useTexts();
  const language = useLanguage();
  const banner = useRef<BannerHandles>(null);
  // Where the keyboard stood is gone with the choice of members.
  useEffect(() => banner.current?.focus(), [answer]);
  if (!sent || !answer || (answer.ok === false && answer.reason === 'refused')) return null;
  const said = (count: number, words: (typeof texts.done)[keyof typeof texts.done]) =>
    words(formatNumber(count, language), pluralForm(count, language));
  const back = answer.ok ? wayBack(sent, answer) : null;
  return (
    <Box padding="400" paddingBlockEnd="0">
      {answer.ok ? (
        <Banner
          ref={banner}
          tone={answer.failed.length > 0 ? 'warning' : 'success'}
          title={said(answer.done.length, texts.done[nameOfDeed(sent)])}
          onDismiss={onDismiss}
          {...(back ? { action: { content: texts.undo, onAction: () => send(back) } } : {})}
        >
          {answer.failed.length > 0 && <Failed failed={answer.failed} nameOf={nameOf} />}
        </Banner>
      ) : (
        <Banner
          ref={banner}
          tone="critical"
          title={shell.notSaved}
          onDismiss={onDismiss}
          // Whoever was changed all the same isn't changed twice by it.
          action={{ content: shell.retry, onAction: () => send(sent) }}
        >
          <p>{shell.notSavedHelp}</p>
        </Banner>
      )}
    </Box>
  );
}

function Failed({ failed, nameOf }: Pick<BulkResult, 'failed'> & Pick<Props, 'nameOf'>) {
  const { memberList: texts, members } = useTexts();
  return (
    <BlockStack gap="100">
      <p>{texts.notDone}</p>
      <List>
        {failed.map(({ memberId, reason }) => (
          <List.Item key={memberId}>{members.labelled(nameOf(memberId), texts.why[reason])}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function nameOfDeed(sent: BulkRequest): 'adjusted' | 'undone' | 'excluded' | 'included' {
  if (sent.do === 'block') return sent.blocked ? 'excluded' : 'included';
  return sent.do === 'adjust' ? 'adjusted' : 'undone';
}
