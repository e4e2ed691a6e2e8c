// What the widget of extension/odoo takes from Odoo: as much of OWL and of Odoo's own modules as it needs on a page of ours.

export type WidgetRecord = { resModel: string; resId: number | false; dirty: boolean; load: () => Promise<void> };
export type WidgetProps = { record: WidgetRecord; readonly: boolean };
export type Services = {
  action: { doAction: (action: { res_model: string; res_id: number }) => Promise<void> };
  notification: { add: (text: string, options: { type: string }) => void };
};
type Life = {
  services: Services;
  changed: () => void;
  mounted: (() => void)[];
  ended: (() => void)[];
  updating: ((next: WidgetProps) => void)[];
  refs: Map<string, { el: HTMLElement | null }>;
};
/** Of the component whose `setup` runs. */
let life: Life | null = null;
function current(): Life {
  if (!life) throw new Error('outside of setup');
  return life;
}

export class Component {
  props: WidgetProps;
  constructor(props: WidgetProps) {
    this.props = props;
  }
}
export const onMounted = (run: () => void): void => void current().mounted.push(run);
export const onWillUnmount = (run: () => void): void => void current().ended.push(run);
export const onWillUpdateProps = (run: (next: WidgetProps) => void): void => void current().updating.push(run);
export function useRef(name: string): { el: HTMLElement | null } {
  const ref = { el: null };
  current().refs.set(name, ref);
  return ref;
}
export function useState<State extends object>(state: State): State {
  const { changed } = current();
  return new Proxy(state, {
    set(target, name, value) {
      const isSet = Reflect.set(target, name, value);
      changed();
      return isSet;
    },
  });
}
export const useService = <Name extends keyof Services>(name: Name): Services[Name] => current().services[name];
/** Odoo's own words; the page of the playground is English. */
export const _t = (text: string): string => text;
export const registry = { category: () => ({ add: () => {} }) };
export const standardWidgetProps = {};

export function open<Made extends Component & { setup: () => void }>(
  Widget: new (props: WidgetProps) => Made,
  props: WidgetProps,
  { services, changed }: Pick<Life, 'services' | 'changed'>,
): { widget: Made } & Pick<Life, 'mounted' | 'ended' | 'updating' | 'refs'> {
  const own: Life = { services, changed, mounted: [], ended: [], updating: [], refs: new Map() };
  const widget = new Widget(props);
  life = own;
  widget.setup();
  life = null;
  return { widget, ...own };
}
