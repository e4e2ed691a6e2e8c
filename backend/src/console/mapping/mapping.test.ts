import { beforeEach, expect, test } from 'vitest';
import type { ErpField } from '../../erp/contract/fields.ts';
import type { Known } from '../../flows/mapping/used.ts';
import { noMapping } from '../../store/mapping.ts';
import { readMapping, shownMapping, type Typed } from './form.ts';

const text = (name: string, access: ErpField['access'] = 'write'): ErpField => ({
  name,
  label: name,
  kind: 'text',
  access,
});
let known: Known;
beforeEach(() => {
  known = {
    erp: {
      order: [text('costCentre'), text('clerk', 'read'), { ...text('terms'), means: 'payment_terms' }],
      customer: [text('industry')],
    },
    crm: {
      deal: [
        { name: 'po', label: 'PO' },
        { name: 'cost', label: 'Cost' },
        { name: 'sums', label: 'Sums', written: false },
      ],
      company: [{ name: 'branch', label: 'Branch' }],
      line: [{ name: 'sku', label: 'SKU' }],
    },
  };
});
const form = (more: Record<string, string>): Typed => ({ ...shownMapping(noMapping, known), ...more });

test('what is shown reads as what is stored, with a line for each field that every ERP has', () => {
  const shown = shownMapping(noMapping, known);
  expect(shown['order-erp-0']).toBe('terms');
  expect(readMapping(shown, noMapping, known)).toEqual({ mapping: noMapping });
  const mapping = {
    ...noMapping,
    order: { poNumber: 'po' },
    line: { code: 'sku' },
    toErp: [{ record: 'order' as const, crm: 'cost', erp: 'costCentre' }],
    toCrm: [{ record: 'customer' as const, crm: 'branch', erp: 'industry' }],
    values: { 'order.terms': { net: '30' } },
  };
  expect(readMapping(shownMapping(mapping, known), mapping, known)).toEqual({ mapping });
});
test.each([
  ['a CRM field that is gone', { 'target-poNumber': 'nope' }, [{ field: 'target-poNumber', code: 'crm_gone' }]],
  [
    'an ERP field that is gone',
    { 'order-crm-1': 'cost', 'order-erp-1': 'old' },
    [{ field: 'order-erp-1', code: 'erp_gone' }],
  ],
  [
    'an ERP field that is only read',
    { 'order-crm-1': 'cost', 'order-erp-1': 'clerk' },
    [{ field: 'order-erp-1', code: 'erp_read' }],
  ],
  [
    'a CRM field that is only read',
    { 'back-order-crm-0': 'sums', 'back-order-erp-0': 'clerk' },
    [{ field: 'back-order-crm-0', code: 'crm_read' }],
  ],
  ['half a line', { 'order-crm-1': 'cost' }, [{ field: 'order-erp-1', code: 'half' }]],
  ['the other half', { 'order-erp-1': 'costCentre' }, [{ field: 'order-crm-1', code: 'half' }]],
  [
    'a field that is mapped twice',
    { 'order-crm-0': 'po', 'order-crm-1': 'cost', 'order-erp-1': 'terms' },
    [{ field: 'order-crm-1', code: 'twice' }],
  ],
  ['a name that is none', { 'line-code': 'a b' }, [{ field: 'line-code', code: 'crm_gone' }]],
])('%s is named at its place', (_, more, wrong) => {
  expect(readMapping(form(more as Record<string, string>), noMapping, known)).toEqual({ wrong });
});
test('where a side does not list its fields just now, none is called gone', () => {
  known = { erp: { order: null, customer: null }, crm: { deal: null, company: null, line: null } };
  const read = readMapping(form({ 'order-crm-0': 'cost', 'order-erp-0': 'old' }), noMapping, known);
  expect(read).toMatchObject({ mapping: { toErp: [{ crm: 'cost', erp: 'old' }] } });
});
