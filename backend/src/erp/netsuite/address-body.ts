import type { PostalAddress } from '@backroom/shared';

/** An address as the API writes it. What is not given is left out. */
export const addressBody = ({ name, street, postalCode, city, country }: PostalAddress) => ({
  ...(name ? { addressee: name } : {}),
  ...(street ? { addr1: street } : {}),
  ...(postalCode ? { zip: postalCode } : {}),
  ...(city ? { city } : {}),
  ...(country ? { country: { id: country.toUpperCase() } } : {}),
});
