// What the user sees: sign-in, consent, and the pages of the device code. `data-page` tells the browser where it is.
import { ACCOUNTS } from './people.mjs';

const safe = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const page = (name, title, content) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body data-page="${name}"><h1>${title}</h1>${content}</body></html>`;

export const signIn = (hint = '', problem = '') => page('sign-in', 'Sign in', `
<p>${safe(problem)}</p>
<form method="post">
<label>Account <input name="account" autofocus value="${safe(hint)}"></label>
<button name="answer" value="yes">Sign in</button>
<button name="answer" value="no">Cancel</button>
</form>`);

export const consent = (account, scopes) => page('consent', 'Permissions requested', `
<p>${safe(ACCOUNTS[account].username)}</p>
<ul>${scopes.map((scope) => `<li>${safe(scope)}</li>`).join('')}</ul>
<form method="post">
<button name="answer" value="yes">Accept</button>
<button name="answer" value="no">Cancel</button>
</form>`);

// The forms of the next two come from the provider; only its buttons are ours.
export const enterCode = (form, error) => page('code', 'Enter code', `
<p>${error ? 'This code is not right.' : ''}</p>${form}
<button form="op.deviceInputForm" value="yes">Next</button>`);

export const confirmCode = (form, code) => page('confirm', 'Are you trying to sign in?', `
<p>${safe(code)}</p>${form}
<button form="op.deviceConfirmForm" value="yes">Continue</button>
<button form="op.deviceConfirmForm" value="no" name="abort">Cancel</button>`);

export const done = () => page('done', 'You have signed in', '<p>You can close this page.</p>');

export const error = (out) => page('error', 'Sorry, something went wrong', `
<p>${safe(out.error)}: ${safe(out.error_description ?? '')}</p>`);
