import type { ErpCustomer } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { NewCustomer } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { text } from '../transport/odata/query.ts';
import { partnerRow, partnersPath, toCustomer } from './customers.ts';
import { LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { conditions, type Session } from './session.ts';
import { key } from './values.ts';

/** Our reference in the field for the number that another system has for it. It holds 20 characters: the prefix of all of them is left out. */
const shortOf = (reference: string): string => reference.replace(/^BR-/, '');

export async function customersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const asked = references.map(shortOf).filter((each) => each.length <= LENGTH.customerReference);
  const paths = conditions('BusinessPartnerIDByExtSystem', asked).map((filter) => partnersPath(filter));
  const rows = (await session.service('partners').lists(partnerRow, paths, signal)).flat();
  return references.map((reference) => {
    const found = rows.find((row) => row.BusinessPartnerIDByExtSystem === shortOf(reference) && row.Customer !== '');
    return found ? toCustomer(found, session) : null;
  });
}

const limits = [
  ['name', LENGTH.names],
  ['street', LENGTH.street],
  ['city', LENGTH.city],
  ['postalCode', LENGTH.postalCode],
  ['phone', LENGTH.phone],
  ['email', LENGTH.email],
  ['vatId', LENGTH.taxNumber],
] as const;

function bodyOf(session: Session, input: NewCustomer) {
  const { area, companyCode, reconciliationAccount, partnerGrouping, language } = session;
  const street = {
    StreetName: input.street ?? '',
    CityName: input.city ?? '',
    PostalCode: input.postalCode ?? '',
    Country: input.country ?? '',
    Language: language,
    ...(input.email ? { to_EmailAddress: [{ EmailAddress: input.email, IsDefaultEmailAddress: true }] } : {}),
    ...(input.phone ? { to_PhoneNumber: [{ PhoneNumber: input.phone, IsDefaultPhoneNumber: true }] } : {}),
  };
  const vat = input.vatId?.replace(/[\s.-]/g, '').toUpperCase();
  return {
    BusinessPartnerCategory: '2',
    ...(partnerGrouping ? { BusinessPartnerGrouping: partnerGrouping } : {}),
    OrganizationBPName1: input.name.slice(0, LENGTH.name),
    OrganizationBPName2: input.name.slice(LENGTH.name),
    BusinessPartnerIDByExtSystem: shortOf(input.reference),
    to_BusinessPartnerAddress: [street],
    to_BusinessPartnerRole: [{ BusinessPartnerRole: 'FLCU00' }, { BusinessPartnerRole: 'FLCU01' }],
    ...(vat ? { to_BusinessPartnerTax: [{ BPTaxType: `${vat.slice(0, 2)}0`, BPTaxNumber: vat }] } : {}),
    to_Customer: {
      to_CustomerCompany: [{ CompanyCode: companyCode, ReconciliationAccount: reconciliationAccount }],
      to_CustomerSalesArea: [
        {
          SalesOrganization: area.organization,
          DistributionChannel: area.channel,
          Division: area.division,
          ...(input.currency ? { Currency: input.currency } : {}),
        },
      ],
    },
  };
}

/** Partner, roles, company code and sales area in one request. */
export async function createCustomer(session: Session, input: NewCustomer, signal: AbortSignal): Promise<ErpCustomer> {
  for (const [field, most] of limits)
    if ((input[field] ?? '').length > most) throw refused(field, `SAP takes at most ${most} characters here.`);
  if (shortOf(input.reference).length > LENGTH.customerReference)
    throw refused('reference', `SAP keeps ${LENGTH.customerReference} characters of a reference.`);
  if (input.vatId && !/^[A-Z]{2}/i.test(input.vatId.trim()))
    throw refused('vatId', 'SAP needs the country in front of a VAT id.');
  const [before] = await customersByReference(session, [input.reference], signal);
  if (before) return before;
  const made = z.object({ BusinessPartner: key });
  const { entity } = await session
    .service('partners')
    .post(made, 'A_BusinessPartner', bodyOf(session, input), { signal, write: true });
  return afterWrite(async () => {
    const path = partnersPath(`BusinessPartner eq ${text(entity.BusinessPartner)}`);
    const [row] = (await session.service('partners').lists(partnerRow, [path], signal)).flat();
    if (!row || row.Customer === '')
      throw new ErpError('uncertain', `partner ${entity.BusinessPartner} is no customer after it was made`);
    return toCustomer(row, session);
  });
}
