import { conformance } from '@backroom/backend/erp/conformance/vitest';
import { subjects } from './conformance.ts';

for (const subject of subjects) conformance(subject);
