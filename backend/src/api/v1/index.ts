import { OpenAPIHono } from '@hono/zod-openapi';
import { ProblemError } from '../../problems/error.ts';
import { idempotent } from '../idempotency.ts';
import { uninstallAccount } from './account/uninstall.ts';
import { linkCustomer, searchForCustomer } from './customers/link.ts';
import { getDecision } from './decision/get.ts';
import { requestDeskAccess } from './desk/access.ts';
import { linkDesk } from './desk/link.ts';
import { linkInvoice } from './invoices/link.ts';
import { actOnOrderAct } from './orders/act-action.ts';
import { getOrderAct } from './orders/act-get.ts';
import { cancelOrderOfDeal } from './orders/cancel.ts';
import { previewCancel } from './orders/cancel-preview.ts';
import { changeOrderOfDeal } from './orders/change.ts';
import { previewChange } from './orders/change-preview.ts';
import { convertOrder } from './orders/convert.ts';
import { previewOrder } from './orders/preview.ts';
import { getPanel } from './panels/get.ts';
import { listPanels } from './panels/list.ts';
import { setPriceOfLine } from './prices/set.ts';
import { chooseQuoteOfDeal } from './quotes/choose.ts';
import { claimReturnOfRecord } from './returns/claim.ts';
import type { Env, Parts } from './route.ts';
import { getSettings } from './settings/get.ts';
import { putSettings } from './settings/put.ts';
import { actOnSubmission } from './submissions/act.ts';
import { getSubmission } from './submissions/get.ts';
import { listSubmissions } from './submissions/list.ts';
import { getTexts } from './texts/get.ts';

/** Everything below `/v1`. A verb's file has its route, its schema and its handler; errors go to the app's handler. */
export function createV1(options: Omit<Parts, 'once' | 'onceAct'>) {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      if (errors.some(({ path }) => path === 'only' || path === 'panel'))
        throw new ProblemError('panel_unknown', { errors });
      throw new ProblemError('invalid_input', { errors, ...(errors[0] ? { field: errors[0].path } : {}) });
    },
  });
  const { submissions } = options.services;
  const parts: Parts = {
    ...options,
    once: idempotent(submissions.replayed),
    onceAct: idempotent(submissions.acts.replayed),
  };
  const verbs = [
    listPanels,
    getPanel,
    getDecision,
    previewOrder,
    chooseQuoteOfDeal,
    setPriceOfLine,
    convertOrder,
    previewChange,
    changeOrderOfDeal,
    previewCancel,
    cancelOrderOfDeal,
    getOrderAct,
    actOnOrderAct,
    listSubmissions,
    getSubmission,
    actOnSubmission,
    linkCustomer,
    searchForCustomer,
    claimReturnOfRecord,
    linkInvoice,
    linkDesk,
    requestDeskAccess,
    getSettings,
    putSettings,
    getTexts,
    uninstallAccount,
  ];
  for (const register of verbs) register(app, parts);
  return app;
}
