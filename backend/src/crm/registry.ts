import type { CrmManifest } from './contract/manifest.ts';
import { manifest as dynamicsSales } from './dynamics-sales/manifest.ts';
import { manifest as hubspot } from './hubspot/manifest.ts';
import { manifest as odooCrm } from './odoo-crm/manifest.ts';
import { manifest as pipedrive } from './pipedrive/manifest.ts';
import { manifest as salesforce } from './salesforce/manifest.ts';
import { manifest as sapSalesCloud } from './sap-sales-cloud/manifest.ts';

/** One line a CRM. */
export const crmManifests: readonly CrmManifest[] = [
  hubspot,
  salesforce,
  pipedrive,
  dynamicsSales,
  sapSalesCloud,
  odooCrm,
];
