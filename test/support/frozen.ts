/** A value of plain objects and lists that nobody can change, to show that a function leaves its input as it is. */
export function frozen<T>(value: T): T {
  const plain =
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
  if (plain) Object.values(Object.freeze(value) as object).forEach(frozen)
  return value
}
