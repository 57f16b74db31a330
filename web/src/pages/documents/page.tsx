/** The library of documents (Văn bản). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function DocumentsPage() {
  return (
    <Page title="Văn bản">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
