// What do the curves of growth look like?
//
// Exports drawGrowth: an SVG of four panels (size, opening, one key, memory) over the number of concepts, both axes in
// powers of ten. Colours follow the reader's light or dark by themselves. Held by tests/bench/growth.test.js.

const width = 960;
const panel = { width: 400, height: 210 };
const lefts = [64, 536];
const tops = [122, 412];
const height = 692;

/** Where a place's curve gets its colour; names are those of the style below. */
const places = { native: 'native', node: 'wasm in Node', chromium: 'wasm in Chromium' };

const style = `
  text { font: 13px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; fill: #4a5565; }
  .title { font-size: 21px; font-weight: 650; fill: #101828; }
  .panel { font-size: 15px; font-weight: 600; fill: #101828; }
  .value { font-size: 12px; font-weight: 600; fill: #101828; }
  .ground { fill: #ffffff; } .frame { fill: #f8fafc; } .grid { stroke: #e2e8f0; }
  .line { fill: none; stroke-width: 2.4; stroke-linejoin: round; stroke-linecap: round; }
  .p50 { stroke-width: 1.6; stroke-dasharray: 2 5; }
  .native { stroke: #0f766e; } .node { stroke: #1d4ed8; } .chromium { stroke: #c2410c; } .catalog { stroke: #6d28d9; }
  .dot.native { fill: #0f766e; } .dot.node { fill: #1d4ed8; } .dot.chromium { fill: #c2410c; } .dot.catalog { fill: #6d28d9; }
  .dot { stroke: #f8fafc; stroke-width: 1.4; }
  .slope { stroke: #94a3b8; stroke-width: 1.2; stroke-dasharray: 6 4; fill: none; } .small { font-size: 12px; }
  @media (prefers-color-scheme: dark) {
    text { fill: #a8b3c4; } .title, .panel, .value { fill: #f1f5f9; } .ground { fill: #0d1117; } .frame { fill: #161c26; } .grid { stroke: #2a3342; }
    .native { stroke: #2dd4bf; } .node { stroke: #7ea6ff; } .chromium { stroke: #fb923c; } .catalog { stroke: #b794f6; }
    .dot.native { fill: #2dd4bf; } .dot.node { fill: #7ea6ff; } .dot.chromium { fill: #fb923c; } .dot.catalog { fill: #b794f6; }
    .dot { stroke: #161c26; } .slope { stroke: #64748b; }
  }
`;

/** @typedef {{name: string, css: string, points: {x: number, y: number}[], isFaint?: boolean}} Curve */

const log = Math.log10;

/** @param {number} value @returns {number} to two figures, three from 100 on */
const shortened = (value) => Number(value.toPrecision(value >= 100 ? 3 : 2));

/** @param {number} value @param {string} unit */
function written(value, unit) {
  if (unit === 'MB') return value >= 1000 ? `${value / 1000} GB` : value < 1 ? `${Math.round(value * 1000)} kB` : `${value} MB`;
  if (unit === 'ms') return value >= 1000 ? `${value / 1000} s` : `${value} ms`;
  return value >= 1e6 ? `${value / 1e6} million` : value.toLocaleString('en');
}

/** @param {number[]} values @returns {[number, number]} whole powers of ten around them */
function decades(values) {
  const low = Math.floor(log(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(log(Math.max(...values))))];
}

