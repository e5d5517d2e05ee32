// Why does a hit stand where it stands? The sum of core/search/RANKING.md in words.
//
// Exports drawSum. Held by tests/browser/narrowing.test.js.

import { html, nothing } from 'lit';

/** What each tier adds to the quality; the weights of its three parts (core/search/weights.hpp, held by the test). */
const TIERS = { relaxed: 0, 'all-words': 1, 'exact-name': 2, 'code-prefix': 3, 'exact-code': 4 };
export const PARTS = /** @type {const} */ ({ satisfaction: 0.45, coverage: 0.45, prior: 0.1 });

/** @param {number} value */
const short = (value) => Math.round(value * 1000) / 1000;

/**
 * @param {import('../engine/contract.d.ts').Hit} hit
 * @param {import('../strings/messages.js').Messages} messages
 */
export function drawSum({ sum, score }, messages) {
  if (!sum) return nothing;
  const parts = /** @type {(keyof typeof PARTS)[]} */ (Object.keys(PARTS));
  return html`<dl class="hit-sum">
    <div>
      <dt>${messages.text(`sum.${sum.tier}`)}</dt>
      <dd class="numbers">${messages.number(TIERS[sum.tier])}</dd>
    </div>
    ${parts.map(
      (part) =>
        html`<div>
          <dt>${messages.text(`sum.${part}`)}</dt>
          <dd class="numbers">
            ${messages.number(PARTS[part])} × ${messages.number(short(sum[part]))}
          </dd>
        </div>`,
    )}
    <div class="total">
      <dt>${messages.text('sum.total')}</dt>
      <dd class="numbers">${messages.number(short(score))}</dd>
    </div>
  </dl>`;
}
