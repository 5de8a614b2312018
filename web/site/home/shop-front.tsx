import type { Child } from 'hono/jsx';
import type { SiteWords } from '../words.ts';

const STRIPES = 10;
const STRIPE = 54;
const LEFT = 90;

/** The corner shop of the first screen, at dusk; its colours are those of site/hero.css, by day and by night. */
export function ShopFront({ t }: { t: SiteWords }) {
  return (
    <svg class="shop-front" viewBox="0 0 720 560" role="img" aria-label={t('home.art')}>
      <path class="sf-halo" d="M112 512a300 300 0 1 1 500 0z" />
      <g class="sf-sky">
        <path class="sf-moon" d="M656 30a34 34 0 1 0 22 58 40 40 0 0 1-22-58z" />
        <Star x={70} y={120} size={10} />
        <Star x={690} y={210} size={7} />
        <Star x={150} y={52} size={7} />
        <Star x={500} y={40} size={6} />
      </g>
      <ellipse class="sf-shadow" cx="362" cy="514" rx="330" ry="22" />
      <Building />
      <Shelf />
      <Door sign={t('home.sign')} />
      <Awning />
      <Lantern />
      <Plant />
      <Board text={t('home.board')} />
      <Cat />
    </svg>
  );
}

/** A wall whose sign is a card of stamps, nearly full. */
function Building() {
  return (
    <g>
      <path class="sf-roof" d="M104 96h512l14 22H90z" />
      <path class="sf-wall" d="M104 118h512v392H104z" />
      <path class="sf-wall-side" d="M588 118h28v392h-28z" />
      <rect class="sf-fascia" x="126" y="132" width="446" height="62" rx="8" />
      {Array.from({ length: 8 }, (_, each) => (
        <Stamp x={170 + each * 51} full={each < 6} />
      ))}
      <path class="sf-step" d="M104 500h512v12H104z" />
    </g>
  );
}

function Stamp({ x, full }: { x: number; full: boolean }) {
  return (
    <g transform={`translate(${x} 163)`}>
      <circle class={full ? 'sf-stamp' : 'sf-stamp-open'} r="18" />
      {full && <path class="sf-spark" d="M0-11 3-3 11 0 3 3 0 11-3 3-11 0-3-3z" />}
    </g>
  );
}

function Star({ x, y, size }: { x: number; y: number; size: number }) {
  const inner = size * 0.28;
  return (
    <path
      class="sf-star"
      d={`M${x} ${y - size} ${x + inner} ${y - inner} ${x + size} ${y} ${x + inner} ${y + inner} ${x} ${y + size} ${x - inner} ${y + inner} ${x - size} ${y} ${x - inner} ${y - inner}z`}
    />
  );
}

function Awning() {
  return (
    <g>
      {Array.from({ length: STRIPES }, (_, each) => {
        const x = LEFT + each * STRIPE;
        return (
          <path
            class={each % 2 ? 'sf-stripe-light' : 'sf-stripe'}
            d={`M${x} 208h${STRIPE}v62a27 27 0 0 1-${STRIPE} 0z`}
          />
        );
      })}
      <path class="sf-awning-shade" d="M90 208h540v14H90z" />
    </g>
  );
}

/** What the window shows: the very things that a template suggests. */
function Shelf() {
  return (
    <g>
      <rect class="sf-frame" x="130" y="262" width="270" height="206" rx="6" />
      <rect class="sf-light" x="142" y="262" width="246" height="194" />
      <path class="sf-glow" d="M142 262h246l-60 194h-126z" />
      <path class="sf-board" d="M142 372h246v8H142zM142 450h246v6H142z" />
      <g class="sf-dark">
        <path d="M176 372v-34h36v34z" />
        <path class="sf-line" d="M183 338c0-20 22-20 22 0" />
        <rect x="244" y="336" width="30" height="36" rx="4" />
        <path d="M306 372c-16 0-18-16-18-22h48c0 6-2 22-18 22z" />
        <path d="M358 372v-30h-4l8-16 8 16h-4v30z" />
      </g>
      <g class="sf-warm">
        <path d="M259 334c-7-7 0-13 0-18 4 5 8 10 0 18z" />
        <path d="M180 450v-30c0-6 40-6 40 0v30z" />
        <path d="M252 450l10-44h14l10 44z" />
        <rect x="318" y="414" width="44" height="36" rx="3" />
      </g>
      <path
        class="sf-ribbon"
        d="M337 414h6v36h-6zM318 428h44v6h-44zM340 414c-14-14-20 0 0 0 20 0 14-14 0 0z"
      />
      <path class="sf-mullion" d="M263 262h4v194h-4z" />
    </g>
  );
}

