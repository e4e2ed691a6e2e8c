import { cleanTexts, isSoundPrice, isSoundQuantity } from '@backroom/shared';
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
/**
 * The record without what nobody behind us accepts. A number beyond our arithmetic counts as none, which the checks of an order name; characters that
 * no database and no ERP stores are taken out of every text.
 */
export const usableRecord = (record: CrmRecord): CrmRecord =>
  cleanTexts(record.type === 'deal' ? { ...record, lines: record.lines.map(boundedLine) } : record);
