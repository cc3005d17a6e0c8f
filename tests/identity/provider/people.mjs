// Who can sign in, what can be asked for, and who agreed to what.
export const TENANT = '7d1b0c52-3a5e-4d0b-9a51-5f1c6f0a1111';

export const ACCOUNTS = {
  anna: { uid: '0a1c5b1e-93c6-4a0e-8f4b-2c6a9d3e0001', name: 'Anna Visser', username: 'anna@example.org' },
  ben: { uid: '0a1c5b1e-93c6-4a0e-8f4b-2c6a9d3e0002', name: 'Ben de Boer', username: 'ben@example.org' },
};

const GRAPH = 'https://graph.microsoft.com/';
const BUSINESS_CENTRAL = 'https://api.businesscentral.dynamics.com/';
const GRAPH_NAMES = ['User.Read', 'Presence.Read', 'Contacts.Read', 'People.Read'];

export const BASIC_SCOPES = ['openid', 'profile', 'email', 'offline_access'];
export const RESOURCE_SCOPES = [
  ...GRAPH_NAMES,
  ...GRAPH_NAMES.map((name) => GRAPH + name),
  ...['Financials.ReadWrite.All', 'user_impersonation', '.default'].map((name) => BUSINESS_CENTRAL + name),
];

export const wordsOf = (text) => (text ? text.split(' ') : []);

/** The account with this name or address. */
export const accountNamed = (text) => {
  const wanted = text.trim().toLowerCase();
  return Object.keys(ACCOUNTS).find((id) => [id, ACCOUNTS[id].username].includes(wanted));
};

/** The resources that these scopes belong to. */
export const resourcesOf = (scopes) => new Set(scopes
  .filter((scope) => RESOURCE_SCOPES.includes(scope))
  .map((scope) => (scope.startsWith(BUSINESS_CENTRAL) ? BUSINESS_CENTRAL : GRAPH)));

/** A scope of Graph is the same with and without its address. */
export const inShort = (scope) => scope.replace(GRAPH, '');

export const isForGraph = (scopes) => resourcesOf(scopes).has(GRAPH);

/** Remembers what each account agreed to, whatever sign-in that was, and what the organisation does not allow. */
export class Consents {
  #given = new Map();
  #withheld = new Set();

  give(account, scopes) {
    this.#given.set(account, new Set([...(this.#given.get(account) ?? []), ...scopes.map(inShort)]));
  }

  withhold(scopes) {
    this.#withheld = new Set(scopes.map(inShort));
  }

  forget() {
    this.#given.clear();
  }

  allows(account, scope) {
    return BASIC_SCOPES.includes(scope)
      || (Boolean(this.#given.get(account)?.has(inShort(scope))) && !this.#withheld.has(inShort(scope)));
  }

  /** What of these scopes has to be asked for on a page. */
  toAsk(account, scopes) {
    return scopes.filter((scope) => !this.allows(account, scope) && !this.#withheld.has(inShort(scope)));
  }
}
