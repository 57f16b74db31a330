/** One target (chỉ tiêu). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function TargetPage() {
  return (
    <Page title="Chỉ tiêu">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
