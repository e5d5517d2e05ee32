// How does the element look?
//
// Exports styles. Every colour and size is a custom property `--medcode-*` with a default that
// follows the page's `color-scheme`; web/README.md lists them.

import { css } from 'lit';

const palette = css`
  :host {
    --_text: var(--medcode-text, #16212c);
    --_muted: var(--medcode-muted, #55636f);
    --_surface: var(--medcode-surface, #ffffff);
    --_line: var(--medcode-line, #c3ccd4);
    --_control-line: var(--medcode-control-line, #7d8b97);
    --_accent: var(--medcode-accent, #0a5a83);
    --_active: var(--medcode-active, #e6f0f6);
    --_match: var(--medcode-match, #d8ebf5);
    --_match-text: var(--medcode-match-text, #06344d);
    --_warning: var(--medcode-warning, #7a4a00);
    --_danger: var(--medcode-danger, #a3222b);
    --_radius: var(--medcode-radius, 8px);
    --_font: var(--medcode-font, inherit);
    --_code-font: var(
      --medcode-code-font,
      ui-monospace,
      'Cascadia Mono',
      'SF Mono',
      Menlo,
      Consolas,
      'Liberation Mono',
      monospace
    );
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      --_text: var(--medcode-text, #e4eaf0);
      --_muted: var(--medcode-muted, #a3b1bd);
      --_surface: var(--medcode-surface, #17212b);
      --_line: var(--medcode-line, #34424f);
      --_control-line: var(--medcode-control-line, #6f8190);
      --_accent: var(--medcode-accent, #7cc0e6);
      --_active: var(--medcode-active, #22374a);
      --_match: var(--medcode-match, #1f4a66);
      --_match-text: var(--medcode-match-text, #e2f3fd);
      --_warning: var(--medcode-warning, #f0c074);
      --_danger: var(--medcode-danger, #ff9c9c);
    }
  }
`;

const field = css`
  :host {
    display: block;
    position: relative;
    font: var(--_font);
    color: var(--_text);
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: var(--medcode-height, 44px);
    padding: 4px 12px;
    background: var(--_surface);
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
  }
  .field:focus-within {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  :host([disabled]) .field {
    opacity: 0.6;
  }
  .icon {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    color: var(--_muted);
  }
  input {
    flex: 1 1 6em;
    min-inline-size: 0;
    padding: 6px 0;
    font: inherit;
    color: inherit;
    background: transparent;
    border: 0;
    outline: 0;
    text-overflow: ellipsis;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
    background: transparent;
    border: 0;
    border-radius: 6px;
  }
  button:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .clear {
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    padding: 6px;
    margin-inline-end: -6px;
    color: var(--_muted);
  }
  .clear:hover {
    color: var(--_text);
  }
  .chips {
    display: contents;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    padding-inline-start: 10px;
    background: var(--_active);
    border-radius: 999px;
  }
  .chip button {
    min-inline-size: 28px;
    min-block-size: 28px;
    border-radius: 999px;
  }
`;

const popup = css`
  .loading {
    position: absolute;
    inset: 100% 0 auto;
    z-index: 1;
    margin-block-start: 4px;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  progress {
    inline-size: 100%;
    block-size: 3px;
    accent-color: var(--_accent);
    border: 0;
  }
  .popup {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + 6px);
    z-index: var(--medcode-z-index, 20);
    overflow: hidden;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: var(--medcode-shadow, 0 12px 32px rgb(10 25 40 / 18%));
  }
  .list {
    max-block-size: var(--medcode-list-height, min(26em, 60vh));
    padding: 4px;
    margin: 0;
    overflow-y: auto;
    list-style: none;
  }
  .option {
    display: grid;
    grid-template-columns: minmax(5.5em, max-content) 1fr;
    gap: 2px 14px;
    padding: 8px 10px;
    cursor: pointer;
    border-radius: calc(var(--_radius) - 2px);
    scroll-margin: 4px;
  }
  .option[aria-selected='true'],
  .option:hover {
    background: var(--_active);
  }
  .option[aria-selected='true'] {
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  .code {
    font-family: var(--_code-font);
    font-size: 0.9375em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .display,
  .about {
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  .about {
    grid-column: 2;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  mark {
    padding: 0 1px;
    margin: 0 -1px;
    font-weight: 600;
    color: var(--_match-text);
    background: var(--_match);
    border-radius: 3px;
  }
  .note {
    padding: 8px 14px;
    font-size: 0.8125em;
    color: var(--_muted);
    border-block-end: 1px solid var(--_line);
  }
  .note.error {
    color: var(--_warning);
  }
  .note.failed {
    color: var(--_danger);
    border: 0;
  }
  .note button {
    padding: 2px 6px;
    color: var(--_accent);
    text-decoration: underline;
  }
  .foot {
    padding: 6px 14px;
    font-size: 0.8125em;
    color: var(--_muted);
    border-block-start: 1px solid var(--_line);
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 30em) {
    .option {
      grid-template-columns: 1fr;
    }
    .about {
      grid-column: 1;
    }
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .option[aria-selected='true'] * {
      color: inherit;
    }
    mark {
      color: inherit;
      text-decoration: underline;
      background: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .option {
      transition: background-color 80ms;
    }
  }
`;

export const styles = [palette, field, popup];
