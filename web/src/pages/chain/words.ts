/** Words of the chain. */
import type { Answer } from '../../api/client.ts';

export const EDGE_WORDS: Readonly<Record<Answer<'GET /documents/chain'>['edges'][number]['kind'], string>> = {
  implements: 'Triển khai',
  cites: 'Viện dẫn',
  copies: 'Bản sao của',
};
