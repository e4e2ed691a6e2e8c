import type { RecordRef } from '@backroom/shared';

type Theme = 'light' | 'dark';
type Tone = 'success' | 'warning' | 'danger';
/** What the page's head says to the host, which anybody can read. */
export type PageSettings = Readonly<Record<string, string>>;

/** What the app needs of the CRM that holds its frame. One file a CRM below `hosts/`. */
export type Host = {
  /** A narrow column beside the record, a window of its own, or a part of the page. */
  view: 'panel' | 'window' | 'page';
  /** Where the frame stands, in the CRM's own names. The backend compares it with the proof. */
  context: () => Readonly<Record<string, string>>;
  /** A token of the CRM that was not used before. */
  proof: () => Promise<string>;
  /** A token takes a click: `proof` opens a window, which browsers allow to a press alone. */
  asksForClick?: boolean;
  /** The content's height in whole CSS pixels. */
  resize: (height: number) => void;
  notify: (text: string, tone: Tone) => void;
  /** Shows the order in a window of the CRM; ends when that is closed. Absent: the frame itself has the room. */
  openOrder?: () => Promise<void>;
  openRecord: (record: RecordRef) => void;
  /** Has the CRM show what we wrote on its record. */
  refreshHost: () => void;
  theme: Theme;
  onTheme: (tell: (theme: Theme) => void) => void;
  onVisible: (tell: (isVisible: boolean) => void) => void;
};
/** Connects to the CRM. It is called before anything is asked of the backend, and reads the page's address. */
export type OpenHost = (settings: PageSettings, page: Window) => Promise<Host>;
