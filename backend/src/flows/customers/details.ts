import type { CrmCompany, CrmContact } from '../../crm/contract/index.ts';
import { countryCode } from '../../deals/country.ts';
import type { ErpDescription } from '../../erp/contract/description.ts';
import type { NewCustomer } from '../../erp/contract/schemas.ts';
import { toProblemError } from '../../problems/translate.ts';
import { type Context, oncePerRequest } from '../context.ts';
import { erpFields } from '../mapping/erp-fields.ts';
import { type MappingTrouble, mappedValues } from '../mapping/values.ts';

const DESCRIBE_MS = 2000;
/** More are not needed to sell something to a customer. */
const MOST_CONTACTS = 10;
type Details = Pick<NewCustomer, 'registrationNumber' | 'language' | 'deliverTo' | 'contacts' | 'custom'>;

const companyOf = ({ record }: Context): CrmCompany | null =>
  record.type === 'company' ? record.company : record.company;
/** What mapped fields of the company are in the ERP's customer. `unknown`: the ERP's fields are not known just now. */
export const mappedCustomer = oncePerRequest(
  async (ctx): Promise<{ values: Record<string, string>; troubles: MappingTrouble[]; unknown: boolean }> => {
    const { mapping } = ctx.connection.options;
    const names = mapping.toErp.flatMap(({ record, erp }) => (record === 'customer' ? [erp] : []));
    if (names.length === 0) return { values: {}, troubles: [], unknown: false };
    try {
      const fields = (await erpFields(ctx, 'customer', names)) ?? [];
      return { ...mappedValues(mapping, 'customer', fields, companyOf(ctx)?.fields ?? {}), unknown: false };
    } catch (error) {
      if (toProblemError(error).code === 'internal') throw error;
      return { values: {}, troubles: [], unknown: true };
    }
  },
);

/** The contacts of the record that become contacts of the new customer. */
export const sentContacts = (contacts: readonly CrmContact[]): readonly CrmContact[] =>
  contacts.filter(({ name }) => name.trim() !== '').slice(0, MOST_CONTACTS);
const contactsOf = (contacts: readonly CrmContact[]): NonNullable<Details['contacts']> =>
  sentContacts(contacts).map(({ name, role, email, phone }) => ({
    name,
    role: role ?? null,
    email,
    phone: phone ?? null,
  }));

function placeOf({ name, shipTo, country }: CrmCompany): Details['deliverTo'] {
  if (!shipTo?.street || !shipTo.city) return undefined;
  const code = countryCode(shipTo.country ?? country);
  return code ? { name, ...shipTo, country: code } : undefined;
}
/** What a new customer has beside name and address, as far as its ERP takes it. */
export async function customerDetails(ctx: Context, company: CrmCompany): Promise<Details> {
  const description = await ctx.erp
    .describe({}, { signal: AbortSignal.timeout(DESCRIBE_MS) })
    .catch((): ErpDescription | null => null);
  const takes = new Set(description?.customerTakes ?? []);
  const { contacts } = ctx.record;
  const language = contacts.find((each) => /^[a-z]{2}$/.test(each.language ?? ''))?.language;
  const deliverTo = placeOf(company);
  const people = contactsOf(contacts);
  const { values } = await mappedCustomer(ctx);
  return {
    ...(takes.has('registrationNumber') && company.registrationNumber
      ? { registrationNumber: company.registrationNumber }
      : {}),
    ...(takes.has('language') && language ? { language } : {}),
    ...(takes.has('deliverTo') && deliverTo ? { deliverTo } : {}),
    ...(takes.has('contacts') && people.length > 0 ? { contacts: people } : {}),
    ...(takes.has('custom') && Object.keys(values).length > 0 ? { custom: values } : {}),
  };
}
