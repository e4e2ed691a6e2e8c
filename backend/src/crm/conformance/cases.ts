import { badDays } from './cases/bad-days.ts';
import { events } from './cases/events.ts';
import { records } from './cases/records.ts';
import { sold } from './cases/sold.ts';
import { writeBack } from './cases/write-back.ts';
import type { Case } from './kit.ts';

export const cases: readonly Case[] = [...records, ...sold, ...writeBack, ...badDays, ...events];
