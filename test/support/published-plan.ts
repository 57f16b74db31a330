/** A published plan for tests: a document reviewed and published by the Office, as people do it. */
import assert from 'node:assert/strict';
import { insertReadDocument } from './read-document.ts';
import type { Client, TestProvince, TestServer } from './server.ts';

/** Two tasks of `Sở Tài chính`: an order with a deadline and a product, and one with a supporting body. */
export const PLAN_TEXT = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 01/NQ-HĐND
Hà Tĩnh, ngày 10 tháng 12 năm 2020
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Tốc độ tăng trưởng GRDP đạt 7,5%.
- Thu ngân sách nhà nước trên địa bàn đạt 11.580 tỷ đồng.

III. NHIỆM VỤ
1. Sở Tài chính chủ trì xây dựng Đề án tái cơ cấu ngân sách tỉnh, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2021.
2. Sở Tài chính chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh rà soát tài sản công, hoàn thành trước ngày 30/9/2021.
`;

/** Reviews and publishes `text`; gives the plan and the ids of its tasks in order. */
export async function publishPlan(
  server: TestServer,
  province: TestProvince,
  office: Client,
  text: string = PLAN_TEXT,
): Promise<{ planId: string; taskIds: string[]; documentId: string }> {
  const documentId = await insertReadDocument(server.services, province.id, text);
  const { body } = await office.get(`/documents/${documentId}/review`);
  const items = body.items
    .filter((one: { kind: string }) => one.kind === 'target' || one.kind === 'task' || one.kind === 'reporting')
    .map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  const decided = await office.post(`/documents/${documentId}/review/decide`, { items, decision: 'accepted' });
  assert.equal(decided.status, 200, JSON.stringify(decided.body));
  const preview = (await office.get(`/documents/${documentId}/publish`)).body;
  const made = await office.post(`/documents/${documentId}/publish`, {
    planId: null,
    title: preview.title,
    yearFrom: preview.year ?? 2021,
    yearTo: preview.year ?? 2021,
    role: preview.suggested,
    effectiveOn: preview.effectiveOn,
    accepted: preview.warnings.map((one: { code: string }) => one.code),
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { planId } = made.body;
  const tasks = (await office.get(`/plans/${planId}/tasks`)).body.items;
  return { planId, taskIds: tasks.map((one: { id: string }) => one.id), documentId };
}
