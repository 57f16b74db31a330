/** Where a page stands (đường dẫn): the way back up, the page itself last and no link. */
import { Link, type LinkProps } from '@tanstack/react-router';
import styles from './breadcrumbs.module.css';
import { Icon } from './icon.tsx';

export interface Crumb {
  readonly label: string;
  readonly to?: LinkProps['to'];
  readonly params?: LinkProps['params'];
}

export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Đường dẫn">
      <ol className={styles.crumbs}>
        {crumbs.map((crumb, i) => (
          <li key={crumb.label}>
            {i > 0 ? <Icon name="chevronRight" size={14} /> : null}
            {crumb.to && i < crumbs.length - 1 ? (
              <Link to={crumb.to} params={crumb.params as never}>
                {crumb.label}
              </Link>
            ) : (
              <span aria-current={i === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
