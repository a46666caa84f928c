import { useRevalidator } from '@remix-run/react';
import {
  BlockStack,
  Button,
  Card,
  ChoiceList,
  InlineError,
  InlineGrid,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import { useId, useState } from 'react';
import { readHead, type DateOrder, type MovedHead } from '#app/core/moving-in/layouts.ts';
import { birthdayOf, readMovedRow } from '#app/core/moving-in/moved-row.ts';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { MOST_BYTES } from '#app/core/moving-in/moving-step.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatBirthday, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { decoded, parsedFile, type FileProblem } from './read-file.ts';
import { sendFile, type Sent } from './send-file.ts';

type Chosen = { fileName: string; text: string; head: MovedHead; rows: string[][] };
type Problem = FileProblem | 'who' | 'points' | 'twice';

async function readChosen(file: File): Promise<Chosen | Problem> {
  if (file.size > MOST_BYTES) return 'too-large';
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  const parsed = parsedFile(text);
  if (typeof parsed === 'string') return parsed;
  const head = readHead(parsed.head);
  if (head.by === null) return 'who';
  if (head.twice !== null) return 'twice';
  if (!head.hasPoints) return 'points';
  return { fileName: file.name.slice(-200), text, head, rows: parsed.rows };
}

const ORDERS: readonly DateOrder[] = ['mdy', 'dmy', 'ymd'];
const isWhole = (text: string) => /^[1-9]\d{0,5}$/.test(text.trim());

/** A file is chosen and read in the browser; what nobody can know is asked; then its rows are sent. */
export function ChooseCard({ today, worthOf100, currency }: MovingPageData) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const id = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [order, setOrder] = useState<DateOrder>('mdy');
  const [way, setWay] = useState<'add' | 'set' | null>(null);
  const [theirs, setTheirs] = useState('1');
  const [ours, setOurs] = useState('1');
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<Extract<Sent, { ok: false }>['refused'] | null>(null);
  const number = (count: number) => formatNumber(count, language);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await readChosen(file);
    setRefused(null);
    setAsked(false);
    setChosen(typeof read === 'string' ? null : read);
    setProblem(typeof read === 'string' ? read : null);
    if (typeof read !== 'string') setOrder(read.head.dates ?? 'mdy');
  };
  const isFine = way !== null && isWhole(theirs) && isWhole(ours);
  const check = async () => {
    setAsked(true);
    if (!chosen || way === null || !isFine) return;
    const { head, text, fileName } = chosen;
    const by = head.by ?? 'email';
    const rows = chosen.rows.map((cells, nr) =>
      readMovedRow(cells, nr + 2, { fields: head.fields, by, dates: order, today }),
    );
    setSent(0);
    const factor = { theirs: Number(theirs), ours: Number(ours) };
    const answer = await sendFile({ fileName, text, way, byEmail: by === 'email', ...factor, rows }, setSent);
    setSent(null);
    setRefused(answer.ok ? null : answer.refused);
    if (answer.ok) revalidate();
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <label htmlFor={id}>{texts.choose}</label>
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            disabled={sent !== null}
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
          <Text as="p" tone="subdued">
            {texts.chooseHelp}
          </Text>
          {problem !== null && <InlineError fieldID={id} message={texts.file[problem]} />}
        </BlockStack>
        {chosen && (
          <>
            <WhatItIs {...chosen} />
            {chosen.head.fields.includes('birthday') && chosen.head.dates === null && (
              <ChoiceList
                title={texts.dates}
                choices={ORDERS.map((value) => ({
                  value,
                  label: texts.order[value],
                  helpText: texts.readAs(shown(chosen, value, today, texts.noDate, language)),
                }))}
                selected={[order]}
                onChange={([picked]) => setOrder((picked as DateOrder | undefined) ?? order)}
              />
            )}
            <ChoiceList
              title={texts.way}
              choices={[
                { value: 'add', label: texts.add },
                { value: 'set', label: texts.set },
              ]}
              selected={way === null ? [] : [way]}
              {...(asked && way === null ? { error: texts.chooseWay } : {})}
              onChange={([picked]) => setWay(picked === 'set' ? 'set' : 'add')}
            />
            <InlineGrid columns={2} gap="300">
              <Amount label={texts.theirs} value={theirs} asked={asked} onChange={setTheirs} />
              <Amount label={texts.ours} value={ours} asked={asked} onChange={setOurs} />
            </InlineGrid>
            <Text as="p" tone="subdued">
              {isWhole(theirs) && isWhole(ours)
                ? texts.factor(number(Number(theirs)), number(Number(ours)))
                : ''}{' '}
              {worthOf100 === null ? '' : texts.worth(formatMoney(worthOf100, currency, language))}
            </Text>
            <div role="status">
              {sent !== null && <Text as="p">{texts.sending(number(sent), number(chosen.rows.length))}</Text>}
            </div>
            <InlineStack>
              <Button id="check-file" variant="primary" loading={sent !== null} onClick={() => void check()}>
                {texts.check}
              </Button>
            </InlineStack>
            {refused !== null && <InlineError fieldID="check-file" message={texts.refused[refused]} />}
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function Amount({
  label,
  value,
  asked,
  onChange,
}: {
  label: string;
  value: string;
  asked: boolean;
  onChange: (value: string) => void;
}) {
  const { movingIn: texts } = useTexts();
  const error = asked && !isWhole(value) ? { error: texts.wholeNumber } : {};
  return (
    <TextField
      label={label}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      {...error}
      onChange={onChange}
    />
  );
}

function WhatItIs({ head, rows }: Chosen) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const seems = head.layout === 'own' ? texts.own : head.layout === null ? null : texts.seems(head.layout);
  return (
    <BlockStack gap="100">
      <Text as="p">
        {seems === null ? '' : `${seems} `}
        {texts.found(formatNumber(rows.length, language), pluralForm(rows.length, language))}
      </Text>
      {head.unknown.length > 0 && (
        <Text as="p" tone="subdued">
          {texts.ignored(head.unknown.join(', '))}
        </Text>
      )}
    </BlockStack>
  );
}

/** The first three dates as they would be read. */
function shown(
  { head, rows }: Chosen,
  order: DateOrder,
  today: string,
  none: string,
  language: 'en' | 'fr',
): string {
  const place = head.fields.indexOf('birthday');
  const cells = rows.map((row) => row[place]?.trim() ?? '').filter((cell) => cell !== '');
  return cells
    .slice(0, 3)
    .map((cell) => {
      const date = birthdayOf(cell, order, today);
      return date === null ? none : formatBirthday(date, language);
    })
    .join(' · ');
}
