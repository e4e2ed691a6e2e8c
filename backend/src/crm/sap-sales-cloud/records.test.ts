import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  documents,
  element,
  money,
  OPPORTUNITY,
  PUMP,
  pump,
  quantity,
  quote,
  totals,
} from '../../../../test/stand-ins/sales-cloud-documents.ts';
import type { RecordWish } from '../contract/index.ts';
import { readerOver } from './conformance.ts';

let world: ReturnType<typeof documents>;
let reader: Awaited<ReturnType<typeof readerOver>>;
beforeEach(async () => {
  world = documents();
  reader = await readerOver(world, OPPORTUNITY);
});
afterEach(() => reader.close());
const read = (wish: RecordWish = {}) => reader.read(wish);
const gapsOf = async () => (await read()).gaps?.map(({ kind, what }) => `${kind}: ${what}`) ?? [];

describe('money', () => {
  test('an item comes with its net price for one unit, its own total, and the tax of the whole', async () => {
    const deal = await read();
    expect(deal.lines).toMatchObject([
      { code: 'PUMP-40', quantity: '4', unitPrice: '504.5', total: '2018', currency: 'EUR' },
    ]);
    expect([deal.total, deal.gaps]).toEqual(['2018', undefined]);
    expect(deal.adjustments).toEqual([{ kind: 'tax', name: 'taxAmount', percent: null, amount: '383.42' }]);
  });
  test('a sum is compared in the places of its currency', async () => {
    const inDinars = (amount: number) => ({ content: String(amount), currencyCode: 'KWD' });
    const totalValues = { ...totals(2018, 4, 504.5), netAmount: inDinars(2018) };
    world.sells([pump({ totalValues })], 2018, {
      totalValues: { netAmount: inDinars(2018), grossAmount: inDinars(2018.004) },
    });
    expect(await gapsOf()).toContain('adjustment: totalValues.grossAmount 2018.004');
  });
  test('a price for a hundred units is a hundredth of it for one', async () => {
    world.sells([pump({ totalValues: totals(10.83, 250, 4.33, 100) })], 10.83);
    expect((await read()).lines[0]).toMatchObject({ quantity: '250', unitPrice: '0.0433', total: '10.83' });
  });
  test('a price in another unit than the quantity is no price, and is named', async () => {
    const netPrice = { amount: money(504.5), baseQuantity: quantity(1, 'BX') };
    world.sells([pump({ totalValues: { netAmount: money(2018), requestedQuantity: quantity(4), netPrice } })], 2018);
    const deal = await read();
    expect(deal.lines[0]?.unitPrice).toBeNull();
    expect(deal.gaps).toMatchObject([{ kind: 'unreadable', what: 'price per 1 BX, quantity in EA' }]);
  });
  test('an amount of many digits is read digit by digit, to the twelfth decimal', async () => {
    world.sells([pump({ totalValues: totals(0.01, 2.1234567890123, 0.005600000000000005) })], 0.01);
    expect((await read()).lines[0]).toMatchObject({ quantity: '2.123456789012', unitPrice: '0.0056' });
  });
  test('a discount of the whole beside the items lowers the total, as the percentage that it was typed as', async () => {
    const discount = element('DISCOUNT', '-201.80', {
      description: 'Framework',
      netPrice: '-10.00',
      netPriceCurrency: '%',
    });
    world.sells([pump()], 1816.2, { priceElements: [discount] });
    const deal = await read();
    expect(deal.adjustments).toEqual([{ kind: 'discount', name: 'Framework', percent: '10', amount: null }]);
    expect([deal.total, deal.gaps]).toEqual(['1816.2', undefined]);
  });
  test('one that is spread over the items is in their prices already', async () => {
    const discount = element('DISCOUNT', '-201.80', { description: 'Framework' });
    world.sells([pump({ priceElements: [element('PRICE', '2219.80')] })], 2018, { priceElements: [discount] });
    const deal = await read();
    expect([deal.adjustments, deal.total, deal.gaps]).toEqual([undefined, '2018', undefined]);
  });
  test('freight is a charge, whether the net amount holds it or not', async () => {
    const priceElements = [element('FREIGHT', '250.00', { description: 'Freight' })];
    const items = [pump({ priceElements: [element('PRICE', '2018.00')] })];
    for (const net of [2268, 2018]) {
      world.sells(items, net, { priceElements });
      const deal = await read();
      expect(deal.adjustments).toEqual([{ kind: 'shipping', name: 'Freight', percent: null, amount: '250' }]);
      expect([deal.total, deal.gaps]).toEqual(['2018', undefined]);
    }
  });
  test('freight of which nothing tells where it is, is named', async () => {
    world.sells([pump()], 2018, { priceElements: [element('FREIGHT', '250.00', { description: 'Freight' })] });
    expect(await gapsOf()).toEqual(['adjustment: totalValues.netAmount 2018, items 2018, Freight 250']);
  });
  test('a price element of an unknown kind is named, on an item and on the whole; one without effect is passed over', async () => {
    world.sells([pump({ priceElements: [element('ROYALTY', '12.00', { description: 'Licence' })] })], 2018, {
      priceElements: [element('', '5.00'), element('REBATE', '3.00', { isEffective: false })],
    });
    expect(await gapsOf()).toEqual(['adjustment: Licence: 12', 'adjustment: Z: 5']);
  });
  test('totals that do not add up are named', async () => {
    world.rows.quotes = [
      quote({ totalValues: { netAmount: money(1900), taxAmount: money(0), grossAmount: money(2401.42) } }),
    ];
    expect(await gapsOf()).toEqual([
      'adjustment: totalValues.grossAmount 2401.42',
      'adjustment: totalValues.netAmount 1900, items 2018',
    ]);
  });
  test('prices that were not computed to their end, and a quote that contradicts itself, are named', async () => {
    world.rows.quotes = [quote({ pricingStatus: 'RECALCULATION_NEEDED', consistencyStatus: 'INCONSISTENT' })];
    expect(await gapsOf()).toEqual([
      'unreadable: pricingStatus RECALCULATION_NEEDED',
      'unreadable: consistencyStatus INCONSISTENT',
    ]);
  });
});

