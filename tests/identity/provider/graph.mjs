// The part of Microsoft Graph that the tray reads: who I am, my presence, and my contacts by delta query.
import { Contacts, TooOld } from './contacts.mjs';
import { ACCOUNTS, inShort, isForGraph, wordsOf } from './people.mjs';

const ENDPOINTS = { '/v1.0/me': 'me', '/v1.0/me/presence': 'presence', '/v1.0/me/contacts/delta': 'contacts' };
const NEEDED = { me: 'User.Read', presence: 'Presence.Read', contacts: 'Contacts.Read' };
const CODES = {
  400: 'BadRequest',
  401: 'InvalidAuthenticationToken',
  403: 'Forbidden',
  404: 'ResourceNotFound',
  405: 'MethodNotAllowed',
  410: 'SyncStateNotFound',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
};

export const problem = (status) => ({ error: { code: CODES[status] ?? 'UnknownError', message: 'Refused by the rig.' } });

export class Graph {
  #findToken;
  #presences = new Map();
  #contacts = new Map();
  #origin;

  constructor(origin, findToken) {
    this.#origin = origin;
    this.#findToken = findToken;
    for (const account of Object.keys(ACCOUNTS)) {
      this.#presences.set(account, { availability: 'Available', activity: 'Available' });
      this.#contacts.set(account, new Contacts(`${origin}/v1.0/me/contacts/delta`));
    }
  }

  nameOf(path) {
    return ENDPOINTS[path] ?? 'unknown';
  }

  async serve(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.#origin);
    const endpoint = this.nameOf(pathname);
    if (endpoint === 'unknown') return answer(response, 404);
    const token = await this.#findToken(request.headers.authorization?.match(/^Bearer (\S+)$/)?.[1] ?? '');
    const scopes = wordsOf(token?.scope).map(inShort);
    if (!token?.isValid || !isForGraph(scopes)) return answer(response, 401, problem(401), { 'WWW-Authenticate': 'Bearer' });
    if (request.method !== 'GET') return answer(response, 405);
    if (!scopes.includes(NEEDED[endpoint])) return answer(response, 403);
    return this[endpoint](token.accountId, searchParams, request, response);
  }

  me(account, _query, _request, response) {
    const { uid: id, name: displayName, username: userPrincipalName } = ACCOUNTS[account];
    answer(response, 200, { id, displayName, userPrincipalName });
  }

  presence(account, _query, _request, response) {
    answer(response, 200, { id: ACCOUNTS[account].uid, ...this.#presences.get(account) });
  }

  contacts(account, query, request, response) {
    const size = Number(request.headers.prefer?.match(/odata\.maxpagesize=(\d+)/)?.[1] ?? 10);
    try {
      answer(response, 200, this.#contacts.get(account).answer(query, size));
    } catch (refusal) {
      answer(response, refusal instanceof TooOld ? 410 : 400);
    }
  }

  /** What the test changes: a presence, a contact put in place or removed, or delta links that are too old now. */
  change(what, { account, ...more }) {
    const contacts = this.#contacts.get(account);
    if (what === 'presence') this.#presences.set(account, more);
    else if (what === 'put') contacts.put(more.id, more.fields);
    else if (what === 'remove') contacts.remove(more.id);
    else if (what === 'forget') contacts.forget();
  }
}

function answer(response, status, body = problem(status), headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}
