import type { Context, StandardControl, Text } from './component-framework.ts';
import { type Frame, openFrame, type Theme } from './frame.ts';
import { originOf, placeOf } from './place.ts';

type Inputs = { column: Text; address: Text; organization: Text };
const themeOf = (context: Context<Inputs>): Theme => (context.fluentDesignLanguage?.isDarkTheme ? 'dark' : 'light');

/** Backroom on the form of an opportunity, a quote or an account. It shows Backroom's page in a frame, and holds no data of its own. */
export class Backroom implements StandardControl<Inputs, object> {
  private container: HTMLDivElement | null = null;
  private frame: Frame | null = null;

  init(context: Context<Inputs>, _changed: () => void, _state: object, container: HTMLDivElement): void {
    this.container = container;
    context.mode.trackContainerResize(true);
    this.updateView(context);
  }
  /** Comes again and again: on some forms the record is known only then, and another record may take the page over. */
  updateView(context: Context<Inputs>): void {
    const { container } = this;
    if (!container) return;
    const origin = originOf(context.parameters.address.raw);
    const place = placeOf(context, context.parameters.organization.raw);
    if (!origin || !place) {
      this.close();
      container.textContent = context.resources.getString(origin ? 'Save_First' : 'Not_Set_Up');
      return;
    }
    const theme = themeOf(context);
    const { frame } = this;
    if (frame && frame.origin === origin && frame.place.id === place.id && frame.place.orgId === place.orgId) {
      frame.setTheme(theme);
      return;
    }
    this.close();
    container.textContent = '';
    const open = (entityName: string, entityId: string): void => {
      void context.navigation.openForm({ entityName, entityId });
    };
    this.frame = openFrame({
      ...{ container, origin, place, theme, page: window, title: context.resources.getString('Control_Name') },
      wishes: { openRecord: open, refresh: ({ entity, id }) => open(entity, id) },
    });
  }
  /** Its column is never written. */
  getOutputs(): object {
    return {};
  }
  destroy(): void {
    this.close();
  }
  private close(): void {
    this.frame?.close();
    this.frame = null;
  }
}
