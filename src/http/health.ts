/** For those who watch the server: `/health` it lives, `/ready` it can work, `/metrics` how it does. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countDocuments } from '#store/document-counts.ts';
import type { Services } from '#usecase/services.ts';

export function addHealth(app: FastifyInstance, services: Services): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'bamsat_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const failures = new Counter({ name: 'bamsat_failures_total', help: 'Answers with 5xx', registers: [registry] });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) failures.inc();
  });
  addGauges(registry, services);
  const open = { config: { rateLimit: false } };
  app.get('/health', open, async () => ({ status: 'ok' }));
  app.get('/ready', open, async (_request, reply) => {
    try {
      await services.database.pool.query('select 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database unreachable' });
    }
  });
  app.get('/metrics', open, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

/** What is looked up when somebody asks. The lag of the event loop is among Node's own measures (`nodejs_eventloop_lag_…`). */
function addGauges(registry: Registry, { database, queue }: Services): void {
  const registers = [registry];
  new Gauge({
    name: 'bamsat_queue_jobs',
    help: 'Jobs of the queue, by kind and state; some seconds old',
    labelNames: ['job', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const { name, waiting, running } of await queue.depth()) {
        this.set({ job: name, state: 'waiting' }, waiting);
        this.set({ job: name, state: 'running' }, running);
      }
    },
  });
  new Gauge({
    name: 'bamsat_database_connections',
    help: 'Connections to the database; waiting: requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool;
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'used' }, totalCount - idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  new Gauge({
    name: 'bamsat_documents',
    help: 'Documents of all provinces, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of await countDocuments(database)) this.set({ state }, count);
    },
  });
}
