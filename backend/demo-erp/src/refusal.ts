import type { ErpErrorKind } from '@backroom/backend/erp/contract/errors';

/** What this ERP says no with: kind of the contract's closed set, its own words, and the field they are about. */
export class Refusal extends Error {
  readonly kind: ErpErrorKind;
  readonly field: string | null;
  constructor(kind: ErpErrorKind, words: string, field: string | null = null) {
    super(words);
    this.kind = kind;
    this.field = field;
  }
}
