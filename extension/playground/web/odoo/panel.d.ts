/** The widget of the app for Odoo, which has no types of its own. */
declare module '*/odoo/backroom/static/src/panel.js' {
  type Props = {
    record: { resModel: string; resId: number | false; dirty: boolean; load: () => Promise<void> };
    readonly: boolean;
  };
  export class BackroomPanel {
    props: Props;
    constructor(props: Props);
    setup(): void;
    state: { name: string; src: string; height: number; shown: string };
    readonly note: string;
  }
}
