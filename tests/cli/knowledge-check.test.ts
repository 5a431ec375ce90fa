import { reportProblems } from '../../src/cli/knowledge-check.js';
import type { Problem } from '../../src/domain.js';

const some: Problem = {
  severity: 'warning',
  file: '/k/a.pdf',
  line: null,
  page: null,
  what: 'noe',
  cure: 'gjør noe',
};
const problem = (more: Partial<Problem>): Problem => ({ ...some, ...more });
const plain = { columns: Infinity, colours: false };

test('files with errors come first, errors before warnings, then by line and page', () => {
  const problems = [
    problem({ page: 12 }),
    problem({ page: 2 }),
    problem({ file: '/k/z.md', line: 3, severity: 'error' }),
    problem({ file: '/k/z.md' }),
    problem({ file: '/elsewhere/parties.yaml', line: 1, severity: 'error' }),
  ];
  expect(reportProblems(problems, 2, '/k', plain).split('\n')).toEqual([
    '/elsewhere/parties.yaml',
    '  error    line 1  noe; gjør noe',
    '',
    'z.md',
    '  error    line 3  noe; gjør noe',
    '  warning          noe; gjør noe',
    '',
    'a.pdf',
    '  warning  page 2   noe; gjør noe',
    '  warning  page 12  noe; gjør noe',
    '',
    '2 errors and 3 warnings; 2 documents can be served.',
  ]);
});

test('colours mark errors and warnings where they are wanted', () => {
  const problems = [problem({ severity: 'error' }), problem({})];
  const report = reportProblems(problems, 1, '/k', { ...plain, colours: true });
  expect(report).toContain('\u001B[31merror  \u001B[0m');
  expect(report).toContain('\u001B[33mwarning\u001B[0m');
});
