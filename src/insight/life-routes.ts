import { Router } from 'express';
import { methodNotAllowed } from '../channels/error-response.js';
import type { Readiness } from './readiness.js';

export interface LifeParts {
  readonly readiness: () => Readiness;
  readonly version: string;
  /** Of the knowledge that is served right now. */
  readonly fingerprint: () => string;
}

/** Characters of a fingerprint that people compare. */
export const SHORT_FINGERPRINT = 12;

/** /readyz for the load balancer, /version for people. */
export function createLifeRoutes({ readiness, version, fingerprint }: LifeParts): Router {
  const router = Router();
  router
    .route('/readyz')
    .get((_request, response) => {
      const { status, missing } = readiness();
      const ready = status === 'ready' || status === 'degraded';
      response
        .status(ready ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status, missing });
    })
    .all(methodNotAllowed('GET'));
  router
    .route('/version')
    .get((_request, response) => {
      const knowledge = fingerprint().slice(0, SHORT_FINGERPRINT);
      response.set('Cache-Control', 'no-store').json({ version, knowledge });
    })
    .all(methodNotAllowed('GET'));
  return router;
}
