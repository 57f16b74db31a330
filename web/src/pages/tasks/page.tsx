/** The tasks of the plan (Nhiệm vụ). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function TasksPage() {
  return (
    <Page title="Nhiệm vụ">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
