/** Strongly connected components of a graph whose nodes are the numbers below `size` (Tarjan, without recursion). */
export function componentsOf(size: number, next: (node: number) => readonly number[]): readonly (readonly number[])[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open = new Set<number>();
  const components: number[][] = [];
  const path: { readonly node: number; readonly targets: Iterator<number> }[] = [];
  const enter = (node: number): void => {
    low.set(node, order.size);
    order.set(node, order.size);
    open.add(node);
    path.push({ node, targets: next(node)[Symbol.iterator]() });
  };
  const lower = (node: number, to: number): void => void low.set(node, Math.min(low.get(node) ?? to, to));
  const leave = (node: number): void => {
    path.pop();
    const above = path.at(-1);
    if (above) lower(above.node, low.get(node) ?? 0);
    if (low.get(node) !== order.get(node)) return;
    // What was opened after the node and is still open belongs to it.
    const component = [...open].slice([...open].indexOf(node));
    for (const each of component) open.delete(each);
    components.push(component);
  };
  for (let root = 0; root < size; root += 1) {
    if (!order.has(root)) enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value, done } = top.targets.next();
      if (done) leave(top.node);
      else if (!order.has(value)) enter(value);
      else if (open.has(value)) lower(top.node, order.get(value) ?? 0);
    }
  }
  return components;
}

/** Nodes that are reached from some, these among them only when a way leads back. */
export function reachedFrom<T>(from: Iterable<T>, next: (node: T) => Iterable<T>): ReadonlySet<T> {
  const seen = new Set<T>();
  const todo = [...from];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    for (const to of next(node)) {
      if (seen.has(to)) continue;
      seen.add(to);
      todo.push(to);
    }
  }
  return seen;
}
