/** The drawings of the interface: one stroke, 20 × 20, in the colour of the text. A drawing alone says nothing aloud. */
import { DRAWINGS } from './drawings.ts';

export type IconName = keyof typeof DRAWINGS;

export interface IconProps {
  readonly name: IconName;
  /** Edge length, pixels. */
  readonly size?: number;
  readonly className?: string | undefined;
}

export function Icon({ name, size = 18, className }: IconProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
