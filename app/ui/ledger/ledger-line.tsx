import { Button, Collapsible, Link, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { stampsOf } from '#app/core/values/units.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatInstant, formatSigned } from '#app/ui/values/format.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { unitInWords } from '../orders/explain-order.ts';
import { contextOf } from './context-of.ts';
import { cardTitle, hasSeveralCards } from './ledger-cards.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { Why } from './why.tsx';

type Props = { row: LedgerRow; data: MemberData; points: boolean };

/** One event; its reasons are a row below, which opens. */
export function LedgerLine({ row, data, points }: Props) {
  const { members, ledger: say } = useTexts();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div role="row" className="ledger-row">
        <div role="cell" className="ledger-date">
          {formatInstant(row.at, data.timeZone, language)}
        </div>
        <div role="cell" className="ledger-what">
          <What row={row} />
          <Button
            variant="plain"
            disclosure={open ? 'up' : 'down'}
            ariaExpanded={open}
            ariaControls={id}
            accessibilityLabel={say.whyOf(row.what)}
            onClick={() => setOpen(!open)}
          >
            {members.why}
          </Button>
        </div>
        {points && (
          <div role="cell" className="ledger-amount">
            <Points row={row} data={data} />
          </div>
        )}
        <div role="cell" className="ledger-amount ledger-stamps">
          <Stamps row={row} data={data} />
        </div>
        <div role="cell" className="ledger-amount ledger-balance">
          <span className="ledger-narrow">{members.labelled(say.balance, '')}</span>
          {row.balances.map((balance) => (
            <span key={balance}>{balance}</span>
          ))}
        </div>
      </div>
      <div role="row" className="ledger-why">
        <div role="cell" aria-colspan={points ? 5 : 4}>
          <Collapsible id={id} open={open}>
            <Why row={row} data={data} open={open} />
          </Collapsible>
        </div>
      </div>
    </>
  );
}

function What({ row: { what, beside, orderId } }: { row: LedgerRow }) {
  return (
    <>
      <Text as="span" fontWeight="medium">
        {orderId === null ? (
          what
        ) : (
          <Link url={`shopify://admin/orders/${orderId}`} target="_top" removeUnderline>
            {what}
          </Link>
        )}
      </Text>
      {beside !== null && (
        <Text as="span" tone="subdued" breakWord>
          {beside}
        </Text>
      )}
    </>
  );
}

/** With the unit's name where no column says it. */
function Points({ row: { points }, data }: Omit<Props, 'points'>) {
  const language = useLanguage();
  if (points === null || points === 0) return null;
  const unit = unitInWords(Math.abs(points), contextOf('points', data, language));
  return (
    <span>
      {formatSigned(points, language)}
      <span className="ledger-narrow"> {unit}</span>
    </span>
  );
}

function Stamps({ row: { stamps }, data }: Omit<Props, 'points'>) {
  const language = useLanguage();
  const { ledger: say } = useTexts();
  const several = hasSeveralCards(data);
  return stamps.map(({ cardKey, amount }, index) => {
    const signed = formatSigned(amount, language);
    const unit = unitInWords(Math.abs(amount), contextOf(stampsOf(cardKey), data, language));
    return (
      // A card may stand twice, as earned and as taken; their order never changes.
      <span key={index}>
        {several ? say.onCard(signed, cardTitle(cardKey, data, language)) : signed}
        {!several && <span className="ledger-narrow"> {unit}</span>}
      </span>
    );
  });
}
