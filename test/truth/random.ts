/** The same numbers for the same seed on every machine (mulberry32): a difference can be found again. */
export type Random = {
  /** From 0, below `below`. */
  whole: (below: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
  some: <Value>(values: readonly Value[], most: number) => Value[];
};
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[whole(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  return {
    whole,
    pick,
    some: (values, most) => [...new Set(Array.from({ length: 1 + whole(most) }, () => pick(values)))],
  };
}
