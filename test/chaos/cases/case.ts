import type { OneOfMany } from '../../../extension/playground/server/hubspot/many.ts';
import type { ErpName } from '../erps.ts';
import type { LoadOptions, Sent } from '../load.ts';
import type { Chance } from '../random.ts';
import type { StoreKind, World } from '../world.ts';

type Place = 'movable' | 'small disk' | 'slow' | 'earlier release';

export type Run = {
  world: World;
  /** How many submissions this case is to make; it may round. */
  count: number;
  /** What the slow cases' times are multiplied with, so that a short run can show them too. */
  scale: number;
  chance: Chance;
  convert: (count: number, more?: Partial<Omit<LoadOptions, 'from' | 'count' | 'chance'>>) => Promise<Sent[]>;
  /** Somebody presses once more for quotes of which Backroom no longer knows anything. */
  again: (sent: readonly Sent[]) => Promise<void>;
  /** Opens the pages of the deals that the next `count` conversions are about, as reps do before they convert. */
  open: (count: number) => Promise<void>;
  /** The deals that the next `count` conversions are about. */
  next: (count: number) => OneOfMany[];
  /** Deals that no conversion of this case is about. */
  spare: (count: number) => OneOfMany[];
  /** Waits until the ERP has everything acknowledged so far in this case, but not longer. */
  settle: (ms: number) => Promise<boolean>;
  /**
   * What went wrong on purpose, and how often it did. What the proxy did is counted by itself. A case in which nothing happened has proved
   * nothing, and fails.
   */
  fault: (name: string, times: number) => void;
  /** Something that must not be and that counting orders at the ERP does not show. */
  wrong: (kind: 'lost' | 'doubled' | 'stuck', why: string) => void;
  /** A measured value for the report. */
  figure: (name: string, value: string) => void;
  /** A person's hand at the end: what needs attention is sent again. */
  mend: () => Promise<void>;
};
export type Case = {
  name: string;
  what: string;
  /** Share of a run's submissions, against the other cases' shares. */
  share: number;
  /** At most so many, where more would prove nothing more. */
  most?: number;
  /** What it needs that not every run has; else it is skipped, and the reason printed. */
  stores?: readonly StoreKind[];
  /**
   * `movable`: clocks can be set. `small disk`: the database's folder can be filled. `slow`: the ERP says that it may commit minutes late.
   * `earlier release`: one of the workers runs the code of an earlier release, on the tables of this one.
   */
  place?: Place;
  /** Why it makes no sense with an ERP: it is then skipped, and the reason printed. */
  notOn?: Partial<Record<ErpName, string>>;
  run: (run: Run) => Promise<void>;
};