/** @param {string} css @param {Record<string, number | string>} attributes @param {string} name @param {string} [content] */
function element(name, css, attributes, content) {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${typeof value === 'number' ? Number(value.toFixed(1)) : value}"`);
  const open = `<${name}${css ? ` class="${css}"` : ''}${text.join('')}`;
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`;
}

/**
 * Draws one panel.
 *
 * @param {{title: string, unit: string, curves: Curve[], left: number, top: number, xs: [number, number]}} options
 */
function drawPanel({ title, unit, curves, left, top, xs }) {
  const points = curves.flatMap((curve) => curve.points);
  const ys = decades(points.map(({ y }) => y));
  const across = (/** @type {number} */ x) => left + ((log(x) - xs[0]) / (xs[1] - xs[0])) * panel.width;
  const up = (/** @type {number} */ y) => top + panel.height - ((log(y) - ys[0]) / (ys[1] - ys[0])) * panel.height;
  const bottom = top + panel.height;
  const right = left + panel.width;
  const parts = [
    element('text', 'panel', { x: left, y: top - 14 }, title),
    element('rect', 'frame', { x: left, y: top, width: panel.width, height: panel.height, rx: 4 }),
  ];
  for (let power = ys[0]; power <= ys[1]; power += 1) {
    const y = up(10 ** power);
    parts.push(element('line', 'grid', { x1: left, x2: right, y1: y, y2: y }));
    parts.push(element('text', 'small', { x: left - 8, y: y + 4, 'text-anchor': 'end' }, written(10 ** power, unit)));
  }
  for (let power = Math.ceil(xs[0]); power <= xs[1]; power += 1) {
    const x = across(10 ** power);
    parts.push(element('line', 'grid', { x1: x, x2: x, y1: top, y2: bottom }));
    parts.push(element('text', 'small', { x, y: bottom + 19, 'text-anchor': 'middle' }, written(10 ** power, '')));
  }
  // As steep as the catalog grows: a curve flatter than this grows more slowly than its catalog.
  const from = Math.max(...curves.map(({ points: [first] }) => first.y));
  const firstX = Math.min(...points.map(({ x }) => x));
  const most = Math.min(10 ** xs[1], (firstX * 10 ** ys[1]) / from);
  parts.push(element('line', 'slope', { x1: across(firstX), y1: up(from), x2: across(most), y2: up((from * most) / firstX) }));
  for (const { css, points: own, isFaint } of curves) {
    const path = own.map(({ x, y }, at) => `${at ? 'L' : 'M'}${across(x).toFixed(1)} ${up(y).toFixed(1)}`).join('');
    parts.push(element('path', `line ${css}${isFaint ? ' p50' : ''}`, { d: path }));
    if (!isFaint) parts.push(...own.map(({ x, y }) => element('circle', `dot ${css}`, { cx: across(x), cy: up(y), r: 4 })));
  }
  // Each panel says in figures how far it goes: its highest and, where there are several, its lowest curve.
  const ends = curves.filter(({ isFaint }) => !isFaint).map(({ points: own }) => own[own.length - 1]);
  const highest = ends.reduce((most, end) => (end.y > most.y ? end : most));
  const lowest = ends.reduce((least, end) => (end.y < least.y ? end : least));
  const label = (/** @type {{x: number, y: number}} */ end, /** @type {number} */ shift) =>
    element('text', 'value', { x: across(end.x) + 6, y: up(end.y) + shift, 'text-anchor': 'end' }, written(shortened(end.y), unit));
  parts.push(label(highest, -11));
  if (lowest !== highest) parts.push(label(lowest, 22));
  return parts.join('\n');
}

/** @param {any} sizes @param {(figures: any) => number | undefined} of @returns {Curve[]} one for each place */
const curvesOf = (sizes, of) =>
  Object.keys(places)
    .map((place) => ({
      name: place,
      css: place,
      points: sizes
        .filter((/** @type {any} */ size) => size[place] && !size[place].error)
        .map((/** @type {any} */ size) => ({ x: size.concepts, y: Math.max(Number(of(size[place])), 1e-3) })),
    }))
    .filter(({ points }) => points.length > 0);

function drawLegend() {
  const entries = [
    ...Object.entries(places).map(([css, name]) => ({ css: `line ${css}`, name })),
    { css: 'slope', name: 'as steep as the catalog grows' },
    { css: 'line p50 node', name: 'dotted: p50' },
  ];
  let x = lefts[0];
  return entries
    .map(({ css, name }) => {
      const mark = element('line', css, { x1: x, x2: x + 26, y1: 68, y2: 68 });
      const text = element('text', '', { x: x + 33, y: 72.5 }, name);
      x += 33 + name.length * 6.7 + 24;
      return `${mark}${text}`;
    })
    .join('\n');
}

/**
 * Returns the SVG of a report; requires at least one size.
 *
 * @param {{sizes: any[]}} report of runGrowth
 */
export function drawGrowth({ sizes }) {
  const counts = sizes.map(({ concepts }) => concepts);
  const xs = /** @type {[number, number]} */ ([log(Math.min(...counts)) - 0.12, log(Math.max(...counts)) + 0.12]);
  const bytes = { name: 'catalog', css: 'catalog', points: sizes.map((size) => ({ x: size.concepts, y: size.bytes / 1e6 })) };
  const p50 = curvesOf(sizes, ({ keys }) => keys.p50).map((curve) => ({ ...curve, isFaint: true }));
  const panels = [
    { title: 'Catalog to download, gzip', unit: 'MB', curves: [bytes] },
    { title: 'Opening, until the first key is answered', unit: 'ms', curves: curvesOf(sizes, ({ opening }) => opening.median) },
    { title: 'One key, p99 (and p50)', unit: 'ms', curves: [...p50, ...curvesOf(sizes, ({ keys }) => keys.p99)] },
    { title: 'Memory', unit: 'MB', curves: curvesOf(sizes, ({ memory }) => memory / 1e6) },
  ];
  const drawn = panels.map((each, at) => drawPanel({ ...each, xs, left: lefts[at % 2], top: tops[Math.floor(at / 2)] }));
  const words = counts.map((count) => count.toLocaleString('en')).join(', ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">Size, opening, keys and memory of catalogs of ${words} concepts</title>`,
    `<style>${style}</style>`,
    element('rect', 'ground', { width, height, rx: 10 }),
    element('text', 'title', { x: lefts[0], y: 42 }, 'When the catalog grows'),
    drawLegend(),
    ...drawn,
    element('text', 'small', { x: lefts[0], y: height - 16 }, 'Concepts across; both axes in powers of ten. Made-up names with the words, lengths and codes of the real catalog.'),
    '</svg>\n',
  ].join('\n');
}
