import { actCases } from './acts.ts';
import { backupCases } from './backup.ts';
import type { Case } from './case.ts';
import { diskCases } from './disk.ts';
import { earlierCases } from './earlier.ts';
import { killCases } from './kills.ts';
import { lineCases } from './line.ts';
import { loadCases } from './load.ts';
import { meanwhileCases } from './meanwhile.ts';
import { slowCases } from './slow.ts';

export const cases: readonly Case[] = [
  ...lineCases,
  ...killCases,
  ...slowCases,
  ...meanwhileCases,
  ...actCases,
  ...loadCases,
  ...backupCases,
  ...diskCases,
  ...earlierCases,
];
