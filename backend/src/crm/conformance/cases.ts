import { badDays } from './cases/bad-days.ts';
import { choice } from './cases/choice.ts';
import { companies } from './cases/companies.ts';
import { complete } from './cases/complete.ts';
import { events } from './cases/events.ts';
import { merges } from './cases/merges.ts';
import { records } from './cases/records.ts';
import { sold } from './cases/sold.ts';
import { writeBack } from './cases/write-back.ts';
import type { Case } from './kit.ts';

export const cases: readonly Case[] = [
  ...records,
  ...complete,
  ...choice,
  ...merges,
  ...sold,
  ...companies,
  ...writeBack,
  ...badDays,
  ...events,
];