function Door({ sign }: { sign: string }) {
  return (
    <g>
      <rect class="sf-frame" x="424" y="262" width="128" height="240" rx="6" />
      <rect class="sf-door" x="434" y="262" width="108" height="240" />
      <rect class="sf-light" x="448" y="276" width="80" height="140" rx="4" />
      <circle class="sf-knob" cx="526" cy="440" r="5" />
      <path class="sf-thread" d="M488 300 466 330M488 300l22 30" />
      <rect class="sf-sign" x="448" y="328" width="80" height="34" rx="5" />
      <text class="sf-sign-text" x="488" y="351" text-anchor="middle">
        {sign}
      </text>
    </g>
  );
}

function Lantern() {
  return (
    <g>
      <circle class="sf-lamp-glow" cx="572" cy="312" r="46" />
      <path class="sf-thread" d="M572 270v22" />
      <rect class="sf-lamp" x="559" y="292" width="26" height="40" rx="11" />
      <path class="sf-lamp-line" d="M559 304h26M559 320h26" />
    </g>
  );
}

function Plant() {
  return (
    <g>
      <path class="sf-leaf" d="M82 474c-34-20-34-66-10-92 12 30 12 62 10 92z" />
      <path class="sf-leaf-light" d="M84 476c-6-40 14-72 42-84-2 36-14 66-42 84z" />
      <path class="sf-pot" d="M58 468h52l-7 44H65z" />
    </g>
  );
}

/** It stands on the pavement; the code on it is only drawn. */
function Board({ text }: { text: string }) {
  return (
    <g>
      <path class="sf-board-leg" d="M668 392l28 122h-10l-26-112z" />
      <path class="sf-board-face" d="M584 390h88l-12 124H570z" />
      <g class="sf-code" transform="translate(595 404)">
        <Finder x={0} y={0} />
        <Finder x={34} y={0} />
        <Finder x={0} y={34} />
        <path d="M22 2h6v8h-6zM22 16h10v6H22zM2 22h8v6H2zM14 24h6v8h-6zM36 22h6v6h-6zM46 22h8v10h-8zM24 30h8v8h-8zM36 34h6v6h-6zM44 40h10v6H44zM24 44h8v10h-8zM38 48h6v6h-6zM50 50h4v4h-4z" />
      </g>
      <text class="sf-board-text" x="618" y="484" text-anchor="middle">
        {text}
      </text>
    </g>
  );
}

function Finder({ x, y }: { x: number; y: number }) {
  return (
    <path
      d={`M${x} ${y}h20v20h-20zM${x + 4} ${y + 4}v12h12v-12zM${x + 7} ${y + 7}h6v6h-6z`}
      fill-rule="evenodd"
    />
  );
}

/** Every good shop has one. */
function Cat(): Child {
  return (
    <g class="sf-cat">
      <path d="M270 512c-4-36 6-58 22-64l-6-22 14 9c5-2 11-2 16 0l14-9-5 23c18 8 26 30 22 63z" />
      <path class="sf-cat-tail" d="M346 506c26 2 34-16 24-34" />
      <circle class="sf-cat-eye" cx="301" cy="447" r="2.5" />
      <circle class="sf-cat-eye" cx="315" cy="447" r="2.5" />
    </g>
  );
}
