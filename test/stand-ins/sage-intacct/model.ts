import { invalid } from './errors.ts';
import { type Field, type ObjectType, objectType } from './metadata.ts';

const jsonTypes: Readonly<Record<string, string>> = { bool: 'boolean', int: 'integer', num: 'number' };
const jsonType = ({ kind }: Field): string => jsonTypes[kind] ?? 'string';
const described = (field: Field) => ({
  type: jsonType(field),
  ...(field.kind === 'dec' ? { format: `decimal-precision-${field.places}` } : {}),
  ...(field.kind === 'date' ? { format: 'date' } : {}),
  ...(field.kind === 'moment' ? { format: 'date-time' } : {}),
  ...(field.choices.length > 0 ? { enum: field.choices } : {}),
  ...{
    readOnly: field.readOnly,
    writeOnly: false,
    required: field.needed,
    nullable: !field.needed,
    mutable: !field.readOnly,
  },
});
type Group = {
  fields: Record<string, unknown>;
  groups: Record<string, Group>;
  refs: Record<string, unknown>;
  lists: Record<string, unknown>;
};
const empty = (): Group => ({ fields: {}, groups: {}, refs: {}, lists: {} });
function placeIn(root: Group, field: Field): void {
  const names = field.path.split('.');
  const last = names.pop() ?? '';
  let here = root;
  for (const name of names) {
    here.groups[name] ??= empty();
    here = here.groups[name];
  }
  if (field.kind === 'ref') {
    const text = {
      type: 'string',
      readOnly: field.readOnly,
      writeOnly: false,
      required: false,
      nullable: true,
      mutable: !field.readOnly,
    };
    here.refs[last] = { apiObject: field.object, fields: { key: text, id: text } };
  } else if (field.kind === 'list') here.lists[last] = { apiObject: field.object };
  else if (field.kind !== 'gap') here.fields[last] = described(field);
}
const methods = ({ creatable, updatable }: ObjectType): string =>
  ['OPTIONS', 'GET', ...(creatable ? ['POST'] : []), ...(updatable ? ['PATCH'] : [])].join(',');

/** The model service: fields, references and lists of an object. */
export function modelOf(name: string): unknown {
  const object = name.replace(/^objects\//, '').split('::')[0] ?? '';
  const type = objectType(object);
  if (!type) throw invalid(`The resource ${name} is not valid`, 'name');
  const root = empty();
  for (const field of type.fields.values()) placeIn(root, field);
  return {
    ...root,
    httpMethods: methods(type),
    idempotenceSupported: true,
    type: type.owned ? 'ownedObject' : 'rootObject',
  };
}
