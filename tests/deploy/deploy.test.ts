import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { environmentSchema, readConfig } from '../../src/config.js';

const root = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const below = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== path.join(root, 'deploy/certs'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

const files = below('deploy');
const yamlFiles = files.filter((file) => file.endsWith('.yaml'));
const dockerfile = read('deploy/Dockerfile');
const nginx = read('deploy/nginx.conf');
const server = [read('src/server.ts'), ...below('src/insight').map(read)].join('\n');
const known = new Set(Object.keys(environmentSchema.shape));

const documentsOf = (file: string): readonly unknown[] =>
  parseAllDocuments(read(file), { merge: true }).map((document) => document.toJS());
const objects = yamlFiles.filter((file) => file.includes('kubernetes/')).flatMap(documentsOf);
const ofKind = <Schema extends z.ZodType>(kind: string, schema: Schema): readonly z.infer<Schema>[] =>
  objects.filter((object) => z.object({ kind: z.literal(kind) }).safeParse(object).success).map((o) => schema.parse(o));

const named = z.object({ metadata: z.object({ name: z.string() }) });
const configMap = ofKind('ConfigMap', named.extend({ data: z.record(z.string(), z.string()) }))[0];
const secret = ofKind('Secret', named.extend({ stringData: z.record(z.string(), z.string()) }))[0];
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const hardened = z.object({
  allowPrivilegeEscalation: z.literal(false),
  readOnlyRootFilesystem: z.literal(true),
  capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
});
const containerSchema = z.looseObject({
  image: z.string(),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  securityContext: hardened,
});
const deploymentSchema = named.extend({
  spec: z.object({
    replicas: z.number(),
    template: z.object({
      spec: z.object({
        terminationGracePeriodSeconds: z.number().default(30),
        securityContext: z.looseObject({ runAsNonRoot: z.literal(true), runAsUser: z.number().min(1) }),
        containers: z.tuple([containerSchema]),
      }),
    }),
  }),
});
const deployments = ofKind('Deployment', deploymentSchema);
const deployment = deployments.find(({ metadata }) => metadata.name === 'standpunkt');
const container = deployment?.spec.template.spec.containers[0];

const serviceSchema = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()).optional(),
  env_file: z.string().optional(),
  stop_grace_period: z.string().optional(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
});
const compose = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(documentsOf('deploy/compose.yaml')[0]);
const replicas = Object.entries(compose.services).filter(([name]) => name.startsWith('standpunkt-'));

/** What `readConfig` asks for when nothing but production and Redis is configured, and a bot registration on top. */
function required(): readonly string[] {
  try {
    readConfig({ NODE_ENV: 'production', REDIS_URL: 'redis://redis:6379', MICROSOFT_APP_ID: crypto.randomUUID() });
    return [];
  } catch (error) {
    return Array.from(String(error).matchAll(/- ([A-Z_]+): missing/g), ([, name = '']) => name);
  }
}

