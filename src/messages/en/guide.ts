/** Guides of the docs on the product’s own site. What stands between backticks is code. */
export default {
  widget: {
    title: 'The widget on your own site',
    lead: 'Points, rewards and redeeming on your pages, for customers who are signed in there. Five lines of HTML, ten on your server, no library, no cookie.',
    allow: 'Allow your site',
    allowText:
      'In the console, Settings → Widget, add the address of your site as browsers send it: scheme, name, and the port if it has one. `https://www.example.com` and `https://example.com` are two sites. Up to 20; pages of any other site are refused.',
    console: 'Open the console',
    key: 'Make a signing key',
    keyText:
      'On the same page. Keep these three on your server, as environment variables; the secret is shown once. To change it later, make a second key, put it on your server, then revoke the first.',
    mall: 'Your mall’s subdomain',
    kid: 'The id of the key',
    secret:
      'The secret of the key. Whoever has it can sign in as any of your customers: never put it in a page',
    html: 'Paste five lines',
    htmlText:
      'At the end of your pages. The element `pm-launcher` is the button with its panel; where the balance alone should stand, put a `pm-balance` too.',
    server: 'Answer `/pointmall-token`',
    serverText:
      'With a token for the customer who is signed in on your site, with an empty text for anybody else, and with `Cache-Control: no-store`. The widget asks again when its session ends, after a quarter of an hour.',
    typescript: 'TypeScript, on Node',
    php: 'PHP',
    copy: 'Copy',
    copied: 'Copied',
    token: 'What a token says',
    tokenText:
      'A JSON Web Token in its compact form. Its header names `alg` (HS256; EdDSA for a key of your own, whose public half you paste in the console) and `kid`. Every other algorithm is refused, `none` too.',
    optional: 'may be left out',
    claims: {
      aud: '`pointmall:` and your mall’s subdomain. Of another mall it opens nothing',
      sub: 'Your own id of the customer, 1 to 128 characters, the same for ever: it is who she is in the mall. She becomes a member at her first visit',
      jti: 'Something random, 1 to 128 characters. A token opens one session',
      iat: 'When it was signed, in seconds since 1970',
      exp: 'When it ends, at most 5 minutes later. Your clock may be 30 seconds off',
      nbf: 'Not to be used before',
      name: 'Her name, up to 80 characters',
      email: 'Her e-mail; it joins the points that she has already under it, where the next line is said',
      email_verified: '`true` if you have proved that the address is hers. Anything else and it is ignored',
      phone: 'Her mobile number, likewise',
      phone_verified: '`true` if you have proved that the number is hers',
      locale: 'Her language, such as `zh-CN`; used when she becomes a member',
    },
    refusals: 'When it says no',
    refusalsText:
      'Every refusal is a problem document (RFC 9457) with a stable `code` and a `detail` in the reader’s language. The widget copes with them by itself; this is for you who builds it.',
    codes: {
      token_invalid:
        'Signature, `kid`, `aud`, times or `sub` are not as above. Which of them is not said, so as not to help a forger: look at the three variables and at the clock of your server',
      token_expired: 'Sign a fresh one for each request; let nothing cache `/pointmall-token`',
      token_replayed: 'It has opened a session already. Sign a fresh one',
      origin_not_allowed: 'The page stands on a site that is not on your list',
      account_frozen: 'You have blocked this member',
      too_many_requests: 'Wait for as long as `Retry-After` says; the token is not used up',
      unavailable: 'We could not answer. Try again after `Retry-After`, with a fresh token',
      not_found: 'No open mall has this address',
    },
    policy: 'A strict Content-Security-Policy',
    policyText: 'If your pages send one, it needs these three. Nothing for styles, frames or fonts.',
    policyNonce:
      'The script of the five lines stands in the page: give both script elements your `nonce`, or move its content into a file of your own. The widget uses neither `eval` nor inline style.',
    api: 'What your page may call',
    apiText:
      'One global, `window.pointmall`. Before the script has come, put calls in its queue as the five lines do: `q: [[name, …arguments]]`.',
    methods: {
      identify:
        'How the widget gets a token. Call it again when somebody signs in or out on your site without a new page',
      signOut: 'Forgets who was signed in',
      open: 'Opens the panel; with two malls on one page, say whose',
      close: 'Closes it',
      on: 'Tells you what happens; returns a function that ends it. The events are',
    },
    attributes: 'What its elements may say',
    dataMall: 'On the script: whose mall. On an element, `mall` names another one: two malls fit on one page',
    dataLocale: 'On the script: the language. Else the page’s own, else the browser’s',
    dataScheme: 'On the script: for a page that is always light or always dark. Else as the device has it',
    side: 'On `pm-launcher`: in the other corner',
    offset: 'On `pm-launcher`: so many pixels higher, clear of a bar of your own',
    data: 'The routes behind it',
    dataText: 'The widget talks to your mall’s own host, and you may too: every route is described in',
    openApi: 'the OpenAPI document',
  },
} as const;
