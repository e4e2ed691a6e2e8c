import { subjects as bridge } from '../bridge/conformance.ts';
import { subjects as businessCentral } from '../business-central/conformance.ts';
import { subjects as declared } from '../declared/conformance.ts';
import { subjects as financeOperations } from '../finance-operations/conformance.ts';
import { subjects as netSuite } from '../netsuite/conformance.ts';
import { subjects as odoo } from '../odoo/conformance.ts';
import { subjects as s4hana } from '../s4hana/conformance.ts';
import { subjects as sage200 } from '../sage-200/conformance.ts';
import { subjects as sageAccounting } from '../sage-accounting/conformance.ts';
import { subjects as sageIntacct } from '../sage-intacct/conformance.ts';
import { subjects as sageX3 } from '../sage-x3/conformance.ts';
import { subjects as tryton } from '../tryton/conformance.ts';
import type { Subject } from './subject.ts';

/** One line an adapter: the systems it is shown on. */
export const subjects: readonly Subject[] = [
  ...bridge,
  ...odoo,
  ...tryton,
  ...businessCentral,
  ...s4hana,
  ...financeOperations,
  ...netSuite,
  ...sageIntacct,
  ...sage200,
  ...sageX3,
  ...sageAccounting,
  ...declared,
];
