/** Our reference and nothing else, as it stands in a field. */
const OURS = /^BR-[A-Z0-9]{8,24}$/;
type Names = { reference: string | null; description: string | null };

/**
 * Our reference is in "Reference". Where the customer gave a PO number, that is there, for Tryton prints it on the invoice, and ours is the
 * "Description".
 */
export const referenceOf = ({ reference, description }: Names): string | null =>
  description !== null && OURS.test(description) ? description : reference;
export const poNumberOf = (row: Names): string | null =>
  row.reference === null || row.reference === referenceOf(row) ? null : row.reference;
/** A domain for orders that may have one of the references. */
export const underReferences = (references: readonly string[]) => {
  const wanted = [...new Set(references)];
  return ['OR', [['reference', 'in', wanted]], [['description', 'in', wanted]]];
};
export const namesOf = (reference: string, poNumber: string | undefined) =>
  poNumber === undefined ? { reference } : { reference: poNumber, description: reference };
