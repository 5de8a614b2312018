import type { Catalogue } from '../catalogue.ts';
import type en from '../en/guide.ts';

export default {
  widget: {
    title: '把小组件放到你自己的网站',
    lead: '积分、礼品和兑换直接出现在你的网页上，给已登录的顾客用。五行 HTML，服务器上十行代码，不用任何库，不用 Cookie。',
    allow: '允许你的网站',
    allowText:
      '在后台的「设置 → 小组件」添加网站地址，写法与浏览器发送的一致：协议、域名，有端口就带上端口。`https://www.example.com` 和 `https://example.com` 是两个网站。最多 20 个，其他网站的页面一律拒绝。',
    console: '打开后台',
    key: '创建签名密钥',
    keyText:
      '在同一个页面。把下面三项作为环境变量放在服务器上，密钥只显示一次。以后要更换：先创建第二个密钥，部署到服务器，再作废第一个。',
    mall: '你的商城的子域名',
    kid: '密钥编号',
    secret: '密钥本身。拿到它的人可以冒充任何顾客，绝不能写进网页',
    html: '粘贴五行',
    htmlText:
      '放在网页的末尾。元素 `pm-launcher` 是按钮和它打开的面板。只想在某处显示余额，再放一个 `pm-balance`。',
    server: '回应 `/pointmall-token`',
    serverText:
      '顾客在你的网站已登录，就返回她的凭证；其他人一律返回空文本。并带上 `Cache-Control: no-store`。会话一刻钟后到期，小组件会再来取。',
    typescript: 'TypeScript（Node）',
    php: 'PHP',
    copy: '复制',
    copied: '已复制',
    token: '凭证里写什么',
    tokenText:
      '紧凑格式的 JSON Web Token。头部写 `alg`（HS256；用你自己的密钥则是 EdDSA，公钥贴在后台）和 `kid`。其他算法一律拒绝，`none` 也一样。',
    optional: '可不写',
    claims: {
      aud: '`pointmall:` 加上你的商城的子域名。给别家商城的凭证在这里无效',
      sub: '顾客在你那里的编号，1 到 128 个字符，永远不变：商城就凭它认人。第一次来就成为会员',
      jti: '一段随机文本，1 到 128 个字符。一个凭证只开一次会话',
      iat: '签名的时间，1970 年以来的秒数',
      exp: '到期的时间，最多 5 分钟以后。你的时钟可以差 30 秒',
      nbf: '在此之前不可用',
      name: '顾客的姓名，最多 80 个字符',
      email: '顾客的邮箱。下一行写了，就与她在这个邮箱名下已有的积分合在一起',
      email_verified: '你确认过邮箱是她的，就写 `true`。不写，邮箱不作数',
      phone: '顾客的手机号，同理',
      phone_verified: '你确认过手机号是她的，就写 `true`',
      locale: '顾客的语言，例如 `zh-CN`，成为会员时采用',
    },
    refusals: '什么时候会被拒绝',
    refusalsText:
      '每次拒绝都是一份问题文档（RFC 9457），带固定的 `code` 和读者语言的 `detail`。小组件自己会处理，这里是写给开发者看的。',
    codes: {
      token_invalid:
        '签名、`kid`、`aud`、时间或 `sub` 与上面不符。具体是哪一项不会说，免得帮了伪造的人：请核对三个变量和服务器的时钟',
      token_expired: '每次请求都重新签一个，别让 `/pointmall-token` 被缓存',
      token_replayed: '它已经开过一次会话。重新签一个',
      origin_not_allowed: '网页所在的网站不在你的名单里',
      account_frozen: '你停用了这位会员',
      too_many_requests: '按 `Retry-After` 等一会儿，凭证没有用掉',
      unavailable: '我们暂时答不上来。按 `Retry-After` 等一会儿，换一个新凭证再试',
      not_found: '这个地址没有开张的商城',
    },
    policy: '严格的 Content-Security-Policy',
    policyText: '如果你的网页发送它，需要下面三项。样式、框架和字体都不需要。',
    policyNonce:
      '五行里的脚本写在网页中：给两个 script 元素都加上你的 `nonce`，或者把内容移到你自己的文件里。小组件不用 `eval`，也不用行内样式。',
    api: '网页可以调用什么',
    apiText:
      '只有一个全局变量 `window.pointmall`。脚本到达之前，像那五行一样放进队列：`q: [[name, …arguments]]`。',
    methods: {
      identify: '小组件怎样取得凭证。顾客在你的网站登录或退出而网页没有刷新时，再调用一次',
      signOut: '忘掉刚才登录的人',
      open: '打开面板。一个网页有两家商城时，写明是哪家',
      close: '关闭面板',
      on: '告诉你发生了什么，返回一个用来停止的函数。事件有',
    },
    attributes: '元素上可以写什么',
    dataMall: '写在 script 上：哪家商城。元素上写 `mall` 可以指另一家，一个网页能放两家',
    dataLocale: '写在 script 上：语言。不写就用网页的语言，再就是浏览器的',
    dataScheme: '写在 script 上：给一直浅色或一直深色的网页。不写就跟随设备',
    side: '写在 `pm-launcher` 上：放到另一个角',
    offset: '写在 `pm-launcher` 上：抬高这么多像素，让开你自己的底栏',
    data: '背后的接口',
    dataText: '小组件访问的是你的商城自己的域名，你也可以访问。每个接口都写在',
    openApi: 'OpenAPI 文档',
  },
} satisfies Catalogue<typeof en>;