describe('what is delivered', () => {
  test.each(yamlFiles)('%s is YAML without errors', (file) => {
    expect(parseAllDocuments(read(file), { merge: true }).flatMap(({ errors }) => errors)).toEqual([]);
  });

  test('names no variable that the service does not read', () => {
    const given = [
      ...Object.keys(configMap?.data ?? {}),
      ...Object.keys(secret?.stringData ?? {}),
      ...replicas.flatMap(([, { environment }]) => Object.keys(environment ?? {})),
    ];
    expect(given.length).toBeGreaterThan(15);
    expect(given.filter((name) => !known.has(name))).toEqual([]);
  });

  test('gives every variable that production demands', () => {
    const names = required();
    expect(names).toEqual(expect.arrayContaining(['OPERATOR_NAME', 'STATE_SECRET', 'DIRECT_LINE_SECRET']));
    const given = { ...configMap?.data, ...secret?.stringData };
    expect(names.filter((name) => !(name in given))).toEqual([]);
    for (const [, { env_file: file }] of replicas) expect(file).toBe('../.env');
  });

  test('is a configuration once the blanks are filled in', () => {
    const filled = {
      OPERATOR_NAME: 'Avisa',
      PUBLIC_URL: 'https://svar.avisa.no',
      PRIVACY_URL: 'https://avisa.no/personvern',
      TERMS_URL: 'https://avisa.no/vilkar',
      STATE_SECRET: 's'.repeat(32),
      DIRECT_LINE_SECRET: 'd'.repeat(32),
      REDIS_URL: 'redis://redis:6379',
    };
    expect(() => readConfig({ ...secret?.stringData, ...configMap?.data, ...filled })).not.toThrow();
    for (const [, { environment }] of replicas) expect(() => readConfig({ ...filled, ...environment })).not.toThrow();
  });

  test('holds no secret and no image without a version', () => {
    expect(Object.values(secret?.stringData ?? {}).filter(Boolean)).toEqual([]);
    const text = files.map(read).join('\n');
    expect(text).not.toMatch(/xox[bp]-|xapp-|-----BEGIN|:latest/);
    const images = [
      ...Object.values(compose.services),
      ...deployments.map(({ spec }) => spec.template.spec.containers[0]),
    ];
    for (const { image } of images) expect(image).toMatch(/^[\w./-]+:\d[\w.-]*$/);
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));
    expect(new Set(Array.from(text.matchAll(/\bstandpunkt:(\d+\.\d+\.\d+)/g), ([, tag]) => tag))).toEqual(
      new Set([version]),
    );
  });

  test('uses the same ports everywhere', () => {
    const { PORT, METRICS_PORT } = configMap?.data ?? {};
    expect(container?.ports).toEqual([
      { name: 'http', containerPort: Number(PORT) },
      { name: 'metrics', containerPort: Number(METRICS_PORT) },
    ]);
    expect(dockerfile).toMatch(new RegExp(`^EXPOSE ${PORT} ${METRICS_PORT}$`, 'm'));
    expect(PORT).toBe(String(readConfig({}).PORT));
    for (const [name, { environment }] of replicas) {
      expect(environment).toMatchObject({ PORT, METRICS_PORT });
      expect(nginx).toContain(`server ${name}:${PORT} `);
    }
    expect(replicas).toHaveLength(nginx.match(/^ +server standpunkt-/gm)?.length ?? 0);
    expect(read('deploy/kubernetes/network-policy.yaml')).toMatch(
      new RegExp(`port: ${PORT} [^]*port: ${METRICS_PORT} `),
    );
  });

  test('probes addresses that the service has, and is not restarted for want of Redis', () => {
    const { startupProbe, livenessProbe, readinessProbe } = z
      .looseObject({ startupProbe: probe, livenessProbe: probe, readinessProbe: probe })
      .parse(container);
    expect([startupProbe, livenessProbe].map(({ httpGet }) => httpGet.path)).toEqual(['/healthz', '/healthz']);
    expect(readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'http' });
    const asked = dockerfile.match(/(?<=3978\) \+ ')\/\w+/)?.[0] ?? '';
    for (const route of ['/healthz', '/readyz', asked]) expect(server).toContain(`route('${route}')`);
  });

  test('gives a replica the time it needs to end', () => {
    const seconds = [
      deployment?.spec.template.spec.terminationGracePeriodSeconds ?? 0,
      ...replicas.map(([, { stop_grace_period: grace }]) => Number.parseInt(grace ?? '0', 10)),
    ];
    for (const each of seconds) expect(each).toBeGreaterThan(10);
    expect(replicas.length).toBeGreaterThan(1);
    expect(deployment?.spec.replicas).toBeGreaterThan(1);
  });
});

describe('the image', () => {
  test('has a Node that package.json accepts', () => {
    const major = Number(/^ARG NODE_VERSION=(\d+)$/m.exec(dockerfile)?.[1]);
    const { engines } = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(read('package.json')));
    // The image of a major version is its newest release.
    expect(major).toBeGreaterThanOrEqual(Number(/^>=(\d+)/.exec(engines.node)?.[1]));
    expect(dockerfile.match(/^FROM .*$/gm)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^FROM node:\$\{NODE_VERSION\}-bookworm-slim/)]),
    );
  });

  test('runs as nobody in particular, without a shell before it, and has no package for development', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(last).toMatch(/^CMD \["node", "dist\/main.js"\]$/m);
    expect(last).toContain('COPY --from=dependencies /app/node_modules');
    expect(last).not.toMatch(/^(?:ENV|ARG) .*(?:SECRET|PASSWORD|TOKEN)/m);
    expect(dockerfile).toContain('--omit=dev');
  });

  test('is built from listed files alone, which exist', () => {
    const [first, ...listed] = read('deploy/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(listed.every((line) => line.startsWith('!'))).toBe(true);
    const top = new Set(readdirSync(root));
    expect(listed.filter((line) => !top.has(line.slice(1)))).toEqual([]);
    const copied = Array.from(dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm), ([, from = '']) =>
      from.split(' '),
    ).flat();
    expect(copied.filter((name) => !listed.includes(`!${name.replace('./', '')}`))).toEqual([]);
  });
});

describe('the proxy', () => {
  test('says what TRUST_PROXY=1 counts on, lets WebSockets through and writes down nobody', () => {
    for (const [, { environment }] of replicas) expect(environment).toMatchObject({ TRUST_PROXY: '1' });
    expect(nginx).toContain('X-Forwarded-For $proxy_add_x_forwarded_for');
    expect(nginx).toContain('Upgrade $http_upgrade');
    expect(nginx).toMatch(/^ {2}access_log off;$/m);
    expect(nginx.match(/access_log/g)).toHaveLength(1);
  });
});
