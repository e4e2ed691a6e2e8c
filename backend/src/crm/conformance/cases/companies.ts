import assert from 'node:assert/strict';
import type { ListedCompany } from '../../contract/index.ts';
import { type Case, callOf } from '../kit.ts';
import type { Opened } from '../subject.ts';

async function everyCompany(opened: Opened): Promise<ListedCompany[]> {
  const all: ListedCompany[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<NonNullable<Opened['crm']['companies']>>> | undefined = await opened.crm.companies?.(
      { cursor },
      callOf(opened, 20_000),
    );
    assert(page, 'the adapter has no list of companies');
    all.push(...page.companies);
    assert(all.length < 100_000, 'the list has no end');
    cursor = page.cursor;
    if (cursor === null) return all;
  }
}

export const companies: readonly Case[] = [
  {
    name: 'every company is listed once, page by page, with what it is recognised by',
    async run(opened) {
      const spec = {
        domain: 'nordwind.example',
        vatId: 'DE811071271',
        city: 'Kiel',
        postalCode: '24103',
        country: 'Germany',
      };
      const ids = Array.from({ length: 230 }, (_, nth) => opened.company({ name: `Nordwind ${nth} GmbH`, ...spec }));
      const all = await everyCompany(opened);
      const listed = new Set(all.map(({ id }) => id));
      assert.equal(listed.size, all.length, 'each once');
      for (const id of ids) assert(listed.has(id), 'each of them');
      const found = all.find(({ id }) => id === ids[7]);
      assert(found);
      const record = await opened.crm.record({ type: 'company', id: found.id }, callOf(opened));
      assert(record.type === 'company');
      const { emails: _, ...same } = found;
      assert.deepEqual(same, record.company);
    },
  },
];
