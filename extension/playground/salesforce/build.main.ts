import { buildSalesforcePage } from './build.ts';

await buildSalesforcePage();
