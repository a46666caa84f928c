// The files of bulk operations, where their addresses say: for seven days, to whoever has the address.
import { Router } from 'express';
import type { BulkOperation, BulkTrouble } from '#tests/local-shopify/shop/bulk-operations.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';

export function bulkFiles(shopify: LocalShopify): Router {
  const router = Router();
  router.get('/_bulk/:domain/:id.jsonl', (request, response) => {
    const shop = shopify.shops.get(request.params.domain);
    const operation = shop?.bulk.get(request.params.id);
    if (!shop || !operation || !shop.bulk.isReadable(operation, shopify.clock())) {
      response.status(404).type('xml').send('<Error><Code>NoSuchKey</Code></Error>');
      return;
    }
    const { trouble } = shop.bulk;
    const body = Buffer.from(`${linesOf(operation, trouble).join('\n')}\n`);
    response.type('application/jsonl').setHeader('content-length', body.length);
    if (trouble.breaksAfter && trouble.breaksAfter.times > 0 && body.length > trouble.breaksAfter.bytes) {
      trouble.breaksAfter.times -= 1;
      response.write(body.subarray(0, trouble.breaksAfter.bytes), () => request.socket.destroy());
    } else response.end(body);
  });
  return router;
}

function linesOf({ lines }: BulkOperation, { endsAfter }: BulkTrouble): readonly string[] {
  if (!endsAfter || endsAfter.times <= 0) return lines;
  endsAfter.times -= 1;
  return lines.slice(0, endsAfter.lines);
}
