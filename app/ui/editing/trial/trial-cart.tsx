import { BlockStack, Box, Button, InlineError, InlineGrid, InlineStack, TextField } from '@shopify/polaris';
import type { Language } from '#app/core/values/languages.ts';
import type { TrialLineForm } from '#app/core/editing/trial/parse-trial-form.ts';
import { formatNumber, typedAmount } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  lines: readonly TrialLineForm[];
  onChange: (lines: TrialLineForm[]) => void;
  currency: string;
  problem: (field: string) => string | undefined;
};

/** A cart made up of picked products, and of lines with nothing but a price. */
export function TrialCart({ lines, onChange, currency, problem }: Props) {
  const { program } = useTexts();
  const { trial: say } = program;
  const replace = (index: number, fields: Partial<TrialLineForm>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...fields } : line)));
  const language = useLanguage();
  const pick = async () => onChange([...lines, ...(await pickedLines(language))]);
  const none = problem('lines');
  return (
    <BlockStack gap="300">
      {lines.map((line, index) => (
        <CartLine
          key={index}
          line={line}
          index={index}
          currency={currency}
          problem={problem}
          onChange={(fields) => replace(index, fields)}
          onRemove={() => onChange(lines.filter((_, at) => at !== index))}
        />
      ))}
      <InlineStack gap="200">
        <Button id="add-products" onClick={() => void pick()}>
          {say.addProducts}
        </Button>
        <Button onClick={() => onChange([...lines, EMPTY])}>{say.addLine}</Button>
      </InlineStack>
      {none && lines.length === 0 && <InlineError fieldID="add-products" message={none} />}
    </BlockStack>
  );
}

const EMPTY: TrialLineForm = { title: '', price: '', quantity: '1', productId: null, variantId: null };

type LineProps = Omit<Props, 'lines' | 'onChange'> & {
  line: TrialLineForm;
  index: number;
  onChange: (fields: Partial<TrialLineForm>) => void;
  onRemove: () => void;
};

function CartLine({ line, index, currency, problem, onChange, onRemove }: LineProps) {
  const { program } = useTexts();
  const { trial: say } = program;
  const numbered = say.lineNumber(formatNumber(index + 1, useLanguage()));
  return (
    <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300">
      <InlineGrid columns={{ xs: 1, sm: '2fr 1fr 1fr auto' }} gap="200">
        <TextField
          label={say.lineTitle}
          value={line.title}
          placeholder={numbered}
          onChange={(title) => onChange({ title })}
          autoComplete="off"
        />
        <TextField
          label={say.linePrice(currency)}
          value={line.price}
          onChange={(price) => onChange({ price })}
          inputMode="decimal"
          autoComplete="off"
          error={problem(`lines.${index}.price`) ?? false}
        />
        <TextField
          label={say.lineQuantity}
          value={line.quantity}
          onChange={(quantity) => onChange({ quantity })}
          inputMode="numeric"
          autoComplete="off"
          error={problem(`lines.${index}.quantity`) ?? false}
        />
        {/* Beside the fields, below what would be its label; an error below a field moves neither. */}
        <Box paddingBlockStart={{ xs: '0', sm: '800' }}>
          <Button
            variant="plain"
            tone="critical"
            accessibilityLabel={say.removeLine(line.title || numbered)}
            onClick={onRemove}
          >
            {program.remove}
          </Button>
        </Box>
      </InlineGrid>
    </Box>
  );
}

const digitsOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

/** One line per variant that the merchant picked; none when it was cancelled. */
async function pickedLines(language: Language): Promise<TrialLineForm[]> {
  const picked = await window.shopify.resourcePicker({ type: 'product', multiple: true, action: 'add' });
  return (picked ?? []).flatMap((product) =>
    product.variants.flatMap((variant): TrialLineForm[] => {
      if (!variant.id) return [];
      // The only variant of a product is called "Default Title", which is nobody's word.
      const title = product.hasOnlyDefaultVariant ? product.title : (variant.displayName ?? product.title);
      const price = typedAmount(variant.price ?? '', language);
      return [
        { title, price, quantity: '1', productId: digitsOf(product.id), variantId: digitsOf(variant.id) },
      ];
    }),
  );
}
