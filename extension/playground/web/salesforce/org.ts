// What the platform is for the components: the user's language, the org's labels, and Apex. Set before the first component is loaded.

import { start } from '../start.ts';

export type Deal = {
  dealId: string;
  opportunityId: string;
  accountId: string | null;
  quoteId: string | null;
  name: string;
  situation: string;
  stage: string;
  currency: string;
  orderNumber: string | null;
};
export type OrgContext = {
  orgId: string;
  userId: string;
  username: string;
  email: string;
  locale: string;
  timeZone: string;
  deals: Deal[];
  companies: { companyId: string; accountId: string; name: string }[];
};
type Answer = { status: number; body: unknown };
type Input = { method?: string; path?: string; body?: string };
type Role = 'rep' | 'admin' | 'none';
declare global {
  var salesforceOrg: Record<string, unknown>;
}

const locales: Readonly<Record<string, [lang: string, locale: string]>> = {
  'en-gb': ['en-US', 'en-GB'],
  fr: ['fr', 'fr-FR'],
  de: ['de', 'de-DE'],
  es: ['es', 'es-ES'],
  nl: ['nl', 'nl-NL'],
  it: ['it', 'it-IT'],
};
/** A quote stands for its opportunity, as BackroomRoute.cls has it. */
const resolved = (text: string, deals: readonly Deal[]) =>
  deals.reduce((left, { quoteId, opportunityId }) => (quoteId ? left.replaceAll(quoteId, opportunityId) : left), text);

/** Apex's answer, or a failure in the shape in which a component gets an AuraHandledException. */
async function callout(input: Input, context: OrgContext, as: Role): Promise<string> {
  const { method = 'GET', path = '' } = input;
  const text = input.body ?? (method === 'POST' ? '{}' : null);
  const answer = (await (
    await fetch('/__sf/apex', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        method,
        path: resolved(path, context.deals),
        ...(text === null ? {} : { body: JSON.parse(resolved(text, context.deals)) as unknown }),
        as,
        component: true,
      }),
    })
  ).json()) as Answer;
  if (answer.status < 300) return JSON.stringify(answer.body);
  const message = answer.body === null ? `HTTP ${answer.status}` : JSON.stringify(answer.body);
  throw { body: { message, exceptionType: 'System.AuraHandledException' } };
}

/** A label of the package in the language of the org, which an admin gives the quick action too. */
export const labelOf = (name: string): string =>
  (globalThis.salesforceOrg.labels as Record<string, string>)[`Backroom_${name}`] ?? name;

export async function enterOrg(locale: string, as: Role): Promise<OrgContext> {
  const { org: context, labels: folder } = start<{ org: OrgContext; labels: string }>();
  const [lang, region] = locales[locale] ?? ['en-US', 'en-GB'];
  const labels = (await (await fetch(`${folder}labels-${lang.slice(0, 2)}.json`)).json()) as object;
  globalThis.salesforceOrg = {
    lang,
    locale: region,
    timeZone: context.timeZone,
    labels,
    apex: async (name: string, input: Input) =>
      name === 'BackroomSetup.status'
        ? {
            orgId: context.orgId,
            instance: 'EU45',
            sandbox: false,
            certificate: 'Backroom',
            audience: 'https://app.backroom.example',
            roles: as === 'admin' ? ['rep', 'admin'] : [as],
          }
        : callout(input, context, as),
  };
  return context;
}
