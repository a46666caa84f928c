import { BlockStack, InlineStack, Text } from '@shopify/polaris';

export type Bar = { label: string; value: number; text: string };
type Props = {
  /** The words for what the chart shows, for those who hear it. */
  label: string;
  when: string;
  what: string;
  bars: readonly Bar[];
};

const WIDTH = 300;
const HEIGHT = 64;

/** Bars over time. Drawn for the eye; a table says the same to those who don't see it. */
export function Chart({ label, when, what, bars }: Props) {
  return (
    <BlockStack gap="050">
      <Bars bars={bars} />
      <InlineStack align="space-between" wrap={false}>
        <Edge text={bars[0]?.label} />
        <Edge text={bars.at(-1)?.label} />
      </InlineStack>
      <div className="Polaris-Text--visuallyHidden">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{when}</th>
              <th scope="col">{what}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td>{bar.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </BlockStack>
  );
}

function Edge({ text }: { text: string | undefined }) {
  return (
    <span aria-hidden>
      <Text as="span" variant="bodyXs" tone="subdued">
        {text}
      </Text>
    </span>
  );
}

// The height is fixed before anything is drawn, so that nothing below it moves.
function Bars({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={{ display: 'block', width: '100%', height: HEIGHT }}
    >
      <rect y={HEIGHT - 1} width={WIDTH} height={1} fill="var(--p-color-border)" />
      {bars.map(({ label, value, text }, index) => {
        const height = (Math.max(0, value) / most) * (HEIGHT - 4);
        return (
          <rect
            key={label}
            x={index * step + step * 0.15}
            y={HEIGHT - height}
            width={step * 0.7}
            height={height}
            fill="var(--p-color-bg-fill-emphasis)"
          >
            <title>{`${label}: ${text}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
