import { accountColumns, type Column, orders, PUBLISHER, SOLUTION } from './columns.ts';

/** A call of the Web API. `exists`: what is asked first; where it is there, nothing is made. */
export type Request = { path: string; body: object; exists: string };
const TYPE = 'Microsoft.Dynamics.CRM';
const label = (text: string) => ({
  '@odata.type': `${TYPE}.Label`,
  LocalizedLabels: [{ '@odata.type': `${TYPE}.LocalizedLabel`, Label: text, LanguageCode: 1033 }],
});
const optional = {
  RequiredLevel: { Value: 'None', CanBeChanged: true, ManagedPropertyLogicalName: 'canmodifyrequirementlevelsettings' },
};
const kinds: Readonly<Record<Column['kind'], (column: Column) => object>> = {
  text: ({ length = 100 }) => ({
    '@odata.type': `${TYPE}.StringAttributeMetadata`,
    MaxLength: length,
    FormatName: { Value: 'Text' },
  }),
  amount: () => ({
    '@odata.type': `${TYPE}.DecimalAttributeMetadata`,
    MinValue: -100_000_000_000,
    MaxValue: 100_000_000_000,
    Precision: 4,
  }),
  // A day of the company's calendar, for everybody the same.
  day: () => ({
    '@odata.type': `${TYPE}.DateTimeAttributeMetadata`,
    Format: 'DateOnly',
    DateTimeBehavior: { Value: 'DateOnly' },
  }),
  'yes-no': () => ({
    '@odata.type': `${TYPE}.BooleanAttributeMetadata`,
    DefaultValue: false,
    OptionSet: { TrueOption: { Value: 1, Label: label('Yes') }, FalseOption: { Value: 0, Label: label('No') } },
  }),
};
const attribute = (column: Column): object => ({
  ...kinds[column.kind](column),
  SchemaName: column.name,
  DisplayName: label(column.label),
  ...optional,
});
const columnOf = (table: string, column: Column): Request => ({
  path: `EntityDefinitions(LogicalName='${table}')/Attributes`,
  body: attribute(column),
  exists: `EntityDefinitions(LogicalName='${table}')/Attributes?$select=LogicalName&$filter=LogicalName eq '${column.name}'`,
});

/** Publisher and solution, then the table of orders with its link and its key, then the columns; in this order. */
export function requests(publisherId: string): { publisher: Request; rest: readonly Request[] } {
  const { uniquename, prefix, choices } = PUBLISHER;
  const { table, lookup, key } = orders;
  return {
    publisher: {
      path: 'publishers',
      body: {
        uniquename,
        friendlyname: SOLUTION.name,
        customizationprefix: prefix,
        customizationoptionvalueprefix: choices,
      },
      exists: `publishers?$select=publisherid&$filter=uniquename eq '${uniquename}'`,
    },
    rest: [
      {
        path: 'solutions',
        body: {
          ...{ uniquename: SOLUTION.uniquename, friendlyname: SOLUTION.name, version: SOLUTION.version },
          'publisherid@odata.bind': `/publishers(${publisherId})`,
        },
        exists: `solutions?$select=solutionid&$filter=uniquename eq '${SOLUTION.uniquename}'`,
      },
      {
        path: 'EntityDefinitions',
        body: {
          '@odata.type': `${TYPE}.EntityMetadata`,
          ...{ SchemaName: table, DisplayName: label(orders.label), DisplayCollectionName: label(orders.plural) },
          ...{ OwnershipType: 'UserOwned', HasActivities: false, HasNotes: false, IsActivity: false },
          Attributes: [{ ...attribute(orders.title), IsPrimaryName: true }],
        },
        exists: `EntityDefinitions?$select=LogicalName&$filter=LogicalName eq '${table}'`,
      },
      columnOf(table, key.column),
      ...orders.columns.map((column) => columnOf(table, column)),
      {
        path: 'RelationshipDefinitions',
        body: {
          '@odata.type': `${TYPE}.OneToManyRelationshipMetadata`,
          ...{ SchemaName: lookup.relationship, ReferencedEntity: lookup.to, ReferencingEntity: table },
          // The row goes with its opportunity.
          CascadeConfiguration: {
            Assign: 'NoCascade',
            Delete: 'Cascade',
            Merge: 'NoCascade',
            Reparent: 'NoCascade',
            Share: 'NoCascade',
            Unshare: 'NoCascade',
          },
          Lookup: {
            '@odata.type': `${TYPE}.LookupAttributeMetadata`,
            SchemaName: lookup.name,
            DisplayName: label(lookup.label),
            ...optional,
          },
        },
        exists: `EntityDefinitions(LogicalName='${table}')/Attributes?$select=LogicalName&$filter=LogicalName eq '${lookup.name}'`,
      },
      {
        path: `EntityDefinitions(LogicalName='${table}')/Keys`,
        body: { SchemaName: `${key.name}_key`, DisplayName: label('Opportunity'), KeyAttributes: [key.name] },
        exists: `EntityDefinitions(LogicalName='${table}')/Keys?$select=SchemaName&$filter=SchemaName eq '${key.name}_key'`,
      },
      ...accountColumns.map((column) => columnOf('account', column)),
    ],
  };
}
