import type { ExamplesInput } from '@backroom/backend/erp/conformance/examples';

export const KEY = 'key-of-the-lab';
export const ERP_KEY = 'key-of-the-erp';

/** What the example ERP of the flow has. */
export const examples: ExamplesInput = {
  write: true,
  products: ['PMP-003', 'VLV-010', 'HSE-011'],
  service: 'SVC-001',
  archived: 'SEA-029',
  customer: '10001',
  identified: {
    number: '10001',
    name: 'Nordwind Maschinenbau GmbH',
    vatId: 'DE811000000',
    email: 'orders@nordwind.example',
  },
  several: { keys: { name: 'Müller Metallbau' }, numbers: ['10003', '10004'] },
  empty: '10004',
  blocked: '10005',
  foreign: { currency: 'USD' },
  precise: { code: 'HSE-011', quantity: '0.001', unitPrice: '37.1050' },
  drift: [{ operation: 'orders.list', from: '"number"', to: '"documentNo"' }],
};
