import { type CastLine, line } from './line.ts';
import { products } from './products.ts';

export type CastDeal = {
  id: string;
  name: string;
  /** What the deal shows, in words for the list of deals. */
  situation: string;
  companyId: string;
  currency: string;
  quote: 'accepted' | 'draft' | 'none';
  lines: readonly CastLine[];
};

const big = products
  .filter(({ archived, stocked }) => stocked && !archived)
  .filter((_, index) => index % 5 === 0)
  .slice(0, 50);

/** The deals with list prices in euros. */
export const written: readonly CastDeal[] = [
  {
    id: '5001',
    name: 'Pump line upgrade',
    situation: 'All well',
    companyId: '7001',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('PMP-003', '4'), line('VLV-010', '20'), line('SNS-003', '6'), line('SVC-001', '8')],
  },
  {
    id: '5002',
    name: 'Conveyor drives',
    situation: 'Short stock',
    companyId: '7003',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('GBX-007', '3'), line('MTR-012', '10'), line('CTL-005', '6'), line('BRG-004', '40')],
  },
  {
    id: '5003',
    name: 'Spare parts contract',
    situation: 'Price below the ERP’s',
    companyId: '7005',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('FLT-001', '120', '9.90'), line('SEA-004', '50'), line('PMP-009', '2', '350.00')],
  },
  {
    id: '5004',
    name: 'Plant extension',
    situation: 'Over the limit and overdue',
    companyId: '7004',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('GBX-002', '4'), line('MTR-003', '4')],
  },
  {
    id: '5005',
    name: 'Retrofit package',
    situation: 'Unknown product',
    companyId: '7002',
    currency: 'EUR',
    quote: 'accepted',
    lines: [
      line('VLV-003', '12'),
      { code: 'XYZ-999', name: 'Adapter plate', quantity: '2', price: '75.00' },
      { code: null, name: 'Travel expenses', quantity: '1', price: '240.00' },
    ],
  },
  {
    id: '5006',
    name: 'Crane hydraulics',
    situation: 'Customer not linked: one match',
    companyId: '7006',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('HSE-011', '80'), line('PMP-015', '1')],
  },
  {
    id: '5007',
    name: 'Workshop equipment',
    situation: 'Customer not linked: several matches',
    companyId: '7007',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('VLV-001', '10')],
  },
  {
    id: '5008',
    name: 'Spring water plant',
    situation: 'Customer not linked: none, can be created',
    companyId: '7008',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('PMP-001', '2'), line('FLT-010', '30')],
  },
  {
    id: '5009',
    name: 'Replacement motors',
    situation: 'Already converted',
    companyId: '7013',
    currency: 'CHF',
    quote: 'accepted',
    lines: [line('MTR-001', '2'), line('BRG-001', '20')],
  },
  {
    id: '5010',
    name: 'New production hall',
    situation: 'Big deal, 50 lines',
    companyId: '7010',
    currency: 'CHF',
    quote: 'accepted',
    lines: big.map(({ code }, index) => line(code, String((index % 6) + 1))),
  },
  {
    id: '5011',
    name: 'Engine room spares',
    situation: 'Foreign currency',
    companyId: '7011',
    currency: 'USD',
    quote: 'accepted',
    lines: [line('PMP-020', '3'), line('SEA-011', '24')],
  },
  {
    id: '5012',
    name: 'Sorter modernisation',
    situation: 'Customer blocked',
    companyId: '7012',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('CTL-002', '1')],
  },
  {
    id: '5013',
    name: 'First talk',
    situation: 'Quote without lines',
    companyId: '7015',
    currency: 'EUR',
    quote: 'draft',
    lines: [],
  },
  {
    id: '5014',
    name: 'Pump station Mainz',
    situation: 'Near the limit, return under way',
    companyId: '7014',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('PMP-005', '3'), line('VLV-002', '12')],
  },
];
