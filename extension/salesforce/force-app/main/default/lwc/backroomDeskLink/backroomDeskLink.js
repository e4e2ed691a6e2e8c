import { problemOf, store, surface } from 'c/backroomSurface';
import { deskQuestion, deskWay } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** The way to a submission at the order desk, or to another page of it. A window opened by a script after a call is blocked, so it is a link. */
export default class BackroomDeskLink extends LightningElement {
  @api page;
  @api label;
  @api isPrimary = false;
  /** What stands there for a person without access. */
  @api otherwise = null;
  asked = { data: null, error: null };
  busy = false;
  problem = null;
  requested = false;
  words = { request: surface.t('order.request_access'), requested: surface.t('order.access_requested') };
  _submission;
  _stop = null;

  @api get submission() {
    return this._submission;
  }
  set submission(id) {
    if (id === this._submission) return;
    this._submission = id;
    // A second order took the place of the first one.
    if (this._stop) this._observe();
  }
  connectedCallback() {
    this._observe();
  }
  disconnectedCallback() {
    this._stop();
    this._stop = null;
  }
  _observe() {
    this._stop?.();
    const question = deskQuestion(surface.client, this.page ? { page: this.page } : { submission: this.submission });
    this.asked = store.state(question);
    this._stop = store.observe(question, () => {
      this.asked = store.state(question);
    });
  }
  get way() {
    return deskWay(this.asked, this.otherwise);
  }
  /** So that nothing below it jumps. */
  get keepsPlace() {
    return this.isPrimary && this.way.isAsked;
  }
  /** Only where the desk comes first, so that not every order asks for it. */
  get mayRequest() {
    return this.isPrimary && this.way.isForbidden;
  }
  async handleRequest() {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await surface.client.requestAccess();
      this.requested = true;
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
  get look() {
    return `slds-button slds-button_${this.isPrimary ? 'brand' : 'neutral'}`;
  }
}
