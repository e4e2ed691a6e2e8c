import * as controls from './controls.tsx';
import * as layout from './layout.tsx';
import * as table from './table.tsx';

/** Every HubSpot component that the cards use. One that is missing here throws by its name. */
export const components = { ...layout, ...controls, ...table };
