// `npm run bench`: ratios, both sides measured in one run; each kind of run writes its own section of docs/benchmarks.md.
// Without an option: the panels. Another kind of run is a file here, an option below and a section in the page.
import { benchPanels } from './panels.ts';
import { writeSection } from './report.ts';

writeSection('panels', await benchPanels());
