import { cleanTexts, isSoundPrice, isSoundQuantity } from '@backroom/shared';
import { CrmError, type CrmLine, type CrmRecord } from './index.ts';

/**
 * Twice the lines that one order takes. A record with more is not read to its end: the pages of 10,000 lines would use up the CRM's quota of the
 * whole account.
 */
export const MOST_LINES = 1000;
/** Throws for a record with more lines than that. */
export function boundLines(count: number): void {
  if (count > MOST_LINES)
    throw new CrmError('too_large', `more than ${MOST_LINES} lines`, {
      words: `more than ${MOST_LINES} lines; at most ${MOST_LINES / 2} in one order`,
    });
}

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
export function usableRecord(record: CrmRecord): CrmRecord {
  if (record.type !== 'deal') return cleanTexts(record);
  boundLines(record.lines.length);
  return cleanTexts({ ...record, lines: record.lines.map(boundedLine) });
}
