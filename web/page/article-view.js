// How is the clinical article of a concept laid out?
//
// Exports articleSections. Headings are data: whatever the article has is shown in its order.
// Held by tests/browser/keyboard-search-opens-a-concept.test.js.

import { html } from 'lit';

/** @typedef {import('../engine/contract.d.ts').Article} Article */
/** @typedef {import('../engine/contract.d.ts').ArticleBlock} ArticleBlock */
/** @typedef {import('../strings/messages.js').Messages} Messages */

/**
 * Returns the part of an address that names a heading: "Risks and Complications" -> "risks-and-complications".
 *
 * @param {string} heading
 */
export function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** @param {ArticleBlock} block */
function drawBlock(block) {
  if (typeof block === 'string') return html`<p>${block}</p>`;
  if ('steps' in block) {
    return html`<ol class="steps">
      ${block.steps.map((step) => html`<li>${step}</li>`)}
    </ol>`;
  }
  return html`<ul class="bullets">
    ${block.list.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

/**
 * Sections that follow each other under one heading (Patient Experience: during, after ...) become one.
 *
 * @param {Article | undefined} article
 * @param {Messages} messages
 * @returns {{ id: string, title: string, content: unknown }[]}
 */
export function articleSections(article, messages) {
  /** @type {Map<string, unknown[]>} */
  const byHeading = new Map();
  for (const { heading, subheading, blocks } of article?.sections ?? []) {
    const content = byHeading.get(heading) ?? [];
    if (subheading) content.push(html`<h3>${subheading}</h3>`);
    content.push(...blocks.map(drawBlock));
    byHeading.set(heading, content);
  }
  const sections = [...byHeading].map(([heading, content]) => ({
    id: slug(heading),
    title: heading,
    content: /** @type {unknown} */ (html`<div class="prose">${content}</div>`),
  }));
  const last = sections.at(-1);
  if (last && article?.reviewed) {
    last.content = html`${last.content}
      <p class="reviewed">
        ${messages.text('reviewed', { date: longDate(article.reviewed, messages) })}
      </p>`;
  }
  return sections;
}

/**
 * @param {string} date ISO 8601
 * @param {Messages} messages
 */
export function longDate(date, { language }) {
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime())
    ? date
    : parsed.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}
