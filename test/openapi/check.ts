import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

const read = (version: string): string =>
  readFileSync(join(import.meta.dirname, 'recorded', `oas-${version}.json`), 'utf8');
const options = { strict: false, validateFormats: false, allErrors: true } as const;
/** The schema of 3.0 is of an older draft: what ajv names otherwise by now is renamed. */
function older(): ValidateFunction {
  const {
    id,
    $schema: _,
    ...schema
  } = JSON.parse(read('3.0').replace(/"minimum": 0,\s*"exclusiveMinimum": true/, '"exclusiveMinimum": 0'));
  return new Ajv(options).compile({ $id: id, ...schema });
}
const schemas: Record<string, ValidateFunction> = {
  '3.0': older(),
  '3.1': new Ajv2020(options).compile(JSON.parse(read('3.1'))),
};

/** Every `$ref` of a document that leads to nothing in it. */
function lostReferences(document: unknown): string[] {
  const lost: string[] = [];
  const found = (path: string): boolean => {
    let at: unknown = document;
    for (const part of path.replace(/^#\//, '').split('/'))
      at = (at as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')];
    return path.startsWith('#/') && at !== undefined;
  };
  JSON.stringify(document, (name, value: unknown) => {
    if (name === '$ref' && typeof value === 'string' && !found(value)) lost.push(value);
    return value;
  });
  return lost;
}

/** What is wrong with an OpenAPI document by the OpenAPI Initiative's own schema, in words. */
export function problemsOf(document: {
  openapi: string;
  paths?: Record<string, Record<string, { operationId?: string }>>;
}): string[] {
  const validate = schemas[document.openapi.slice(0, 3)];
  if (!validate) return [`version ${document.openapi}`];
  const wrong = validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const ids = Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  const twice = ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index).map((id) => `operation ${id}`);
  return [...wrong, ...lostReferences(document), ...twice];
}
