import type { Message } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Store } from './store.ts';

/** One web service at work. `messages` go with the answer, `user` is who is kept as the writer. */
export type Call = { store: Store; faults: Faults; user: string; messages: Message[] };
