import { script } from './script.js';
import { turnFunctions } from './turn-scripts.js';

/*
 * A conversation is two keys: KEYS[1], a hash of client ids → entry ids that exists as long as the conversation, and
 * KEYS[2], the stream. Both are touched together, so that neither outlives the other. The time is that of Redis, one for
 * all replicas. ARGV[1] is how long things live, in milliseconds.
 */
const beginning = `${turnFunctions}
  local function touch()
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
    redis.call('PEXPIRE', KEYS[2], ARGV[1])
  end`;

/** 1 when the conversation is new. An empty stream goes on counting where a missing one would begin anew. */
export const openScript = script(`${beginning}
  local new = redis.call('HSETNX', KEYS[1], '', '')
  if redis.call('EXISTS', KEYS[2]) == 0 then
    redis.call('XADD', KEYS[2], '*', 'a', '')
    redis.call('XTRIM', KEYS[2], 'MAXLEN', 0)
  end
  touch()
  return new`);

export const hasScript = script(`
  redis.call('PEXPIRE', KEYS[2], ARGV[1])
  return redis.call('PEXPIRE', KEYS[1], ARGV[1])`);

/**
 * KEYS[3]: the turns of the conversation. ARGV: life, the activity, client id or '', most entries, deadline, channel, what
 * to publish there, which replica is to answer it or ''.
 * `late`: it lay in a frozen Redis, and who sent it has done something else since. 0: no such conversation.
 */
export const appendScript = script(`${beginning}
  if now > tonumber(ARGV[5]) then return 'late' end
  if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
  touch()
  if ARGV[3] ~= '' then
    local before = redis.call('HGET', KEYS[1], ARGV[3])
    if before and #redis.call('XRANGE', KEYS[2], before, before) == 1 then return {before, 0} end
  end
  local id = redis.call('XADD', KEYS[2], 'MAXLEN', ARGV[4], '*', 'a', ARGV[2])
  touch()
  if ARGV[3] ~= '' then
    if redis.call('HLEN', KEYS[1]) > 2 * ARGV[4] then
      redis.call('DEL', KEYS[1])
      redis.call('HSET', KEYS[1], '', '')
    end
    redis.call('HSET', KEYS[1], ARGV[3], id)
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
  end
  if ARGV[8] ~= '' then hold(KEYS[3], id, ARGV[8]) end
  redis.call('PUBLISH', ARGV[6], ARGV[7])
  return {id, 1}`);

/** ARGV: life, after which entry, how many at most or -1. {} … of {id, {'a', activity}}; 0: no such conversation. */
export const sinceScript = script(`${beginning}
  if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
  touch()
  redis.call('XTRIM', KEYS[2], 'MINID', string.format('%d', now - ARGV[1] + 1))
  if ARGV[3] == '0' then return {} end
  if ARGV[3] == '-1' then return redis.call('XRANGE', KEYS[2], '(' .. ARGV[2], '+') end
  return redis.call('XRANGE', KEYS[2], '(' .. ARGV[2], '+', 'COUNT', ARGV[3])`);

export const eraseScript = script(`${beginning}
  if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
  redis.call('XTRIM', KEYS[2], 'MAXLEN', 0)
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], '', '')
  touch()
  return 1`);
