/** Organisations and posts (Danh mục). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function OrganisationsPage() {
  return (
    <Page title="Danh mục">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
