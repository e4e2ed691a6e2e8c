export type CastProduct = {
  code: string;
  name: string;
  unit: string;
  price: string;
  stocked: boolean;
  archived: boolean;
};
const families: readonly [prefix: string, name: string, price: number][] = [
  ['PMP', 'Centrifugal pump', 480],
  ['VLV', 'Ball valve', 36],
  ['MTR', 'Electric motor', 620],
  ['SNS', 'Pressure sensor', 89],
  ['FLT', 'Filter cartridge', 14],
  ['HSE', 'Hydraulic hose', 22],
  ['BRG', 'Ball bearing', 9],
  ['GBX', 'Gearbox', 1150],
  ['CTL', 'Control unit', 760],
  ['SEA', 'Seal kit', 27],
];
/** Three hundred products, ten families of thirty: PMP-001 … SEA-030. The last of SEA is archived, SVC-001 is a service. */
export const products: readonly CastProduct[] = [
  ...families
    .flatMap(([prefix, name, base]) =>
      Array.from({ length: 30 }, (_, index) => ({
        code: `${prefix}-${String(index + 1).padStart(3, '0')}`,
        name: `${name} ${prefix}${index + 1}`,
        unit: prefix === 'HSE' ? 'm' : 'pcs',
        price: (base + index * Math.ceil(base / 40) + 0.5).toFixed(2),
        stocked: true,
        archived: prefix === 'SEA' && index === 29,
      })),
    )
    .slice(0, 299),
  { code: 'SVC-001', name: 'Commissioning on site', unit: 'h', price: '118.00', stocked: false, archived: false },
].map((product) => (product.code === 'SEA-029' ? { ...product, archived: true } : product));

/** Nothing on hand and nothing planned; nothing on hand and a purchase order on its way; little on hand. */
export const stockSpecial: Readonly<Record<string, 'none' | 'coming' | 'little'>> = {
  'GBX-007': 'none',
  'MTR-012': 'coming',
  'CTL-005': 'little',
};
