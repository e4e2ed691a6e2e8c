import type { Field, Service } from './metadata.ts';

const property = ({ name, type, length, precision, scale, allows }: Field) => {
  const size = length
    ? ` MaxLength="${length}"`
    : type === 'Decimal'
      ? ` Precision="${precision}" Scale="${scale}"`
      : '';
  const flags = [
    ['c', 'creatable'],
    ['u', 'updatable'],
    ['f', 'filterable'],
    ['s', 'sortable'],
  ]
    .filter(([flag = '']) => !allows.includes(flag))
    .map(([, flag]) => ` sap:${flag}="false"`);
  return `<Property Name="${name}" Type="Edm.${type}"${size}${flags.join('')}/>`;
};
/** `$metadata` of a service, as far as this double has it. */
export function metadataOf({ namespace, sets }: Service, hidden: ReadonlySet<string>): string {
  const types = [...sets.values()].map(
    ({ name, type, keys, fields, navigations }) =>
      `<EntityType Name="${type}"><Key>${keys.map((key) => `<PropertyRef Name="${key}"/>`).join('')}</Key>${[
        ...fields.values(),
      ]
        .filter((field) => !hidden.has(`${name}.${field.name}`))
        .map(property)
        .join(
          '',
        )}${[...navigations.keys()].map((each) => `<NavigationProperty Name="${each}"/>`).join('')}</EntityType>`,
  );
  const entitySets = [...sets.values()].map(
    ({ name, type }) => `<EntitySet Name="${name}" EntityType="${namespace}.${type}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:sap="http://www.sap.com/Protocols/SAPData"><edmx:DataServices><Schema Namespace="${namespace}" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">${types.join('')}<EntityContainer Name="${namespace}_Entities">${entitySets.join('')}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
}