describe('items', () => {
  test('text is no line; text with an amount is named', async () => {
    const text = { id: 't', displayId: '5', typeCode: 'TEXT', description: 'Chapter 1' };
    world.sells([pump(), text], 2018);
    expect((await read()).lines).toHaveLength(1);
    world.sells([pump(), { ...text, totalValues: { netAmount: money(7) } }], 2025);
    expect(await gapsOf()).toEqual(['adjustment: Chapter 1: 7']);
  });
  test('of a set the set is ordered, free goods come along, and other sub-items are named', async () => {
    const part = (usageType: string, net: number) =>
      pump({
        ...{ id: `p-${usageType}`, displayId: '11', parentItemId: PUMP, usageType, totalValues: totals(net, 1, net) },
      });
    world.sells([pump(), part('BILL_OF_MATERIAL', 0), part('FREE_GOOD', 0)], 2018);
    const deal = await read();
    expect(deal.lines.map(({ unitPrice }) => unitPrice)).toEqual(['504.5', '0']);
    expect(deal.gaps).toBeUndefined();
    world.sells([pump(), part('BILL_OF_MATERIAL', 9), part('ALTERNATIVE', 0)], 2027);
    expect(await gapsOf()).toEqual(['adjustment: part of a set: 9', 'unreadable: sub-item of usageType ALTERNATIVE']);
  });
  test('boxes are named, or given where the unit is asked for', async () => {
    world.sells([pump({ totalValues: totals(2018, 4, 504.5, 1, 'BX') })], 2018);
    expect(await gapsOf()).toEqual(['unreadable: unit BX']);
    const asked = await read({ lineNames: { unit: 'uomCode' } });
    expect([asked.lines[0]?.unit, asked.gaps]).toEqual(['BX', undefined]);
  });
  test('schedule lines have to come to the quantity; an item that was rejected is named', async () => {
    world.sells(
      [pump({ scheduleLines: [{ quantity: quantity(1) }, { quantity: quantity(2) }], progressStatusReason: '01' })],
      2018,
    );
    expect(await gapsOf()).toEqual(['unreadable: progressStatusReason 01', 'unreadable: quantity 4, schedule lines 3']);
  });
  test('a quote of 1,001 items is not read to its end', async () => {
    world.sells(
      Array.from({ length: 1001 }, (_, nth) => pump({ id: `i${nth}` })),
      2018,
    );
    await expect(read()).rejects.toMatchObject({ kind: 'too_large' });
  });
});
