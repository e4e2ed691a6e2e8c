import { manifest as bridge } from './bridge/manifest.ts';
import { manifest as businessCentral } from './business-central/manifest.ts';
import type { ErpFactory } from './contract/adapter.ts';
import type { ErpManifest } from './contract/manifest.ts';
import { manifest as declared } from './declared/manifest.ts';
import { manifest as financeOperations } from './finance-operations/manifest.ts';
import { manifest as netSuite } from './netsuite/manifest.ts';
import { manifest as odoo } from './odoo/manifest.ts';
import { manifest as s4hana } from './s4hana/manifest.ts';
import { manifest as sage200 } from './sage-200/manifest.ts';
import { manifest as sageAccounting } from './sage-accounting/manifest.ts';
import { manifest as sageIntacct } from './sage-intacct/manifest.ts';
import { manifest as sageX3 } from './sage-x3/manifest.ts';
import { manifest as tryton } from './tryton/manifest.ts';

/** One line an ERP, in the order in which an admin is offered them. */
export const erpManifests: readonly ErpManifest[] = [
  odoo,
  tryton,
  businessCentral,
  financeOperations,
  s4hana,
  netSuite,
  sageIntacct,
  sage200,
  sageX3,
  sageAccounting,
  declared,
  bridge,
];

export const erpAdapters: Readonly<Record<string, ErpFactory>> = Object.fromEntries(
  erpManifests.map(({ id, create }) => [id, create]),
);
