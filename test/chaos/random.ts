import { createHash } from 'node:crypto';

/**
 * Chance that depends on nothing but the seed and a name, so that a run replays although its requests arrive in another order:
 * `chance('drop', reference)` is the same number in [0, 1) each time it is asked.
 */
export type Chance = (...name: (string | number)[]) => number;

export function chanceOf(seed: number): Chance {
  return (...name) => {
    const digest = createHash('sha256')
      .update(`${seed}|${name.join('|')}`)
      .digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
