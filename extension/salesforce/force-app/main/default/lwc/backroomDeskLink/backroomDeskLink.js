import { problemOf, surface } from 'c/backroomSurface';
import { api, LightningElement } from 'lwc';

/** The way to a submission at the order desk, for who may go there; the backend says who that is. */
export default class BackroomDeskLink extends LightningElement {
  @api submission;
  @api label;
  busy = false;
  url = null;
  problem = null;
  openDesk = surface.t('order.open_desk');

  /** An address that opens once. A window opened after a call is one that browsers block, so the person presses the link itself. */
  async handleAsk() {
    this.busy = true;
    this.url = null;
    this.problem = null;
    try {
      this.url = (await surface.client.deskLink(this.submission)).url;
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
