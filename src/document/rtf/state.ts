/** What a group of RTF inherits from the one around it and gives back at its end. */

import type { Destination } from './destinations.ts';

export interface State {
  destination: Destination;
  font: number;
  /** Half points. */
  size: number;
  bold: boolean;
  italic: boolean;
  hidden: boolean;
  capitals: boolean;
  deleted: boolean;
  /** The field is a generated table of contents. */
  contents: boolean;
  /** Bytes that stand for a Unicode character besides and are skipped. */
  besides: number;
  centred: boolean;
  level: number;
  inTable: boolean;
  list: boolean;
}

export const BEGINNING: Readonly<State> = {
  destination: 'text',
  font: -1,
  size: 24,
  bold: false,
  italic: false,
  hidden: false,
  capitals: false,
  deleted: false,
  contents: false,
  besides: 1,
  centred: false,
  level: 0,
  inTable: false,
  list: false,
};
