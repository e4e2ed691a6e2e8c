import type { ErpOrder, ErpReturn } from '@backroom/shared';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { ExamplesInput } from './examples.ts';

/** A system that the suite runs over, once it is there. */
export type Opened = {
  /** Where the ERP answers. The suite puts its own proxy in front: it counts calls and breaks answers. Null: nothing listens. */
  url: string | null;
  /** The adapter, for the ERP at this address: the real one, the proxy's, or one where nobody listens. */
  connect: (url: string) => ErpAdapter;
  examples: ExamplesInput;
  /** Cases that this system cannot show although its adapter has the operation, each with the reason that is printed. */
  lacks?: Readonly<Record<string, string>>;
  /** With a credential that lacks the rights for `examples.denied`. */
  limited?: (url: string) => ErpAdapter;
  /** With a credential that is wrong. It is used for one call, because some ERPs lock the user after a few. */
  wrong?: (url: string) => ErpAdapter;
  /** Copies an order the way a person does it on the ERP's own screens; gives the copy's number. */
  copyOrder?: (order: ErpOrder) => Promise<string>;
  /** Delivers all of an order, the way a person does it on the ERP's own screens. */
  deliverOrder?: (order: ErpOrder) => Promise<void>;
  /** Sets the quantity of an order's first line, the way a colleague does it on the ERP's own screens. */
  editOrder?: (order: ErpOrder, quantity: string) => Promise<void>;
  /** Takes all goods of a return back and credits them, the way people do it on the ERP's own screens. */
  takeBack?: (made: ErpReturn) => Promise<void>;
  /** The system runs in this process, so that moving the process's clock moves its clock as well. */
  sameClock?: boolean;
  close: () => Promise<void>;
};

/** An adapter together with a system to show it on. `open` says why where the system cannot be had on this machine. */
export type Subject = {
  name: string;
  /** What answers: the vendor's own system, its recorded answers, or a double and what that was made from. */
  proof?: string;
  open: () => Promise<Opened | { unavailable: string }>;
};
