import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { LedgerLine } from './ledger-line.tsx';
import { ledgerRows } from './ledger-rows.ts';
import { showsPoints } from './shows-points.ts';
import './ledger.css';

/**
 * Date, what, points, stamps, balance. On a phone each row is a block of its own: nothing scrolls sideways. Its parts
 * are named by roles, because browsers forget what a table is once its rows are laid out as something else.
 */
export function LedgerTable(data: MemberData) {
  const { members, ledger: say } = useTexts();
  const language = useLanguage();
  const points = showsPoints(data);
  const titles = [say.date, say.what, ...(points ? [say.points] : []), say.stamps, say.balance];
  return (
    <div className={points ? 'ledger ledger-points' : 'ledger'} role="table" aria-label={members.history}>
      <div role="rowgroup" className="ledger-head">
        <div role="row">
          {titles.map((title) => (
            <span key={title} role="columnheader">
              {title}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="ledger-body">
        {ledgerRows(data, language).map((row) => (
          <LedgerLine key={row.id} row={row} data={data} points={points} />
        ))}
      </div>
    </div>
  );
}
