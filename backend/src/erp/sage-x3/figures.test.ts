import { erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { call, customer, folderOf, head, reference, rows, small, stored } from '../../../test/x3-folder.ts';
import type { OrderInput } from '../contract/schemas.ts';

const id = erpCustomerIdSchema.parse('C1011');
const due = (over: object) => ({
  NUM: 'INV-1',
  BPR: 'C1011',
  DUDDAT: '2026-11-01',
  CUR: 'EUR',
  AMTCUR: 119,
  PAYCUR: 19,
  AMTLOC: 119,
  PAYLOC: 19,
  SNS: 1,
  ...over,
});
const limited = { ...customer, OSTCTL: 1, OSTAUZ: 1000 };
/** A customer who owes 100 since the first of November and has a credit note of 30. */
const indebted = (movements: object[]) =>
  folderOf(
    small(({ of }) => {
      if (of === 'BPCUSTOMER') return { body: limited };
      if (of === 'BPCUSTMVT') return rows(...movements);
      return of === 'GACCDUDATE'
        ? rows(
            due({}),
            due({ NUM: 'CRN-1', DUDDAT: '2026-11-20', AMTCUR: 30, PAYCUR: 0, AMTLOC: 30, PAYLOC: 0, SNS: -1 }),
          )
        : undefined;
    }),
  );

test('a credit lowers what is owed; open orders are all three sums of X3', async () => {
  const { adapter, lists } = indebted([{ ORDBPIATIC: 200, DLVOSTC: 50, NPTINVC: 7 }]);
  expect(await adapter.credit?.position({ customerId: id }, call())).toMatchObject({
    limit: { amount: '1000' },
    openOrders: { amount: '257' },
    receivable: { amount: '70' },
    exposure: { amount: '327' },
    free: { amount: '673' },
    overdue: { amount: '70' },
  });
  expect(lists('BPCUSTMVT')[0]?.where).toBe("(BPCNUM eq 'C1011' and CPY eq 'HANSA')");
  expect(lists('GACCDUDATE')[0]?.where).toBe("(BPR eq 'C1011' and FLGCLE eq false)");
});
test('without sums of X3 open orders are not known, which is not zero', async () => {
  const position = await indebted([]).adapter.credit?.position({ customerId: id }, call());
  expect(position).toMatchObject({ openOrders: null, exposure: { amount: '70' } });
});

test('the days, the address and the discounts of an order are written where X3 has them', async () => {
  let isSaved = false;
  const { adapter, writes } = folderOf(
    small(({ of }) => {
      if (of === 'soap') isSaved = true;
      if (of === 'soap') return stored('<GRP ID="SOH0_1"><FLD NAME="SOHNUM">SOI-1</FLD></GRP>');
      return of === 'SORDER' ? rows(...(isSaved ? [head({ DEMDLVDAT: '2026-12-24' })] : [])) : undefined;
    }),
    // In the company's calendar it is the next day already.
    { settings: { discounts: '2', shippingSite: 'H02', timeZone: 'Pacific/Kiritimati' } },
  );
  const order = {
    reference: referenceSchema.parse(reference),
    customerId: id,
    currency: 'EUR',
    requestedDate: '2026-12-24',
    note: null,
    deliverTo: { kind: 'known', id: '002' },
    lines: [
      {
        productId: erpProductIdSchema.parse('1896-S'),
        quantity: '2.50',
        unitPrice: { amount: '10.40', currency: 'EUR' },
        description: null,
      },
    ],
  } as unknown as OrderInput;
  expect(await adapter.orders?.create(order, call())).toMatchObject({ requestedDate: '2026-12-24' });
  const body = writes()[0]?.body ?? '';
  for (const part of [
    '<FLD NAME="ORDDAT">20261129</FLD>',
    '<GRP ID="SOH1_1"><FLD NAME="BPAADD">002</FLD></GRP>',
    '<GRP ID="SOH2_1"><FLD NAME="STOFCY">H02</FLD></GRP>',
    '<GRP ID="SOH2_2"><FLD NAME="DEMDLVDAT">20261224</FLD></GRP>',
    '<FLD NAME="QTY">2.5</FLD><FLD NAME="GROPRI">10.4</FLD><FLD NAME="DISCRGVAL1">0</FLD><FLD NAME="DISCRGVAL2">0</FLD>',
  ])
    expect(body).toContain(part);
});

test('a price is what the subprogram finds; nothing and zero are no price', async () => {
  const line = (price: string) =>
    `<LIN><FLD NAME="GROPRI">12</FLD><FLD NAME="NETPRI">${price}</FLD><FLD NAME="VATRAT">19</FLD></LIN>`;
  const { adapter } = folderOf(
    small(({ of }) =>
      of === 'soap' ? stored(`<TAB ID="GRP2" SIZE="3">${line('10.2')}${line('0')}${line('')}</TAB>`, 'run') : undefined,
    ),
    { settings: { priceService: 'ZPRICE' } },
  );
  const lines = ['1', '2', '3'].map((quantity) => ({ productId: erpProductIdSchema.parse('1896-S'), quantity }));
  const asked = { customerId: id, currency: 'EUR', date: '2026-11-28', lines } as never;
  expect(await adapter.pricing?.quote(asked, call())).toMatchObject({
    results: [{ unitPrice: { amount: '10.2' }, listPrice: { amount: '12' }, taxPercent: '19' }, null, null],
    paymentTerms: 'DE30',
  });
});
