import * as dimensions from '../../../../test/stand-ins/access/dimensions.ts';
import * as financials from '../../../../test/stand-ins/access/financials.ts';
import * as sage100 from '../../../../test/stand-ins/sage-100/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { declared } from './index.ts';
import { type Shipped, shipped } from './shipped.ts';

type Credentials = { key: string; secret: string };
type Read = {
  name: string;
  document: Shipped;
  start: () => Promise<{ url: string; close: () => Promise<void> }>;
  credentials: Credentials;
  examples: ExamplesInput;
};
/** A description of which only documentation is known: it reads, over a stand-in by the same author. */
const documented = ({ name, document, start, credentials, examples }: Read): Subject => ({
  name: `${name}, by description`,
  proof: 'documentation; stand-in by the author of the description',
  async open() {
    const { url, close } = await start();
    const connect = (own: Credentials) => (address: string) =>
      declared({ url: address, credentials: own, settings: { document: shipped(document) } });
    return {
      url,
      connect: connect(credentials),
      wrong: connect({ ...credentials, secret: 'not-the-secret' }),
      sameClock: true,
      examples,
      close,
    };
  },
});
export const readSubjects: readonly Subject[] = [
  documented({
    name: 'Access Financials',
    document: 'access-financials',
    start: financials.startFinancials,
    credentials: { key: financials.SUBSCRIPTION, secret: financials.TOKEN },
    examples: {
      customer: 'KESS01',
      identified: { number: 'NORD01', name: 'Nordwerk' },
      several: { keys: { name: 'Twin' }, numbers: ['TWIN01', 'TWIN02'] },
      unknownId: 'NOBODY',
    },
  }),
  documented({
    name: 'Access Dimensions',
    document: 'access-dimensions',
    start: dimensions.startDimensions,
    credentials: { key: dimensions.USER, secret: dimensions.PASSWORD },
    examples: {
      customer: 'KESS01',
      identified: { number: 'NORD01', name: 'Nordwerk Engineering' },
      products: ['T-2000', '1896-S', 'SALT-10'],
      unknownId: 'NOBODY',
    },
  }),
  documented({
    name: 'Sage 100',
    document: 'sage-100',
    start: sage100.startSage100,
    credentials: { key: sage100.USER, secret: sage100.PASSWORD },
    examples: { customer: '01-ABF', unknownId: '01-NOBODY' },
  }),
];
