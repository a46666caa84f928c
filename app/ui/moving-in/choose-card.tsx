import { useRevalidator } from '@remix-run/react';
import { Banner, BlockStack, Button, Card, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useId, useRef, useState } from 'react';
import { byOf, columnProblems, fieldsOf, hasPoints } from '#app/core/moving-in/columns.ts';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import { ColumnChoices } from './column-choices.tsx';
import { CountedTwice } from './counted-twice.tsx';
import { FileDates } from './file-dates.tsx';
import { areTermsFine, FileTermsFields, NO_TERMS, sentTerms, useWrongWorth } from './file-terms.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import type { FileTrouble } from './reading/file-trouble.ts';
import { sendFile, type Sent } from './send-file.ts';
import { useEmailsGiven } from './use-emails-given.ts';
import { useChosenFile, type ChosenFile } from './use-chosen-file.ts';
import { WhatItIs } from './what-it-is.tsx';

/** A file is chosen and read in the browser; what nobody can know is asked; then its rows are sent. */
export function ChooseCard(page: MovingPageData) {
  const { movingIn: texts } = useTexts();
  const id = useId();
  const { chosen, trouble, reading, ...file } = useChosenFile(page.today);
  const [isSending, setIsSending] = useState(false);
  const emailsGiven = useEmailsGiven();
  return (
    <Card>
      <BlockStack gap="400">
        {emailsGiven === false && <Banner tone="warning">{texts.why['no-emails']}</Banner>}
        <BlockStack gap="100">
          <label htmlFor={id}>{texts.choose}</label>
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            disabled={isSending}
            // The same file chosen again, mended meanwhile, is a choice too.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={({ currentTarget: { files } }) => void (files?.[0] && file.choose(files[0]))}
          />
          <Text as="p" tone="subdued">
            {texts.chooseHelp}
          </Text>
          {trouble !== null && <FileProblem fieldId={id} {...trouble} />}
        </BlockStack>
        <ReadingProgress reading={reading} stop={file.stop} />
        {chosen && (
          <AboutFile
            key={chosen.look.hash}
            {...{ page, chosen, emailsGiven, isSending, setIsSending }}
            setColumn={file.setColumn}
            setOrder={file.setOrder}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function FileProblem({ why, count, fieldId }: FileTrouble & { fieldId: string }) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  return <InlineError fieldID={fieldId} message={texts.file[why](formatNumber(count, language))} />;
}

type AboutFileProps = Pick<ReturnType<typeof useChosenFile>, 'setColumn' | 'setOrder'> & {
  page: MovingPageData;
  chosen: ChosenFile;
  emailsGiven: boolean | null;
  isSending: boolean;
  setIsSending: (is: boolean) => void;
};

/** What the file is, what only the merchant knows of it, and the button that sends it. */
function AboutFile({
  page,
  chosen,
  emailsGiven,
  setColumn,
  setOrder,
  isSending,
  setIsSending,
}: AboutFileProps) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const [terms, setTerms] = useState(NO_TERMS);
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState(0);
  const [refused, setRefused] = useState<Extract<Sent, { ok: false }>['refused']>(null);
  const sending = useRef(new AbortController());
  const { file, look, columns, dates, order } = chosen;
  const problems = columnProblems(columns, look.head.doubled, emailsGiven);
  const isOfPoints = hasPoints(columns);
  const wrongWorth = useWrongWorth(terms, page);
  const way = isOfPoints ? terms.way : 'add';
  const isFine = !isOfPoints || (areTermsFine(terms) && wrongWorth === null);
  const check = async () => {
    setAsked(true);
    if (Object.keys(problems).length > 0 || way === null || !isFine || dates === null) return;
    const { how, head, names, hash } = look;
    const fields = fieldsOf(columns, names.length);
    const wanted = {
      ...{ how, isHead: head.isHead, fields, by: byOf(columns) },
      ...{ dates: order, today: page.today },
    };
    const said = sentTerms(isOfPoints ? terms : NO_TERMS, page.currency);
    sending.current = new AbortController();
    setSent(0);
    setIsSending(true);
    const answer = await sendFile({ file, wanted, hash, way, ...said }, setSent, sending.current.signal);
    setIsSending(false);
    setRefused(answer.ok ? null : answer.refused);
    if (answer.ok) revalidate();
  };
  return (
    <>
      <WhatItIs chosen={chosen} />
      <ColumnChoices chosen={chosen} cards={page.cards} problems={problems} onChange={setColumn} />
      <FileDates chosen={chosen} onChange={setOrder} />
      {isOfPoints && <CountedTwice {...page} />}
      {isOfPoints && <FileTermsFields {...{ terms, wrongWorth, asked }} {...page} onChange={setTerms} />}
      <div role="status">
        {isSending && (
          <Text as="p">{texts.sending(formatNumber(sent, language), formatNumber(look.rows, language))}</Text>
        )}
      </div>
      <InlineStack gap="200">
        <Button
          id="check-file"
          variant="primary"
          loading={isSending || dates === null}
          onClick={() => void check()}
        >
          {texts.check}
        </Button>
        {isSending && <Button onClick={() => sending.current.abort()}>{texts.stopSending}</Button>}
      </InlineStack>
      {refused !== null && <InlineError fieldID="check-file" message={texts.refused[refused]} />}
    </>
  );
}
