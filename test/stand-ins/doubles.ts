import { netSuiteVariables } from '../support/netsuite.ts';
import { sage200Variables } from '../support/sage-200.ts';
import { sageAccountingVariables } from '../support/sage-accounting.ts';
import { sageIntacctVariables } from '../support/sage-intacct.ts';
import { sageX3Variables } from '../support/sage-x3.ts';
import * as businessCentral from './business-central/start.ts';
import * as financeOperations from './finance-operations/start.ts';
import { startNetSuite } from './netsuite/start.ts';
import * as s4hana from './s4hana/start.ts';
import { startSage200 } from './sage-200/start.ts';
import { startSageAccounting } from './sage-accounting/start.ts';
import { startIntacct } from './sage-intacct/start.ts';
import { startSageX3 } from './sage-x3/start.ts';

/** A double that stands for an ERP which cannot run here. `variablesFor`: how it is reached, as the variables of `npm start -- --erp NAME`. */
type Double = {
  start: (options: { file: string }) => Promise<{ url: string; adminUrl: string; close: () => Promise<unknown> }>;
  variablesFor: (url: string) => Record<string, string>;
};
/** By the ids of their ERPs. */
export const doubles: Readonly<Record<string, Double>> = {
  'business-central': { start: businessCentral.startBusinessCentral, variablesFor: businessCentral.variablesFor },
  'finance-operations': {
    start: financeOperations.startFinanceOperations,
    variablesFor: financeOperations.variablesFor,
  },
  s4hana: { start: s4hana.startS4hana, variablesFor: s4hana.variablesFor },
  netsuite: { start: startNetSuite, variablesFor: netSuiteVariables },
  'sage-200': { start: startSage200, variablesFor: sage200Variables },
  'sage-intacct': { start: startIntacct, variablesFor: sageIntacctVariables },
  'sage-x3': { start: startSageX3, variablesFor: sageX3Variables },
  'sage-accounting': { start: startSageAccounting, variablesFor: sageAccountingVariables },
};
