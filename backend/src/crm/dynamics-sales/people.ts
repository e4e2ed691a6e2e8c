import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { DataverseClient } from './client.ts';
import { isKind } from './errors.ts';
import { idOf, related, text } from './rows.ts';
import { sets } from './solution.ts';
import { ADMINISTRATOR_TEMPLATE, userColumn } from './unproved.ts';

const rightsSchema = z.object({ AccessRights: z.string() });
const guid = z.guid();

/** What the organisation knows of a person, by the object id of Entra. */
export function peopleReader(client: DataverseClient) {
  async function userOf(oid: string, call: CrmCall) {
    if (!guid.safeParse(oid).success) return null;
    const path = `systemusers?$select=systemuserid,isdisabled,fullname,internalemailaddress&$filter=${userColumn} eq ${oid}&$expand=systemuserroles_association($select=roleid,roletemplateid)`;
    const { rows } = await client.page(path, call);
    const [row] = rows;
    if (!row || row.isdisabled === true) return null;
    const roles = Array.isArray(row.systemuserroles_association) ? row.systemuserroles_association : [];
    return {
      id: idOf(row, 'systemuserid'),
      name: text(row, 'internalemailaddress') ?? text(row, 'fullname') ?? '',
      admin: roles.some((role) => idOf(role, 'roletemplateid') === ADMINISTRATOR_TEMPLATE),
    };
  }
  return {
    userOf,
    isAdmin: async (oid: string, call: CrmCall): Promise<boolean> => (await userOf(oid, call))?.admin === true,
    /** Whether the organisation shows the record to this person, as its own rights say. */
    async mayRead(oid: string, { type, id }: RecordRef, call: CrmCall): Promise<boolean> {
      if (!guid.safeParse(id).success) return false;
      const user = await userOf(oid, call);
      if (!user) return false;
      const target = encodeURIComponent(`{'@odata.id':'${sets[type]}(${id})'}`);
      const path = `systemusers(${user.id})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
      try {
        const { AccessRights: rights } = await client.request({ method: 'GET', path }, rightsSchema, call);
        return rights.split(',').some((right) => right.trim() === 'ReadAccess');
      } catch (error) {
        if (isKind(error, 'not_found', 'refused')) return false;
        throw error;
      }
    },
    /** The record of ours that a page of the organisation is about: of a quote its opportunity. */
    async recordOf(entity: string, id: string, call: CrmCall): Promise<RecordRef | null> {
      if (!guid.safeParse(id).success) return null;
      if (entity === 'opportunity') return { type: 'deal', id: id.toLowerCase() };
      if (entity === 'account') return { type: 'company', id: id.toLowerCase() };
      if (entity !== 'quote') return null;
      const deal = await dealOfQuote(id, call);
      return deal === null ? null : { type: 'deal', id: deal };
    },
    dealOfQuote,
  };
  async function dealOfQuote(quote: string, call: CrmCall): Promise<string | null> {
    if (!guid.safeParse(quote).success) throw new CrmError('not_found', 'not a quote');
    const path = `quotes(${quote})?$select=quoteid&$expand=opportunityid($select=opportunityid)`;
    const row = await client.request({ method: 'GET', path }, z.record(z.string(), z.unknown()), call);
    return idOf(related(row, 'opportunityid'), 'opportunityid') || null;
  }
}
