import { expect, test } from 'vitest';
import { openDatabase } from '../../../demo-erp/src/database.ts';
import { handlers } from '../../../demo-erp/src/operations.ts';

const MANY = 50_000;
const nameOf = (index: number) =>
  `Müller Metallbau ${index % 997} ${String.fromCharCode(65 + (index % 26))}${index} GmbH`;

test('of 50,000 customers with similar names the one with a key comes first, and the one with the name', () => {
  const db = openDatabase(':memory:');
  const put = db.prepare('insert into customers (id, number, reference, doc) values (?, ?, null, ?)');
  db.exec('begin');
  for (let index = 0; index < MANY; index += 1) {
    const doc = {
      ...{ id: `c${index}`, number: `K-${index}`, name: nameOf(index), city: 'Köln', country: 'DE', currency: 'EUR' },
      ...{
        vatId: `DE${200_000_000 + index}`,
        paymentTerms: null,
        blocked: false,
        email: `buero@mueller-${index}.example`,
      },
      ...{ street: null, postalCode: null, creditLimit: null, blockedReason: null, taxPercent: '19' },
    };
    put.run(doc.id, doc.number, JSON.stringify(doc));
  }
  db.exec('commit');
  const wanted = 31_416;
  const name = 'Mueller Metallbau';
  const queries = [
    { name, vatId: `DE ${200_000_000 + wanted}` },
    { name, erpNumber: `k-${wanted}` },
    { name, email: `Buero@mueller-${wanted}.example` },
    { name, emailDomain: `www.mueller-${wanted}.example` },
    { name: nameOf(wanted).replace('ü', 'ue').replace('GmbH', 'G.m.b.H.') },
  ];
  const { results } = handlers['customers.search'](db, { queries });
  expect(results.map((found) => found[0]?.number)).toEqual(queries.map(() => `K-${wanted}`));
  for (const found of results) expect(found.length).toBeLessThanOrEqual(25);
  db.close();
}, 120_000);
