import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { SalesCloudClient } from './client.ts';
import { isKind } from './errors.ts';
import { opportunityOf } from './quotes.ts';
import { type Employee, employeeSchema, filled, isUuid, quoteHeadSchema } from './schemas.ts';
import { activeEmployee, employeesWith, paths, recordPaths } from './unproved.ts';

export type Person = { id: string; name: string; email: string };
const works = ({ lifeCycleStatus }: Employee): boolean => lifeCycleStatus == null || lifeCycleStatus === activeEmployee;
const emailOf = ({ workplaceAddress }: Employee): string => filled(workplaceAddress?.eMail) ?? '';

/** What the tenant knows of people, and of records that they open. */
export function peopleReader(client: SalesCloudClient) {
  async function dealOfQuote(quote: string, call: CrmCall): Promise<string | null> {
    if (!isUuid(quote)) throw new CrmError('not_found', 'not a quote');
    return opportunityOf(await client.one(paths.quotes, quote.toLowerCase(), quoteHeadSchema, call));
  }
  return {
    /** The employee of an e-mail address. Null: nobody, or more than one. */
    async byEmail(email: string, call: CrmCall): Promise<Person | null> {
      const query = { filter: employeesWith(email), top: 10 };
      const { rows } = await client.page(paths.employees, query, employeeSchema, call);
      // The answer is looked at, too: a filter that is passed over would make everybody the first one.
      const found = rows.filter((row) => works(row) && emailOf(row).toLowerCase() === email.toLowerCase());
      const [only] = found;
      if (!only || found.length > 1) return null;
      return { id: only.id, name: filled(only.formattedName) ?? email, email };
    },
    /** Whether a person still works there and the tenant has the record. What it shows to each person, its API does not tell. */
    async mayRead(employee: string, { type, id }: RecordRef, call: CrmCall): Promise<boolean> {
      if (![employee, id].every(isUuid)) return false;
      try {
        const [person] = await Promise.all([
          client.one(paths.employees, employee, employeeSchema, call),
          client.one(recordPaths[type], id.toLowerCase(), z.object({ id: z.string() }), call),
        ]);
        return works(person);
      } catch (error) {
        if (isKind(error, 'not_found', 'refused')) return false;
        throw error;
      }
    },
    dealOfQuote,
  };
}
export type People = ReturnType<typeof peopleReader>;
