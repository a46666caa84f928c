// Products by their ids: those that the reward names, and those that the program never takes off.
import { elementAt, elementsOf, get, Text, textOf } from '../../function-parts/assembly/host';
import { TextTable } from '../../function-parts/assembly/text-table';

const NAMED: u32 = 1;
const NEVER: u32 = 2;

export class NamedProducts {
  private table: TextTable;

  constructor(productIds: u64, config: u64) {
    const never = get(config, 'never');
    this.table = new TextTable(elementsOf(productIds) + elementsOf(never));
    addAll(this.table, productIds, NAMED);
    addAll(this.table, never, NEVER);
  }

  maskOf(id: Text): u32 {
    return this.table.maskOf(id);
  }
  isNamed(mask: u32): bool {
    return (mask & NAMED) != 0;
  }
  isNever(mask: u32): bool {
    return (mask & NEVER) != 0;
  }
}

function addAll(table: TextTable, ids: u64, bit: u32): void {
  for (let index = 0; index < elementsOf(ids); index++) table.add(textOf(elementAt(ids, index)), bit);
}
