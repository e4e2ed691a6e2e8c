import { problemOf, surface } from 'c/backroomSurface';
import { api, LightningElement } from 'lwc';

const names = { connection: 'settings.open_connection', mapping: 'action.open_mapping' };

/** The way to a submission at the order desk, or to another page of it, for those whom the backend lets in. */
export default class BackroomDeskLink extends LightningElement {
  @api submission;
  @api page;
  @api label;
  @api isPrimary = false;
  busy = false;
  url = null;
  problem = null;

  get variant() {
    return this.isPrimary ? 'brand' : 'neutral';
  }
  get openDesk() {
    return surface.t(names[this.page] ?? 'order.open_desk');
  }

  /** An address that opens once. A window opened after a call is one that browsers block, so the person presses the link itself. */
  async handleAsk() {
    this.busy = true;
    this.url = null;
    this.problem = null;
    try {
      const place = this.page ? { page: this.page } : { submission: this.submission };
      this.url = (await surface.client.deskLink(place)).url;
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
  /** It is used up by then; the next one is asked for. */
  handleOpen() {
    this.url = null;
  }
}
