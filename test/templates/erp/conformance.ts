import type { Subject } from '@backroom/backend/erp/conformance/subject';
import { KEY, startToyErp } from '../erp-stand-in.ts';
import { toyErp } from './index.ts';

const connect = (key: string) => (url: string) => toyErp({ url, credentials: { key }, settings: {} });

/** The systems that the suite runs over. */
export const subjects: readonly Subject[] = [
  {
    name: 'Toy ERP',
    async open() {
      const server = await startToyErp();
      return {
        url: server.url,
        connect: connect(KEY),
        wrong: connect('wrong'),
        examples: {
          products: ['PUMP-1', 'PUMP-2', 'VALVE-1'],
          service: 'HOUR',
          archived: 'PUMP-0',
          customer: 'C-1',
          identified: { number: 'C-1', name: 'Nordwind GmbH', vatId: 'DE811000000', email: 'office@nordwind.example' },
          freeMail: 'gmail.com',
          mistyped: [{ asked: 'pump-1', code: 'PUMP-1', found: false }],
          drift: [{ operation: 'products.resolve', from: '"code"', to: '"sku"' }],
        },
        close: server.close,
      };
    },
  },
];
