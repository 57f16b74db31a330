/** The review of a reading (Rà soát). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function ReviewPage() {
  return (
    <Page title="Rà soát">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
