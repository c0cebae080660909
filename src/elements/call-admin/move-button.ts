import {html} from 'lit';
import type {SVGTemplateResult, TemplateResult} from 'lit';
import {icon} from '../icons.js';

interface Move {
  readonly id: string;
  readonly label: string;
  readonly drawing: SVGTemplateResult;
  /** There is nowhere to move it; still it can be reached, so that nobody loses the focus on the way. */
  readonly isAtEnd: boolean;
  move(): void;
}

/** Moves a row of a list up or down. */
export const moveButton = ({id, label, drawing, isAtEnd, move}: Move): TemplateResult => html`
  <button type="button" class="round" id=${id} aria-label=${label} title=${label} aria-disabled=${isAtEnd} @click=${move}>${icon(drawing)}</button>
`;
