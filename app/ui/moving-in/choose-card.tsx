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
import { datesOfFile } from '#app/core/moving-in/dates-of-file.ts';
import { isEnoughHere, leastHere } from '#app/core/moving-in/enough-here.ts';
import { ORDERS, readHead, type DateOrder, type MovedHead } from '#app/core/moving-in/layouts.ts';
import { birthdayOf, readMovedRow } from '#app/core/moving-in/moved-row.ts';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { MOST_BYTES } from '#app/core/moving-in/moving-step.ts';
import { parseAmount } from '#app/core/values/parse-amount.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatBirthday, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { FileDates } from './file-dates.tsx';
import { decoded, parsedFile, type FileProblem } from './read-file.ts';
import { sendFile, type Sent } from './send-file.ts';

type Chosen = { fileName: string; text: string; head: MovedHead; rows: string[][]; birthdays: string[] };
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
  const { rows } = parsed;
  return { fileName: file.name.slice(-200), text, head, rows, birthdays: birthdaysIn(head, rows) };
}

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
  const [isOrderAsked, setIsOrderAsked] = useState(false);
  const [way, setWay] = useState<'add' | 'set' | null>(null);
  const [theirs, setTheirs] = useState('1');
  const [ours, setOurs] = useState('1');
  const [worthThere, setWorthThere] = useState('');
  const [stepThere, setStepThere] = useState('');
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<Extract<Sent, { ok: false }>['refused'] | null>(null);
  const number = (count: number) => formatNumber(count, language);

  /** Null where nothing is said, or points here are worth no less. */
  const worthProblem = (): string | null => {
    if (worthThere.trim() === '' || worthOf100 === null || !isWhole(ours)) return null;
    const { minor, problem: wrong } = parseAmount(worthThere, currency);
    if (wrong !== null) return texts.worthThereWrong;
    if (isEnoughHere({ ours: Number(ours) }, minor, worthOf100)) return null;
    return texts.tooFew(number(leastHere(minor, worthOf100)));
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await readChosen(file);
    setRefused(null);
    setAsked(false);
    setChosen(typeof read === 'string' ? null : read);
    setProblem(typeof read === 'string' ? read : null);
    if (typeof read === 'string') return;
    const dates = datesOfFile(read.birthdays, read.head.dates, today);
    setOrder(dates.order);
    setIsOrderAsked(dates.isAsked);
  };
  const wrongWorth = worthProblem();
  const isStepFine = stepThere.trim() === '' || isWhole(stepThere);
  const isFine = way !== null && isWhole(theirs) && isWhole(ours) && wrongWorth === null && isStepFine;
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
    const worth = {
      worthMinor: worthThere.trim() === '' ? null : parseAmount(worthThere, currency).minor,
      stepThere: stepThere.trim() === '' ? null : Number(stepThere),
    };
    const answer = await sendFile(
      { fileName, text, way, byEmail: by === 'email', ...factor, ...worth, rows },
      setSent,
    );
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
            {isOrderAsked && (
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
            <FileDates cells={chosen.birthdays} order={order} isAsked={isOrderAsked} today={today} />
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
            {worthOf100 !== null && (
              <TextField
                label={texts.worthThere(isWhole(theirs) ? number(Number(theirs)) : theirs)}
                helpText={texts.worthThereHelp}
                value={worthThere}
                suffix={currency}
                inputMode="decimal"
                autoComplete="off"
                {...(asked && wrongWorth !== null ? { error: wrongWorth } : {})}
                onChange={setWorthThere}
              />
            )}
            {worthOf100 !== null && worthThere.trim() !== '' && (
              <TextField
                label={texts.stepThere}
                helpText={texts.stepThereHelp}
                value={stepThere}
                inputMode="numeric"
                autoComplete="off"
                {...(asked && !isStepFine ? { error: texts.wholeNumber } : {})}
                onChange={setStepThere}
              />
            )}
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

const birthdaysIn = (head: MovedHead, rows: readonly string[][]): string[] => {
  const place = head.fields.indexOf('birthday');
  return place < 0 ? [] : rows.map((row) => row[place] ?? '');
};

/** The first three dates as they would be read. */
function shown(
  { birthdays }: Chosen,
  order: DateOrder,
  today: string,
  none: string,
  language: 'en' | 'fr',
): string {
  return birthdays
    .filter((cell) => cell.trim() !== '')
    .slice(0, 3)
    .map((cell) => {
      const date = birthdayOf(cell, order, today);
      return date === null ? none : formatBirthday(date, language);
    })
    .join(' · ');
}
