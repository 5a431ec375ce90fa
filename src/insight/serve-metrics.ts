import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.js';

/** GET /metrics for Prometheus and nothing else, on a port that the internet does not reach. */
export function serveMetrics({ registry }: Metrics): Server {
  return createServer((request, response) => {
    const { method, url } = request;
    request.resume();
    if (method !== 'GET' || url !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('GET /metrics\n');
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
}
