// Which small drawings does the page use?
//
// Exports one Lit template per icon, 20 px on a grid of 24, drawn for this project.

import { html, svg } from 'lit';

/** @param {unknown} shape */
const icon = (shape) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;

export const brandIcon = html`<svg class="brand-mark" viewBox="0 0 64 64" aria-hidden="true">
  <rect width="64" height="64" rx="14" />
  <path class="bracket" d="M20 14h-8v36h8M44 14h8v36h-8" />
  <path class="cross" d="M32 21v22M21 32h22" />
</svg>`;

export const searchIcon = icon(
  svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`,
);
export const crossIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const backIcon = icon(svg`<path class="directed" d="m14 6-6 6 6 6"/>`);
export const forwardIcon = icon(svg`<path class="directed" d="m10 6 6 6-6 6"/>`);
export const copyIcon = icon(
  svg`<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2"/>`,
);
export const linkIcon = icon(
  svg`<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.4 1.4M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.4-1.4"/>`,
);
export const printIcon = icon(
  svg`<path d="M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-5a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v5a1 1 0 0 1-1 1h-2M7 14h10v6H7z"/>`,
);
export const bookIcon = icon(
  svg`<path d="M12 6.5C10 5 7 4.500 4 5v13c3-.5 6 0 8 1.500 2-1.500 5-2 8-1.500V5c-3-.5-6 0-8 1.500Zm0 0V19"/>`,
);
export const treeIcon = icon(
  svg`<path d="M4 5h6M4 5v14h5M4 12h5"/><rect x="12" y="3" width="8" height="4" rx="1"/><rect x="12" y="10" width="8" height="4" rx="1"/><rect x="12" y="17" width="8" height="4" rx="1"/>`,
);
export const compareIcon = icon(
  svg`<rect x="3" y="5" width="7.500" height="14" rx="1.500"/><rect x="13.500" y="5" width="7.500" height="14" rx="1.500"/><path d="M5.500 9h2.500M5.500 13h2.500M16 9h2.500M16 13h2.500"/>`,
);
export const keyboardIcon = icon(
  svg`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
);
export const listIcon = icon(
  svg`<path d="M9 7h11M9 12h11M9 17h11M4.5 7h.01M4.5 12h.01M4.5 17h.01"/>`,
);
export const checkListIcon = icon(
  svg`<path d="M12 7h8M12 12h8M12 17h8M3.5 7l1.500 1.500 3-3M3.500 16.500 5 18l3-3"/>`,
);
export const personIcon = icon(
  svg`<circle cx="12" cy="8.500" r="3.500"/><path d="M5 19.500c.8-3.500 3.600-5 7-5s6.200 1.500 7 5"/>`,
);
export const addIcon = icon(svg`<path d="M12 5v14M5 12h14"/>`);
export const doneIcon = icon(svg`<path d="m5 12.500 4.500 4.500L19 7.500"/>`);
export const moreIcon = icon(
  svg`<path stroke-width="3" d="M5.500 12h.01M12 12h.01M18.500 12h.01"/>`,
);
export const starIcon = icon(
  svg`<path d="m12 4 2.400 5.100 5.600.700-4.100 3.800 1.100 5.500-5-2.800-5 2.800 1.100-5.500L4 9.800l5.600-.7Z"/>`,
);
export const upIcon = icon(svg`<path d="M12 19V6M6.500 11.500 12 6l5.500 5.500"/>`);
export const downIcon = icon(svg`<path d="M12 5v13M6.500 12.500 12 18l5.500-5.500"/>`);
export const undoIcon = icon(
  svg`<path class="directed" d="M8 5 4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-3"/>`,
);
export const redoIcon = icon(
  svg`<path class="directed" d="m16 5 4 4-4 4M20 9H10a5.500 5.500 0 0 0 0 11h3"/>`,
);
export const saveIcon = icon(svg`<path d="M12 4v11M7 10.500 12 15.500l5-5M5 20h14"/>`);
export const openIcon = icon(svg`<path d="M12 15.500V4.500M7 9l5-5 5 5M5 20h14"/>`);
export const infoIcon = icon(svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 11v5M12 8h.01"/>`);
export const warningIcon = icon(svg`<path d="M12 4 3 19h18L12 4Zm0 6v4m0 2.500h.01"/>`);
export const ownIcon = icon(
  svg`<path d="M4 8.500 12 4.500l8 4-8 4zM4 12.500l8 4 4-2M4 16.500l5 2.500"/><path d="M18.500 14.500v6M15.500 17.500h6"/>`,
);
export const dropIcon = html`<svg class="drop-mark" viewBox="0 0 48 48" aria-hidden="true">
  <path d="M14 6h14l10 10v26H14zM28 6v10h10" />
  <path d="M26 22v13M20.500 29.500 26 35l5.500-5.500" />
</svg>`;
export const lockIcon = icon(
  svg`<rect x="5.500" y="10.500" width="13" height="9" rx="2"/><path d="M8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500"/>`,
);
