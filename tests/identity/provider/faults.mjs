// Trouble on order: an endpoint that answers with an error, late, or not at all.
import { problem } from './graph.mjs';

const UNAVAILABLE = {
  error: 'temporarily_unavailable',
  error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
  error_codes: [90033],
};
const OF_GRAPH = ['me', 'presence', 'contacts'];

export class Faults {
  #ordered = new Map();

  /** From now on, for `times` requests (null: until healed): wait, then answer `status`, or as usual without one. */
  set(endpoint, { status = null, headers = {}, wait_s: wait = 0, times = null, page = '' }) {
    let release;
    const released = new Promise((done) => { release = done; });
    this.#ordered.get(endpoint)?.release();
    this.#ordered.set(endpoint, { status, headers, page, wait, left: times ?? Infinity, released, release });
  }

  /** Back to normal; whoever hangs goes on. */
  clear() {
    for (const fault of this.#ordered.values()) fault.release();
    this.#ordered.clear();
  }

  /** Whether the fault has answered, so that nothing is left to do. */
  async answered(endpoint, response) {
    const fault = this.#ordered.get(endpoint);
    if (!fault || fault.left <= 0) return false;
    fault.left -= 1;
    if (fault.wait) await waited(fault);
    if (fault.status === null) return false;
    const type = fault.page ? 'text/html' : 'application/json';
    const body = fault.page || JSON.stringify(OF_GRAPH.includes(endpoint) ? problem(fault.status) : UNAVAILABLE);
    response.writeHead(fault.status, { 'Content-Type': type, ...fault.headers }).end(body);
    return true;
  }
}

function waited({ wait, released }) {
  const late = new Promise((done) => {
    if (wait !== 'for ever') setTimeout(done, wait * 1000).unref();
  });
  return Promise.race([late, released]);
}
