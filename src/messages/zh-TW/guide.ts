import type { Catalogue } from '../catalogue.ts';
import type en from '../en/guide.ts';

export default {
  widget: {
    title: '把小工具放到您自己的網站',
    lead: '點數、好禮和兌換直接出現在您的網頁上，給已登入的顧客用。五行 HTML，伺服器上十行程式碼，不用任何函式庫，不用 Cookie。',
    allow: '允許您的網站',
    allowText:
      '在後台的「設定 → 小工具」新增網站地址，寫法與瀏覽器送出的一致：協定、網域，有連接埠就加上連接埠。`https://www.example.com` 和 `https://example.com` 是兩個網站。最多 20 個，其他網站的頁面一律拒絕。',
    console: '打開後台',
    key: '建立簽章金鑰',
    keyText:
      '在同一個頁面。把下面三項作為環境變數放在伺服器上，金鑰只顯示一次。以後要更換：先建立第二個金鑰，部署到伺服器，再撤銷第一個。',
    mall: '您的商城的子網域',
    kid: '金鑰編號',
    secret: '金鑰本身。拿到它的人可以冒充任何顧客，絕不能寫進網頁',
    html: '貼上五行',
    htmlText:
      '放在網頁的最後。元素 `pm-launcher` 是按鈕和它打開的面板。只想在某處顯示餘額，再放一個 `pm-balance`。',
    server: '回應 `/pointmall-token`',
    serverText:
      '顧客在您的網站已登入，就回傳她的憑證；其他人一律回傳空白文字。並帶上 `Cache-Control: no-store`。工作階段一刻鐘後到期，小工具會再來取。',
    typescript: 'TypeScript（Node）',
    php: 'PHP',
    copy: '複製',
    copied: '已複製',
    token: '憑證裡寫什麼',
    tokenText:
      '精簡格式的 JSON Web Token。標頭寫 `alg`（HS256；用您自己的金鑰則是 EdDSA，公鑰貼在後台）和 `kid`。其他演算法一律拒絕，`none` 也一樣。',
    optional: '可不寫',
    claims: {
      aud: '`pointmall:` 加上您的商城的子網域。給別家商城的憑證在這裡無效',
      sub: '顧客在您那裡的編號，1 到 128 個字元，永遠不變：商城就憑它認人。第一次來就成為會員',
      jti: '一段隨機文字，1 到 128 個字元。一個憑證只開一次工作階段',
      iat: '簽章的時間，1970 年以來的秒數',
      exp: '到期的時間，最多 5 分鐘以後。您的時鐘可以差 30 秒',
      nbf: '在此之前不可用',
      name: '顧客的姓名，最多 80 個字元',
      email: '顧客的電子郵件。下一行寫了，就與她在這個地址名下已有的點數合在一起',
      email_verified: '您確認過地址是她的，就寫 `true`。不寫，地址不算數',
      phone: '顧客的手機號碼，同理',
      phone_verified: '您確認過號碼是她的，就寫 `true`',
      locale: '顧客的語言，例如 `zh-TW`，成為會員時採用',
    },
    refusals: '什麼時候會被拒絕',
    refusalsText:
      '每次拒絕都是一份問題文件（RFC 9457），帶固定的 `code` 和讀者語言的 `detail`。小工具自己會處理，這裡是寫給開發者看的。',
    codes: {
      token_invalid:
        '簽章、`kid`、`aud`、時間或 `sub` 與上面不符。具體是哪一項不會說，免得幫了偽造的人：請核對三個變數和伺服器的時鐘',
      token_expired: '每次請求都重新簽一個，別讓 `/pointmall-token` 被快取',
      token_replayed: '它已經開過一次工作階段。重新簽一個',
      origin_not_allowed: '網頁所在的網站不在您的名單裡',
      account_frozen: '您停用了這位會員',
      too_many_requests: '依 `Retry-After` 等一會兒，憑證沒有用掉',
      unavailable: '我們暫時無法回應。依 `Retry-After` 等一會兒，用新的憑證再試',
      not_found: '這個地址沒有開張的商城',
    },
    policy: '嚴格的 Content-Security-Policy',
    policyText: '如果您的網頁送出它，需要下面三項。樣式、框架和字型都不需要。',
    policyNonce:
      '五行裡的指令碼寫在網頁中：給兩個 script 元素都加上您的 `nonce`，或者把內容移到您自己的檔案裡。小工具不用 `eval`，也不用行內樣式。',
    api: '網頁可以呼叫什麼',
    apiText:
      '只有一個全域變數 `window.pointmall`。指令碼到達之前，像那五行一樣放進佇列：`q: [[name, …arguments]]`。',
    methods: {
      identify: '小工具怎樣取得憑證。顧客在您的網站登入或登出而網頁沒有重新整理時，再呼叫一次',
      signOut: '忘掉剛才登入的人',
      open: '打開面板。一個網頁有兩家商城時，寫明是哪家',
      close: '關閉面板',
      on: '告訴您發生了什麼，回傳一個用來停止的函式。事件有',
    },
    attributes: '元素上可以寫什麼',
    dataMall: '寫在 script 上：哪家商城。元素上寫 `mall` 可以指另一家，一個網頁能放兩家',
    dataLocale: '寫在 script 上：語言。不寫就用網頁的語言，再來是瀏覽器的',
    dataScheme: '寫在 script 上：給一直淺色或一直深色的網頁。不寫就跟隨裝置',
    side: '寫在 `pm-launcher` 上：放到另一個角落',
    offset: '寫在 `pm-launcher` 上：抬高這麼多像素，讓開您自己的底列',
    data: '背後的介面',
    dataText: '小工具存取的是您的商城自己的網域，您也可以存取。每個介面都寫在',
    openApi: 'OpenAPI 文件',
  },
} satisfies Catalogue<typeof en>;
