// Writes parts of a function's answer, `CartLinesDiscountsGenerateRunResult`.
import { Text } from './host';
import { Targets } from './targets';
import {
  shopify_function_output_finish_array as closeArray,
  shopify_function_output_finish_object as closeObject,
  shopify_function_output_new_array as openArray,
  shopify_function_output_new_i32 as writeInteger,
  shopify_function_output_new_object as openObject,
  shopify_function_output_new_utf8_str as writeBytes,
} from './shopify_function_v2';

export { closeArray, closeObject, openArray, openObject };

export function write(text: string): void {
  const bytes = String.UTF8.encode(text);
  writeBytes(changetype<usize>(bytes), bytes.byteLength);
}

export function writeText(text: Text): void {
  writeBytes(text.at, <usize>text.length);
}

export function answerNothing(): void {
  openObject(1);
  write('operations');
  openArray(0);
  closeArray();
  closeObject();
}

/** Begins the answer of one operation, with its candidates; `closeOperation` ends it. */
export function openOperation(operation: string, strategy: string, candidates: i32): void {
  openObject(1);
  write('operations');
  openArray(1);
  openObject(1);
  write(operation);
  openObject(2);
  write('selectionStrategy');
  write(strategy);
  write('candidates');
  openArray(candidates);
}

export function closeOperation(): void {
  closeArray();
  closeObject();
  closeObject();
  closeArray();
  closeObject();
}

/** `percentage`, as a value's entry. */
export function writePercentage(percent: i32): void {
  openObject(1);
  write('percentage');
  openObject(1);
  write('value');
  writeInteger(percent);
  closeObject();
  closeObject();
}

/** `fixedAmount`, as a value's entry: once, whatever the number of targets. */
export function writeFixedAmount(amount: Text): void {
  openObject(1);
  write('fixedAmount');
  openObject(1);
  write('amount');
  writeText(amount);
  closeObject();
  closeObject();
}

/** One candidate, so that the shopper reads one line, whatever the number of products. Its value is to be written last. */
export function openProductsOff(message: Text, targets: Targets): void {
  openOperation('productDiscountsAdd', 'ALL', 1);
  openObject(3);
  write('message');
  writeText(message);
  write('targets');
  targets.write();
  write('value');
}

export function closeProductsOff(): void {
  closeObject();
  closeOperation();
}
