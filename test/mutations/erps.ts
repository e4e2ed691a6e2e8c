import { mutations as businessCentral } from './business-central.ts';
import { mutations as declared } from './declared.ts';
import { mutations as financeOperations } from './finance-operations.ts';
import type { Mutation } from './mutation.ts';
import { mutations as netsuite } from './netsuite.ts';
import { mutations as s4hana } from './s4hana.ts';
import { mutations as sage200 } from './sage-200.ts';
import { mutations as sageAccounting } from './sage-accounting.ts';
import { mutations as sageIntacct } from './sage-intacct.ts';
import { mutations as sageX3 } from './sage-x3.ts';

/** By the folder of the adapter. */
export const mutationsOf: Readonly<Record<string, readonly Mutation[]>> = {
  'business-central': businessCentral,
  s4hana,
  'finance-operations': financeOperations,
  netsuite,
  'sage-intacct': sageIntacct,
  'sage-200': sage200,
  'sage-x3': sageX3,
  'sage-accounting': sageAccounting,
  declared,
};
