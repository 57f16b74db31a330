/** Phân bổ: targets divided among organisations and over periods. */
import { routes } from '#contract/routes.ts';
import { divideTarget, endAllocationOf, restoreAllocation } from '#usecase/allocation-change.ts';
import { proposeAllocation, rebalanceAllocation } from '#usecase/allocation-propose.ts';
import { exportAllocation, planAllocations, readAllocations } from '#usecase/allocation-read.ts';
import { type Binding, binding } from './bind.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function allocationBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /targets/:id/allocations'), readAllocations),
    binding(...at('PUT /targets/:id/allocations'), divideTarget),
    binding(...at('POST /targets/:id/allocations/propose'), proposeAllocation),
    binding(...at('POST /targets/:id/allocations/:allocationId/rebalance'), rebalanceAllocation),
    binding(...at('POST /targets/:id/allocations/:allocationId/restore'), restoreAllocation),
    binding(...at('DELETE /targets/:id/allocations/:allocationId'), endAllocationOf),
    binding(...at('GET /targets/:id/allocations/:allocationId/export.xlsx'), exportAllocation, {
      finish: ({ reply }, { bytes, fileName }) =>
        reply.type(XLSX).header('content-disposition', `attachment; filename="${fileName}"`).send(bytes),
    }),
    binding(...at('GET /plans/:id/allocations'), planAllocations),
  ];
}
