// The OpenID provider, told to behave as Microsoft's identity platform does where an app can notice it.
import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { loadProvider } from './packages.mjs';
import * as pages from './pages.mjs';
import { ACCOUNTS, BASIC_SCOPES, RESOURCE_SCOPES, TENANT, resourcesOf, wordsOf } from './people.mjs';

const { Provider, errors, interactionPolicy } = await loadProvider();
const DAY_S = 24 * 3600;
const LENGTHS = { AccessToken: 2600, RefreshToken: 1500 }; // in characters, as Microsoft's are

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** Make the provider of one issuer; `state` holds what the test can change while it runs. */
export function makeProvider(issuer, clientId, state) {
  const provider = new Provider(issuer, {
    ...clientAndKeys(clientId),
    ...whatIsIssued(state),
    findAccount: (ctx, id, token) => {
      if (token && ctx.oidc.route === 'token') narrow(ctx, id, token, state.consents);
      return ACCOUNTS[id] && { accountId: id, claims: () => claimsOf(id) };
    },
    interactions: { policy: policy(), url: (_ctx, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    loadExistingGrant: ({ oidc }) => oidc.result?.consent && oidc.provider.Grant.find(oidc.result.consent.grantId),
    routes: { authorization: '/authorize', token: '/token', device_authorization: '/devicecode', userinfo: '/userinfo' },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      deviceFlow: {
        enabled: true,
        userCodeInputSource: (ctx, form, _out, problem) => { ctx.body = pages.enterCode(form, problem); },
        userCodeConfirmSource: (ctx, form, _client, _info, code) => { ctx.body = pages.confirmCode(form, code); },
        successSource: (ctx) => { ctx.body = pages.done(); },
      },
    },
    renderError: (ctx, out) => { ctx.type = 'html'; ctx.body = pages.error(out); },
  });
  // A refresh token belongs to the user and the app; which scopes it is good for is decided when it is used.
  Object.defineProperty(provider.RefreshToken.prototype, 'scopes', {
    get: () => new Set([...BASIC_SCOPES, ...RESOURCE_SCOPES]),
  });
  provider.on('grant.error', (ctx, problem) => { ctx.state.problem = problem; });
  provider.use((ctx, next) => answerAsMicrosoftDoes(ctx, next, state));
  return provider;
}

function clientAndKeys(clientId) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{
      client_id: clientId,
      client_name: 'CTI Tray',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://localhost'],
      grant_types: ['authorization_code', 'refresh_token', DEVICE_GRANT],
    }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'rig' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
  };
}

function whatIsIssued(state) {
  return {
    scopes: [...BASIC_SCOPES, ...RESOURCE_SCOPES],
    claims: { openid: ['sub', 'oid', 'tid'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    rotateRefreshToken: () => state.rotate,
    formats: { bitsOfOpaqueRandomness: (_ctx, token) => 6 * (LENGTHS[token.kind] ?? 43) },
    ttl: {
      AccessToken: () => state.lifetime,
      AuthorizationCode: 600,
      DeviceCode: 900,
      Grant: 90 * DAY_S,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 90 * DAY_S,
      Session: DAY_S,
    },
  };
}

const claimsOf = (id) => ({
  sub: id,
  oid: ACCOUNTS[id].uid,
  tid: TENANT,
  name: ACCOUNTS[id].name,
  preferred_username: ACCOUNTS[id].username,
});

/** The usual questions, choosing an account when the app asks for that, and signing in anew when it names another. */
function policy() {
  const { Check, Prompt, base } = interactionPolicy;
  const prompts = base();
  prompts.add(new Prompt({ name: 'select_account', requestable: true }), 0);
  prompts.get('login').checks.add(new Check('other_account', 'another account is wanted', ({ oidc }) => {
    const hint = oidc.params.login_hint;
    const signedIn = ACCOUNTS[oidc.session.accountId]?.username;
    return Boolean(hint && signedIn && hint !== signedIn && !oidc.result?.login);
  }));
  return prompts;
}

/** Reduce what is about to be issued to the one resource that was asked for, and to what the account agreed to. */
function narrow(ctx, account, token, consents) {
  const asked = wordsOf(ctx.oidc.body.scope ?? token.scope);
  const allowed = asked.filter((scope) => consents.allows(account, scope));
  if (resourcesOf(asked).size > 1) {
    throw microsoft(28000, new errors.InvalidScope('The input parameter scope contains more than one resource.'));
  }
  if (ctx.oidc.params.grant_type === 'refresh_token' && allowed.length < asked.length) {
    throw microsoft(65001, new errors.InvalidGrant(), 'The user has not consented to use the application.', {
      suberror: 'consent_required',
    });
  }
  token.scope = asked.join(' ');
  ctx.oidc.entities.Grant.openid = { scope: allowed.join(' ') };
}

/** An error with the number that Microsoft gives it. */
function microsoft(number, problem, description = problem.error_description, more = {}) {
  return Object.assign(problem, { microsoft: { number, more }, error_description: description });
}

const NUMBERS = { refresh_token: 50173, authorization_code: 54005, [DEVICE_GRANT]: 70016 };

async function answerAsMicrosoftDoes(ctx, next, state) {
  await next();
  const route = ctx.oidc?.route;
  if (route === 'device_authorization' && ctx.status === 200) {
    const { user_code: code, verification_uri: address } = ctx.body;
    const message = `To sign in, use a web browser to open the page ${address} and enter the code ${code}.`;
    Object.assign(ctx.body, { interval: 1, message });
  }
  if (route === 'discovery') Object.assign(ctx.body, state.discovery);
  if (route !== 'token') return;
  Object.assign(ctx.req.entry, { grant: ctx.oidc.body?.grant_type, scope: wordsOf(ctx.oidc.body?.scope) });
  if (ctx.status === 200) {
    const uid = ACCOUNTS[ctx.oidc.account.accountId].uid;
    const info = Buffer.from(JSON.stringify({ uid, utid: TENANT })).toString('base64url');
    Object.assign(ctx.body, { client_info: info, ext_expires_in: ctx.body.expires_in });
    if (state.refresh_in !== null) ctx.body.refresh_in = state.refresh_in;
  } else if (ctx.body.error) {
    const { number = NUMBERS[ctx.oidc.body?.grant_type] ?? 90100, more } = ctx.state.problem?.microsoft ?? {};
    const description = `AADSTS${number}: ${ctx.body.error_description}`;
    Object.assign(ctx.body, { error_description: description, error_codes: [number], ...more });
    ctx.req.entry.error = ctx.body.error;
  }
}
