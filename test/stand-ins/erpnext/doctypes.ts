import { readFileSync } from 'node:fs';

export type Field = {
  name: string;
  type: string;
  child: string | null;
  required: boolean;
  computed: boolean;
  unique: boolean;
};
/** Fields of each doctype, by its name. */
export const doctypes: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  readFileSync(new URL('doctypes.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...fields] = line.split(' ');
      return [
        name.replaceAll('_', ' '),
        new Map(
          fields.map((text) => {
            const [field = '', type = '', child] = text.replace(/[!~#]$/, '').split(':');
            const flag = text.at(-1);
            return [
              field,
              {
                name: field,
                type,
                child: child?.replaceAll('_', ' ') ?? null,
                required: flag === '!',
                computed: flag === '~',
                unique: flag === '#',
              },
            ];
          }),
        ),
      ];
    }),
);
/** Every document has them. */
export const STANDARD = [
  'name',
  'owner',
  'creation',
  'modified',
  'modified_by',
  'docstatus',
  'idx',
  'parent',
  'parentfield',
  'parenttype',
];
