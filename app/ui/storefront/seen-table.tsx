import { Badge, Link, Text } from '@shopify/polaris';
import { useRootData } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { pageName } from './page-name.ts';
import { addLink, pageLink } from './place-link.ts';
import type { SeenPage, SeenRow } from './seen-pages.ts';

type Props = { shop: string; pages: readonly SeenPage[] };

/** A group of rows a page, a row a block: what it is called, how it stands, and the link that puts it right. */
export function SeenTable({ shop, pages }: Props) {
  const { whereSeen } = useTexts();
  return (
    <table className="seen-table">
      <caption className="seen-table-unseen">{whereSeen.title}</caption>
      <thead className="seen-table-unseen">
        <tr>
          <th scope="col">{whereSeen.block}</th>
          <th scope="col">{whereSeen.state}</th>
          <th scope="col">{whereSeen.action}</th>
        </tr>
      </thead>
      {pages.map((page) => (
        <PageRows key={page.page} shop={shop} page={page} />
      ))}
    </table>
  );
}

function PageRows({ shop, page: { page, rows, why, takesNone } }: { shop: string; page: SeenPage }) {
  const { whereSeen } = useTexts();
  const name = pageName(page, whereSeen);
  const said = why === null ? (takesNone ? whereSeen.noBlocks : null) : whereSeen.why[why];
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {name}
          {said && (
            <Text as="p" tone="caution">
              {said}
            </Text>
          )}
        </th>
      </tr>
      {rows.map((row) => (
        <BlockRow key={row.block.key} shop={shop} page={page} name={name} row={row} canAdd={!takesNone} />
      ))}
    </tbody>
  );
}

type RowProps = { shop: string; page: string; name: string; row: SeenRow; canAdd: boolean };

function BlockRow({ shop, page, name, row: { block, state, needed }, canAdd }: RowProps) {
  const { home, whereSeen } = useTexts();
  const editor = { shop, apiKey: useRootData()?.apiKey ?? '' };
  const label = home.blocks[block.key].name;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {state === 'absent' && !needed ? (
          <Text as="span" tone="subdued">
            {whereSeen.states.absent}
          </Text>
        ) : (
          <Badge {...TONES[state]}>{whereSeen.states[state]}</Badge>
        )}
      </td>
      <td>
        {state === 'absent' && canAdd && (
          <Link
            url={addLink(editor, block, page)}
            target="_blank"
            accessibilityLabel={whereSeen.addNamed(label, name)}
          >
            {whereSeen.add}
          </Link>
        )}
        {state === 'hidden' && (
          <Link
            url={pageLink(editor, block, page)}
            target="_blank"
            accessibilityLabel={whereSeen.openNamed(label, name)}
          >
            {whereSeen.open}
          </Link>
        )}
      </td>
    </tr>
  );
}

const TONES = {
  shown: { tone: 'success' },
  hidden: { tone: 'attention' },
  absent: { tone: 'warning' },
  unknown: {},
} as const;
