/** Beside a place: how many tasks wait for who is signed in (số việc chờ); nothing when none does. */
import { formatCount } from '../format/number.ts';
import { Count } from '../ui/badge.tsx';
import { MY_WORK } from './places.ts';
import { useOverview } from './waiting.ts';

/** More are told as `99+`. */
const MOST = 99;

export function PlaceCount({ path, className }: { readonly path: string; readonly className?: string | undefined }) {
  return path === MY_WORK ? <Waiting className={className} /> : null;
}

function Waiting({ className }: { readonly className?: string | undefined }) {
  const { data } = useOverview();
  const count = data?.work?.waiting ?? 0;
  if (count === 0) return null;
  return (
    <span className={className}>
      <Count label={`${formatCount(count)} việc đang chờ`}>{count > MOST ? `${MOST}+` : count}</Count>
    </span>
  );
}
