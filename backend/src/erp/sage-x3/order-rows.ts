import { z } from 'zod';
import { rowsAmong } from './customers.ts';
import { CLASS } from './facts.ts';
import type { Session } from './session.ts';
import {
  amount,
  blank,
  certainDay,
  choice,
  code,
  countryCode,
  currencyCode,
  day,
  firstOf,
  flag,
  number,
  optionalChoice,
} from './values.ts';
import { all, among, type Condition, equal } from './where.ts';

const headRow = z.looseObject({
  SOHNUM: code,
  BPCORD: code,
  BPCNAM: firstOf,
  CUSORDREF: blank,
  ORDDAT: certainDay,
  DEMDLVDAT: day,
  CUR: currencyCode,
  ORDSTA: choice,
  DLVSTA: choice,
  INVSTA: choice,
  CDTSTA: optionalChoice,
  ORDINVNOT: number,
  ORDINVATI: number,
  CREUSR: blank,
  CREDATTIM: blank,
  BPAADD: blank,
  BPDNAM: firstOf,
  BPDADDLIG: firstOf,
  BPDPOSCOD: blank,
  BPDCTY: blank,
  BPDCRY: countryCode,
});
export type Head = z.output<typeof headRow>;
const priceRow = z.object({
  SOHNUM: code,
  SOPLIN: number,
  ITMREF: code,
  ITMDES1: firstOf,
  SAU: blank,
  NETPRI: number,
});
const quantityRow = z.object({ SOHNUM: code, SOPLIN: number, QTY: number, DLVQTY: amount });
const deliveryLineRow = z.object({ SDHNUM: code, SOHNUM: blank });
const deliveryRow = z.object({ SDHNUM: code, DLVDAT: certainDay, CFMFLG: flag });
type Delivery = z.output<typeof deliveryRow>;
/** A line, with each of its parts that goes out on a day of its own. */
export type Line = z.output<typeof priceRow> & { parts: readonly z.output<typeof quantityRow>[] };
export type OrderFacts = { head: Head; lines: readonly Line[]; deliveries: readonly Delivery[] };

const NEWEST = 'ORDDAT desc,SOHNUM desc';
const ofType = ({ settings }: Session): Condition => equal('SOHTYP', settings.orderType);
export const headsWhere = ({ rest }: Session, where: Condition, signal: AbortSignal): Promise<Head[]> =>
  rest.all(headRow, { of: CLASS.order, where }, signal);
export const newestHeads = (session: Session, customer: string, size: number, signal: AbortSignal) =>
  session.rest.first(
    headRow,
    { of: CLASS.order, where: all(equal('BPCORD', customer), ofType(session)), orderBy: NEWEST },
    size,
    signal,
  );
/** Prices and quantities of an order are two classes; what went out is a third, asked for where something did. */
export async function factsOf(session: Session, heads: readonly Head[], signal: AbortSignal): Promise<OrderFacts[]> {
  const numbers = heads.map((head) => head.SOHNUM);
  const begun = heads.filter(({ DLVSTA }) => DLVSTA > 1).map((head) => head.SOHNUM);
  const ofOrders = { field: 'SOHNUM' } as const;
  const [prices, quantities, shipped] = await Promise.all([
    rowsAmong(session, { row: priceRow, of: CLASS.orderPrice, ...ofOrders }, numbers, signal),
    rowsAmong(session, { row: quantityRow, of: CLASS.orderQuantity, ...ofOrders }, numbers, signal),
    rowsAmong(session, { row: deliveryLineRow, of: CLASS.deliveryLine, ...ofOrders }, begun, signal),
  ]);
  const deliveries = await deliveriesAmong(
    session,
    shipped.map((row) => row.SDHNUM),
    signal,
  );
  const keyOf = (row: { SOHNUM: string; SOPLIN: string }) => `${row.SOHNUM}\n${row.SOPLIN}`;
  const parts = Map.groupBy(quantities, keyOf);
  const lines = Map.groupBy(prices, (row) => row.SOHNUM);
  const goods = Map.groupBy(shipped, (row) => row.SOHNUM ?? '');
  return heads.map((head) => ({
    head,
    lines: (lines.get(head.SOHNUM) ?? [])
      .map((row) => ({ ...row, parts: parts.get(keyOf(row)) ?? [] }))
      .sort((left, right) => Number(left.SOPLIN) - Number(right.SOPLIN)),
    deliveries: [...new Set((goods.get(head.SOHNUM) ?? []).map((row) => row.SDHNUM))].flatMap(
      (each) => deliveries.get(each) ?? [],
    ),
  }));
}
async function deliveriesAmong(session: Session, numbers: readonly string[], signal: AbortSignal) {
  const rows = await rowsAmong(session, { row: deliveryRow, of: CLASS.delivery, field: 'SDHNUM' }, numbers, signal);
  return new Map(rows.map((row) => [row.SDHNUM, row]));
}
export const byNumber = (values: readonly string[]): Condition => among('SOHNUM', values);
