import { BlockStack, Card, Page } from '@shopify/polaris';
import { LetterPicture } from '../members/pictures.tsx';
import { useCustomerNames } from '../members/use-customer-names.ts';
import { NothingYet } from '../shell/nothing-yet.tsx';
import { PageIntro } from '../shell/page-intro.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { useTexts } from '../shell/use-texts.ts';
import { PackingList } from './packing-list.tsx';
import { TaskCard } from './task-card.tsx';
import type { TasksData } from './tasks-data.ts';
import './tasks.css';

/** Where the keyboard goes once what it stood on is done. */
const PLACE = 'tasks';

/** What the merchant does with their own hands: parcels first, because they leave. */
export function TasksPage(data: TasksData) {
  const { tasks: texts } = useTexts();
  const { parcels, missed, today, lapsed, done, takeOut } = data;
  const all = [...parcels, ...missed, ...today, ...lapsed, ...done, ...takeOut];
  const names = useCustomerNames([...new Set(all.map(({ customerId }) => customerId))]);
  const common = { names, place: PLACE };
  return (
    <Page>
      <PageTitle title={texts.title} />
      <div id={PLACE} tabIndex={-1} className="tasks-place">
        <BlockStack gap="400">
          <div className="not-printed">
            <PageIntro>{texts.intro}</PageIntro>
          </div>
          {takeOut.length > 0 && (
            <TaskCard
              title={texts.takeOut.title}
              help={texts.takeOut.help}
              {...common}
              tasks={takeOut}
              tick={null}
            />
          )}
          {parcels.length > 0 && <PackingList {...data} {...common} />}
          {today.length > 0 && (
            <TaskCard
              title={texts.today.title}
              help={texts.today.help}
              {...common}
              tasks={today}
              tick="tick"
            />
          )}
          {parcels.length + today.length + missed.length + takeOut.length === 0 && <Nothing />}
          {missed.length > 0 && (
            <TaskCard
              title={texts.missed.title}
              help={texts.missed.help}
              {...common}
              tasks={missed}
              tick="tick"
            />
          )}
          {lapsed.length > 0 && (
            <TaskCard
              title={texts.lapsed.title}
              help={texts.lapsed.help}
              {...common}
              tasks={lapsed}
              tick="tick"
            />
          )}
          {done.length > 0 && <TaskCard title={texts.done.title} {...common} tasks={done} tick="undo" />}
        </BlockStack>
      </div>
    </Page>
  );
}

function Nothing() {
  const { tasks: texts } = useTexts();
  return (
    <div className="not-printed">
      <Card padding="0">
        <NothingYet
          picture={<LetterPicture />}
          heading={texts.nothing}
          help={texts.nothingHelp}
          action={{ content: texts.toProgram, url: '/app/program' }}
        />
      </Card>
    </div>
  );
}
