import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';

type FieldOf<Session> = (
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
) => Promise<string | null>;

/**
 * Gives a refusal of an order its field, where one can be found: `fieldOf` looks for it by the ERP's words and its records. A read that fails leaves the refusal
 * as it is. `isNamed`: whether a field that it has already is the one to mend.
 */
export const namingField =
  <Session>(fieldOf: FieldOf<Session>, isNamed: (field: string) => boolean = (field) => field !== '') =>
  async (session: Session, input: OrderInput, error: unknown, signal: AbortSignal): Promise<unknown> => {
    const isOpen =
      error instanceof ErpError && ['refused', 'not_found'].includes(error.kind) && !isNamed(error.field ?? '');
    if (!isOpen) return error;
    const field = await fieldOf(session, input, error.words ?? '', signal).catch(() => null);
    return field === null
      ? error
      : new ErpError(error.kind, error.message, { words: error.words, field, cause: error });
  };
