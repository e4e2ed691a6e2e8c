/** What one euro is in the price lists of the demonstration. */
export const rates: Readonly<Record<string, string>> = { EUR: '1', CHF: '0.95', USD: '1.08' };
