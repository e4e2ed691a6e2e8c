import { conformance } from '../conformance/vitest.ts';
import { subjects } from './conformance.ts';

for (const subject of subjects) conformance(subject);
