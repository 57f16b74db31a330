/** Who sees which part of the application. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rightsOf } from '#plan/rights.ts';
import { forPhone, PLACES, placeOf, placesFor } from './places.ts';

const labels = (role: Parameters<typeof rightsOf>[0]) => placesFor([...rightsOf(role)]).map((place) => place.label);

describe('the parts of the application', () => {
  it('are those that the post may see', () => {
    assert.deepEqual(labels('officer'), ['Tổng quan', 'Việc của tôi', 'Văn bản', 'Chỉ tiêu', 'Nhiệm vụ', 'Danh mục']);
    assert.deepEqual(labels('admin'), ['Tổng quan', 'Văn bản', 'Chỉ tiêu', 'Nhiệm vụ', 'Danh mục', 'Quản trị']);
    assert.deepEqual(
      placesFor([]).map((place) => place.label),
      ['Tổng quan'],
    );
  });

  it('lead to the first page that the person may open', () => {
    const admin = placesFor(['event.read']).find((place) => place.label === 'Quản trị');
    assert.equal(admin?.to, '/quan-tri/nhat-ky');
    assert.deepEqual(
      admin?.parts?.map((part) => part.label),
      ['Nhật ký'],
    );
  });

  it('are found by an address below them', () => {
    assert.equal(placeOf('/van-ban/12/ra-soat', PLACES)?.label, 'Văn bản');
    assert.equal(placeOf('/', PLACES)?.label, 'Tổng quan');
    assert.equal(placeOf('/phien-dang-nhap', PLACES), undefined);
  });

  it('fit on the bar of a phone', () => {
    assert.deepEqual(forPhone([1, 2, 3, 4, 5]), { bar: [1, 2, 3, 4, 5], rest: [] });
    assert.deepEqual(forPhone([1, 2, 3, 4, 5, 6]), { bar: [1, 2, 3, 4], rest: [5, 6] });
  });
});
