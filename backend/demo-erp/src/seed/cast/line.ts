import { type CastProduct, products } from './products.ts';

export type CastLine = { code: string | null; name: string; quantity: string; price: string; discount?: string };

const product = (code: string): CastProduct => {
  const found = products.find((each) => each.code === code);
  if (!found) throw new Error(`no product ${code} in the cast`);
  return found;
};
export const line = (code: string, quantity: string, price = product(code).price): CastLine => ({
  code,
  name: product(code).name,
  quantity,
  price,
});
