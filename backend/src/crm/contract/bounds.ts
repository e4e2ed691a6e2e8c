import { isSoundPrice, isSoundQuantity } from '@backroom/shared';
import type { CrmLine, CrmRecord } from './index.ts';

function boundedLine(line: CrmLine): CrmLine {
  const { quantity, unitPrice, discountPercent, discountAmount } = line;
  const priced = [unitPrice, discountPercent, discountAmount].every((each) => each === null || isSoundPrice(each));
  // A discount alone is never dropped: without its price the line blocks the order, by name.
  return {
    ...line,
    quantity: quantity !== null && isSoundQuantity(quantity) ? quantity : null,
    unitPrice: priced ? unitPrice : null,
    ...(priced ? {} : { discountPercent: null, discountAmount: null }),
  };
}
/** A CRM takes any number into a line. One beyond our arithmetic counts as none, which the checks of an order name. */
export const boundedRecord = (record: CrmRecord): CrmRecord =>
  record.type === 'deal' ? { ...record, lines: record.lines.map(boundedLine) } : record;
