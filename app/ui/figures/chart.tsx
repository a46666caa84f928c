import { BlockStack, Box, InlineStack, Text } from '@shopify/polaris';

/** `text` is the value as people read it. */
export type Bar = { label: string; value: number; text: string };
type Props = {
  /** The words for what the chart shows, for those who hear it. */
  label: string;
  when: string;
  /** What is counted, and of how long each bar is: "Members, per day". */
  unit: string;
  /** The value of the last bar, with its time. */
  last: string;
  /** The axis' two ends as people read them. */
  most: (value: number) => string;
  bars: readonly Bar[];
};

const WIDTH = 300;
const HEIGHT = 64;

/** Bars over time, with axis, unit and last value. Drawn for the eye; a table says the same to those who don't see it. */
export function Chart({ label, when, unit, last, most, bars }: Props) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <BlockStack gap="050">
      <div aria-hidden>
        <InlineStack align="space-between" gap="200">
          <Small text={unit} />
          <Small text={last} />
        </InlineStack>
        <div style={{ display: 'flex', gap: 4, paddingBlock: 4 }}>
          <Axis ends={[most(highest), most(0)]} />
          <Bars bars={bars} highest={highest} />
        </div>
        <InlineStack align="space-between" wrap={false}>
          <Small text={bars[0]?.label ?? ''} />
          <Small text={bars.at(-1)?.label ?? ''} />
        </InlineStack>
      </div>
      <div className="Polaris-Text--visuallyHidden">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{when}</th>
              <th scope="col">{unit}</th>
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

function Small({ text }: { text: string }) {
  return (
    <Text as="span" variant="bodyXs" tone="subdued">
      {text}
    </Text>
  );
}

/** As high as the bars: the most above, nothing below. */
function Axis({ ends }: { ends: readonly [string, string] }) {
  return (
    <div
      style={{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', textAlign: 'end' }}
    >
      {ends.map((end, index) => (
        <Box key={index}>
          <Small text={end} />
        </Box>
      ))}
    </div>
  );
}

// The height is fixed before anything is drawn, so that nothing below it moves.
function Bars({ bars, highest }: { bars: readonly Bar[]; highest: number }) {
  const step = WIDTH / Math.max(1, bars.length);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={{ display: 'block', flex: 1, minWidth: 0, height: HEIGHT }}
    >
      <rect width={WIDTH} height={1} fill="var(--p-color-border-secondary)" />
      <rect y={HEIGHT - 1} width={WIDTH} height={1} fill="var(--p-color-border)" />
      {bars.map(({ label, value, text }, index) => {
        const height = (Math.max(0, value) / highest) * (HEIGHT - 1);
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
