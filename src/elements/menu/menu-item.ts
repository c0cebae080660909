import type {SVGTemplateResult} from 'lit';

/** One line of a menu. */
export interface MenuItem {
  /** Tells it from the others, and what was chosen. */
  readonly key: string;
  readonly label: string;
  /** Said below the label, smaller. */
  readonly note?: string | undefined;
  readonly drawing?: SVGTemplateResult | undefined;
  /** Of several of which one holds: whether it is this one. Undefined for a line that just does something. */
  readonly checked?: boolean | undefined;
  /** It holds or not whatever the others do, and stands apart from them. */
  readonly isAlone?: boolean | undefined;
  /** Classes of the drawing. */
  readonly look?: string | undefined;
  /** Can be reached and read, but not chosen. */
  readonly disabled?: boolean | undefined;
}
