// One mailbox's contacts as a delta query gives them: in pages, then what changed since, then nothing until it does.
import { randomUUID } from 'node:crypto';

export class TooOld extends Error {}

const FIRST_QUERY = ['$select'];

export class Contacts {
  #address;
  #all = new Map(); // id -> { fields, version }; fields are null for one that was removed
  #version = 0;
  #oldest = 0;
  #continuations = new Map(); // token of a link -> what it goes on with

  constructor(address) {
    this.#address = address;
  }

  put(id, fields) {
    this.#version += 1;
    this.#all.set(id, { fields, version: this.#version });
  }

  remove(id) {
    this.#version += 1;
    this.#all.set(id, { fields: null, version: this.#version });
  }

  /** Every link given so far is too old from now on. */
  forget() {
    this.#version += 1;
    this.#oldest = this.#version;
  }

  /** The page that a query asks for; links carry everything, so that nothing may be added to them. */
  answer(query, size) {
    const words = [...query.keys()];
    const link = query.get('$deltatoken') ?? query.get('$skiptoken');
    if (link === null) {
      if (words.some((word) => !FIRST_QUERY.includes(word))) throw new Error('unknown option');
      const select = query.get('$select')?.split(',') ?? null;
      return this.#page(this.#changes(null, select), select, this.#version, size);
    }
    const found = this.#continuations.get(link);
    if (!found || words.length > 1) throw new Error('not a link of ours');
    if (found.version < this.#oldest) throw new TooOld();
    const items = found.items ?? this.#changes(found.version, found.select);
    return this.#page(items, found.select, found.items ? found.version : this.#version, size);
  }

  #page(items, select, version, size) {
    const [now, later] = [items.slice(0, size), items.slice(size)];
    const next = later.length
      ? { '@odata.nextLink': this.#link('$skiptoken', { items: later, select, version }) }
      : { '@odata.deltaLink': this.#link('$deltatoken', { items: null, select, version }) };
    return { '@odata.context': `${this.#address}/$metadata#contacts`, ...next, value: now };
  }

  #link(name, continuation) {
    const token = randomUUID();
    this.#continuations.set(token, continuation);
    return `${this.#address}?${name}=${token}`;
  }

  #changes(since, select) {
    return [...this.#all]
      .filter(([, { fields, version }]) => (since === null ? fields !== null : version > since))
      .map(([id, { fields, version }]) => (fields === null
        ? { '@removed': { reason: 'deleted' }, id }
        : { '@odata.etag': `W/"${version}"`, id, ...chosen(fields, select) }));
  }
}

function chosen(fields, select) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !select || select.includes(name)));
}
