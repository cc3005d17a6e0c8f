// The provider as a program: https on one port of the loopback, and the test's commands as JSON lines on stdin.
// It ends when stdin ends, so it never outlives the test.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createInterface } from 'node:readline';

import { Faults } from './faults.mjs';
import { Graph } from './graph.mjs';
import { interact } from './interaction.mjs';
import { Consents } from './people.mjs';
import { makeProvider } from './provider.mjs';

const options = JSON.parse(process.argv[2]);
const ORIGIN = `https://localhost:${options.port}`;
const MOUNT = `/${options.tenant}/v2.0`;

const state = {
  lifetime: 3600, // of access tokens, in seconds
  refresh_in: null, // after how many seconds an app is told to renew one
  rotate: true, // whether each renewal brings a new refresh token and spends the old one
  discovery: {}, // what the discovery document says otherwise
  consents: new Consents(),
  grants: new Set(),
};
const log = [];
const faults = new Faults();
const provider = makeProvider(ORIGIN + MOUNT, options.client_id, state);
const callback = provider.callback();
const graph = new Graph(ORIGIN, (token) => provider.AccessToken.find(token));

const server = createServer({ key: readFileSync(options.key), cert: readFileSync(options.certificate) }, serve);

async function serve(request, response) {
  const { pathname } = new URL(request.url, ORIGIN);
  const inProvider = pathname.startsWith(`${MOUNT}/`);
  const endpoint = inProvider ? nameOf(pathname.slice(MOUNT.length)) : graph.nameOf(pathname);
  const entry = { endpoint, method: request.method, status: null };
  request.entry = entry; // the provider adds what it learns from the body; never a secret
  log.push(entry);
  response.on('finish', () => { entry.status = response.statusCode; });
  if (await faults.answered(endpoint, response)) return;
  try {
    if (endpoint === 'interaction') await interact(provider, state, request, response);
    else if (inProvider) toProvider(request, response);
    else await graph.serve(request, response);
  } catch (problem) {
    console.error(problem);
    if (!response.headersSent) response.writeHead(400).end(String(problem.message));
  }
}

function nameOf(path) {
  const [, first] = path.split('/');
  return first === '.well-known' ? 'discovery' : first;
}

function toProvider(request, response) {
  request.originalUrl = request.url; // as Express does; the provider finds out from it where it is mounted
  request.url = request.url.slice(MOUNT.length);
  callback(request, response);
}

// What the test can do. Each command answers with one value.

const realNow = Date.now;
const commands = {
  // False where somebody else has taken the port meanwhile.
  listen: () => new Promise((done) => {
    const taken = () => done(false);
    server.once('error', taken);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', taken);
      done(true);
    });
  }),
  refuse: () => new Promise((done) => {
    server.close(() => done(true));
    server.closeAllConnections();
  }),
  fault: ({ endpoint, ...what }) => faults.set(endpoint, what),
  heal: () => faults.clear(),
  set: ({ clock, ...values }) => {
    if (clock !== undefined) Date.now = () => realNow() + clock * 1000;
    Object.assign(state, values);
  },
  withhold: ({ scopes }) => state.consents.withhold(scopes),
  forget_consents: () => state.consents.forget(),
  revoke: async ({ access_tokens }) => {
    for (const grantId of state.grants) {
      if (access_tokens) await provider.AccessToken.revokeByGrantId(grantId);
      await (await provider.Grant.find(grantId))?.destroy();
    }
    state.grants.clear();
  },
  log: () => log,
  graph: ({ change, ...what }) => graph.change(change, what),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...what } = JSON.parse(line);
  const answer = await commands[command](what);
  process.stdout.write(`${JSON.stringify({ answer: answer ?? null })}\n`);
}
process.exit(0);
