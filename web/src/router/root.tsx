/** What every address shares: the toasts, the page that is not there, the page that broke. */
import { type ErrorComponentProps, Link, Outlet, useRouter } from '@tanstack/react-router';
import { explain } from '../api/problem.ts';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { Toaster } from '../ui/toast.tsx';

export function Root() {
  return (
    <>
      <Outlet />
      <Toaster />
    </>
  );
}

export function Lost() {
  return (
    <EmptyState
      icon="search"
      title="Không có trang này"
      actions={
        <Link to="/" className={buttonClass('main')}>
          Về Tổng quan
        </Link>
      }
    >
      Đường dẫn có thể đã thay đổi hoặc gõ chưa đúng.
    </EmptyState>
  );
}

export function Wrong({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ErrorState
      {...explain(error)}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
