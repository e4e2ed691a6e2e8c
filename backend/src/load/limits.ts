/** Bounds of a load test. It is made to show how an ERP bears a busy day, not to break it. */
export const MOST_PEAK = 5000;
export const MOST_FACTOR = 20;
export const MOST_ORDERS = 500;
export const MOST_AT_ONCE = 16;
/** How long orders are sent. Taking them back is not part of it. */
export const SENDING_MS = 15 * 60_000;

/** How many orders a test sends: the busiest day times the factor, within the bounds. */
export const wantedOf = (peak: number, factor: number): number => Math.max(1, Math.min(MOST_ORDERS, peak * factor));
