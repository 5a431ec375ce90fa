/** `none`: not configured, state is in memory. */
export type RedisState = 'up' | 'down' | 'none';

export interface Readiness {
  /** `degraded` answers every question, some of them without the follow-up; it stays in the load balancer. */
  readonly status: 'ready' | 'degraded' | 'draining' | 'unready';
  readonly missing: readonly ('knowledge' | 'redis')[];
}

export interface Standing {
  readonly documents: number;
  readonly redis: RedisState;
  readonly draining: boolean;
}

/**
 * Whether new requests should come here. Without Redis they should: it is away for all replicas at once, and a load
 * balancer that takes them all out answers nobody.
 */
export function readiness({ documents, redis, draining }: Standing): Readiness {
  const missing = [
    ...(documents === 0 ? (['knowledge'] as const) : []),
    ...(redis === 'down' ? (['redis'] as const) : []),
  ];
  if (draining) return { status: 'draining', missing };
  if (documents === 0) return { status: 'unready', missing };
  return { status: missing.length > 0 ? 'degraded' : 'ready', missing };
}
