/** The targets of the plan (Chỉ tiêu). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function TargetsPage() {
  return (
    <Page title="Chỉ tiêu">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
