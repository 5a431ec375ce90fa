import { LEASE } from './lease.js';
import { script } from './script.js';

/*
 * The turns of a conversation are a hash: place → "owner end" for each message that waits for its answer, and `now` for the
 * turn that runs. A place is the id of the message in the stream, an owner a replica, an end the time of Redis at which
 * the replica counts as dead. The hash is gone when nobody waits.
 */
export const turnFunctions = `
  local t = redis.call('TIME')
  local now = t[1] * 1000 + math.floor(t[2] / 1000)
  local function hold(key, field, owner)
    redis.call('HSET', key, field, owner .. ' ' .. string.format('%d', now + ${LEASE}))
    redis.call('PEXPIRE', key, ${LEASE})
  end
  local function isOurs(key, field, owner)
    local value = redis.call('HGET', key, field)
    return value and string.sub(value, 1, #owner + 1) == owner .. ' '
  end`;

/**
 * KEYS: the turns. ARGV: owner, place or ''. {1 when the turn begins, 1 when nobody else can have had the place}.
 * What else waits in the same replica is not waited for: it keeps the order of its own, and retries behind it would wait
 * for each other.
 */
export const beginScript = script(`${turnFunctions}
  local key, owner, place = KEYS[1], ARGV[1], ARGV[2]
  local function isBefore(one, other)
    local time, number = string.match(one, '(%d+)-(%d+)')
    local otherTime, otherNumber = string.match(other, '(%d+)-(%d+)')
    if time ~= otherTime then return tonumber(time) < tonumber(otherTime) end
    return tonumber(number) < tonumber(otherNumber)
  end
  local begins, kept, taken = true, place == '', false
  local entries = redis.call('HGETALL', key)
  for i = 1, #entries, 2 do
    local field = entries[i]
    local holder, finish = string.match(entries[i + 1], '^(%S+) (%d+)$')
    local left = tonumber(finish) - now
    -- More than a lease: the clock of Redis was set back since.
    if left <= 0 or left > ${LEASE} then redis.call('HDEL', key, field)
    elseif holder == owner then kept = kept or field == place
    elseif field == 'now' then begins = false
    elseif place ~= '' and not isBefore(place, field) then
      begins = false
      taken = taken or field == place
    end
  end
  if place ~= '' and not taken then hold(key, place, owner) end
  if begins then hold(key, 'now', owner) end
  return {begins and 1 or 0, kept and 1 or 0}`);

/** KEYS: the turns. ARGV: owner, place or ''. */
export const renewScript = script(`${turnFunctions}
  for _, field in ipairs({ARGV[2], 'now'}) do
    if isOurs(KEYS[1], field, ARGV[1]) then hold(KEYS[1], field, ARGV[1]) end
  end
  return 1`);

/** KEYS: the turns. ARGV: owner, place or '', channel, what to publish there when somebody waits. */
export const endScript = script(`${turnFunctions}
  for _, field in ipairs({ARGV[2], 'now'}) do
    if isOurs(KEYS[1], field, ARGV[1]) then redis.call('HDEL', KEYS[1], field) end
  end
  if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('PUBLISH', ARGV[3], ARGV[4]) end
  return 1`);
