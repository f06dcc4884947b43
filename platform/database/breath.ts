/** How long statements that never wait for anything may keep the event loop, in milliseconds. */
const longest = 2

// Of real time, whatever a test does with the clock meanwhile.
const nextTurn = setImmediate

let since = performance.now()

/**
 * Lets others have their turn when whoever asks has kept the event loop for long: SQLite answers at once, so that a chain of statements would
 * run to its end before any other visitor is looked at.
 */
export function breath(): Promise<void> | undefined {
  if (performance.now() - since < longest) return undefined
  return new Promise((resolve) => {
    nextTurn(() => {
      since = performance.now()
      resolve()
    })
  })
}
