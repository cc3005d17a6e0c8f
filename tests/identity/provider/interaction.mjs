// What stands between the app's request and the provider's answer: the user signs in, and agrees or does not.
import * as pages from './pages.mjs';
import { accountNamed, wordsOf } from './people.mjs';

const CANCELLED = { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' };

/** Serve one visit of an interaction page. */
export async function interact(provider, state, request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const form = request.method === 'POST' ? new URLSearchParams(await textOf(request)) : null;
  if (form?.get('answer') === 'no') return provider.interactionFinished(request, response, CANCELLED);
  if (prompt.name === 'consent') {
    const account = session.accountId;
    const scopes = wordsOf(params.scope);
    const toAsk = state.consents.toAsk(account, scopes);
    if (!form && toAsk.length) return show(response, pages.consent(account, toAsk));
    const grantId = await agree(provider, state, account, params.client_id, scopes, toAsk);
    return provider.interactionFinished(request, response, { consent: { grantId } });
  }
  if (!form) return show(response, pages.signIn(params.login_hint));
  const accountId = accountNamed(form.get('account') ?? '');
  if (!accountId) return show(response, pages.signIn(form.get('account'), 'There is no such account.'));
  return provider.interactionFinished(request, response, { login: { accountId }, [prompt.name]: { accountId } });
}

/** One grant per sign-in, so that one device's replayed token does not sign the others out. */
async function agree(provider, state, accountId, clientId, scopes, agreedTo) {
  state.consents.give(accountId, agreedTo);
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(scopes);
  const grantId = await grant.save();
  state.grants.add(grantId);
  return grantId;
}

async function textOf(request) {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

function show(response, html) {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(html);
}
